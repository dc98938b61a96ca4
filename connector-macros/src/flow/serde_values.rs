//! The values of serde's keys on a request: one that serde's derive would refuse is told here, because behind it
//! there is no body, which rustc would tell as well.

use syn::parse::Parser as _;
use syn::punctuated::Punctuated;
use syn::{Attribute, Expr, ExprLit, ExprPath, Lit, LitStr, Meta, MetaList, Token, WherePredicate};

use crate::case;
use crate::errors::Errors;
use crate::serde_attributes;
use crate::suggest;

/// On the struct.
pub(crate) const CONTAINER: &[(&str, Takes)] =
    &[("rename_all", Takes::Case), ("bound", Takes::Bounds)];

/// On a field of the body.
pub(crate) const FIELD: &[(&str, Takes)] = &[
    ("rename", Takes::Text),
    ("flatten", Takes::Nothing),
    ("skip", Takes::Nothing),
    ("skip_serializing", Takes::Nothing),
    ("skip_serializing_if", Takes::Path),
    ("serialize_with", Takes::Path),
    ("with", Takes::Path),
    ("getter", Takes::Path),
    ("bound", Takes::Bounds),
];

/// Two keys that are about the same.
const ALIKE: [(&str, &str); 2] = [("with", "serialize_with"), ("skip", "skip_serializing")];

/// What stands behind a key.
#[derive(Clone, Copy)]
pub(crate) enum Takes {
    Nothing,
    Text,
    Case,
    /// In a text.
    Path,
    /// In a text.
    Bounds,
}

/// Reports what serde's derive could not read of these keys; others are reported already.
pub(super) fn check(attributes: &[Attribute], keys: &[(&str, Takes)], errors: &mut Errors) {
    let mut seen: Vec<String> = Vec::new();
    for attribute in serde_attributes::of(attributes) {
        let Meta::List(list) = &attribute.meta else {
            let message = "serde's keys stand in parentheses: `#[serde(rename = \"…\")]`";
            errors.at(attribute, message);
            continue;
        };
        let entries = match entries(list) {
            Ok(entries) => entries,
            Err(error) => {
                let written = serde_attributes::keys(std::slice::from_ref(attribute));
                if written.iter().all(|name| keys.iter().any(|(key, _)| name == key)) {
                    let message = format!("serde cannot read this: {error}");
                    errors.push(syn::Error::new(error.span(), message));
                }
                continue;
            }
        };
        for entry in &entries {
            if let Some(problem) = problem(entry, keys, &mut seen) {
                errors.at(entry, problem);
            }
        }
    }
}

/// Whether serde's derive refuses a value of these keys, as far as this knows; what has another form for reading
/// (`rename(deserialize = "…")`) is not looked at.
pub(crate) fn are_refused(attributes: &[Attribute], keys: &[(&str, Takes)]) -> bool {
    let mut seen: Vec<String> = Vec::new();
    serde_attributes::of(attributes).iter().any(|attribute| {
        let Meta::List(list) = &attribute.meta else { return true };
        let Ok(entries) = entries(list) else { return true };
        let mut values = entries.iter().filter(|entry| entry.require_list().is_err());
        values.any(|entry| problem(entry, keys, &mut seen).is_some())
    })
}

fn entries(list: &MetaList) -> syn::Result<Punctuated<Meta, Token![,]>> {
    Punctuated::parse_terminated.parse2(list.tokens.clone())
}

/// What serde cannot read of a key, where it is one of these: by itself, or beside those before it.
fn problem(entry: &Meta, keys: &[(&str, Takes)], seen: &mut Vec<String>) -> Option<String> {
    let name = entry.path().get_ident().map(ToString::to_string).unwrap_or_default();
    let (_, takes) = keys.iter().find(|(key, _)| *key == name)?;
    let problem = twice(&name, seen).or_else(|| takes.refuses(&name, entry));
    seen.push(name);
    problem
}

fn twice(name: &str, seen: &[String]) -> Option<String> {
    let subject = |name: &str| {
        let alike = ALIKE.iter().find(|(one, _)| *one == name);
        alike.map_or_else(|| name.to_owned(), |(_, other)| (*other).to_owned())
    };
    let earlier = seen.iter().find(|earlier| subject(earlier) == subject(name))?;
    Some(if earlier == name {
        format!("`{name}` is there twice")
    } else {
        format!("`{name}` says again what `{earlier}` says")
    })
}

impl Takes {
    fn refuses(self, name: &str, entry: &Meta) -> Option<String> {
        let text = match (self, entry) {
            (Self::Nothing, Meta::Path(_)) => return None,
            (Self::Nothing, _) => return Some(format!("`{name}` takes no value")),
            (_, Meta::NameValue(pair)) => text(&pair.value),
            // What is written and what is read can have two names, and a request is written only.
            _ => None,
        };
        let Some(text) = text else {
            return Some(format!("`{name}` takes a text: `{name} = \"…\"`"));
        };
        let bounds = Punctuated::<WherePredicate, Token![,]>::parse_terminated;
        let written = text.value();
        match self {
            Self::Case if cases().all(|case| case != written) => {
                Some(format!("unknown case; {}", suggest::expected(&written, cases())))
            }
            Self::Path if text.parse::<ExprPath>().is_err() => {
                Some(format!("`{name}` takes the path of a function or a module, and this is none"))
            }
            Self::Bounds if text.parse_with(bounds).is_err() => {
                Some(format!("`{name}` takes what stands behind a `where`, and this does not"))
            }
            _ => None,
        }
    }
}

/// The cases that serde knows; words of a status have one more.
fn cases() -> impl Iterator<Item = &'static str> {
    case::NAMES.iter().copied().filter(|case| *case != "Title Case")
}

fn text(value: &Expr) -> Option<&LitStr> {
    match value {
        Expr::Group(group) => text(&group.expr),
        Expr::Lit(ExprLit { lit: Lit::Str(text), .. }) => Some(text),
        _ => None,
    }
}
