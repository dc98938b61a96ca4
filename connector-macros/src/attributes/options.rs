//! All that the attributes of one item say, key by key.

use proc_macro2::TokenStream;
use syn::ext::IdentExt as _;
use syn::parse::discouraged::Speculative as _;
use syn::parse::{ParseStream, Parser as _};
use syn::{Attribute, Ident, Lit, LitInt, LitStr, Meta, Path, Token, Type};

use super::{Kind, Syntax, Value, value};
use crate::errors::Errors;

/// The keys and values of one item.
#[derive(Default)]
pub(crate) struct Options {
    entries: Vec<(Ident, Value)>,
    /// Paths that stand without a key.
    bare: Vec<Path>,
    /// Keys that were there with a value that could not be read.
    refused: Vec<String>,
    /// Keys that were meant by others, which there are not.
    meant: Vec<String>,
    /// Whether there was something that may have been any key: an attribute that says nothing at all or in a
    /// wrong form, or an unknown key that is like none.
    malformed: bool,
}

impl Options {
    /// Reads every attribute of this name; others are none of our business.
    pub(crate) fn parse(attributes: &[Attribute], syntax: &Syntax, errors: &mut Errors) -> Self {
        let mut options = Self::default();
        let ours = |attribute: &&Attribute| attribute.path().is_ident(syntax.name);
        if attributes.iter().any(|attribute| syntax.is_meant_by(attribute.path())) {
            options.malformed = true;
            errors.are_told_by_rustc();
        }
        for attribute in attributes.iter().filter(ours) {
            let problem = match &attribute.meta {
                Meta::List(list) if !matches!(list.delimiter, syn::MacroDelimiter::Paren(_)) => {
                    "wrong brackets"
                }
                Meta::List(list) if !list.tokens.is_empty() => {
                    options.read(list.tokens.clone(), syntax, errors);
                    continue;
                }
                Meta::List(_) | Meta::Path(_) => "this says nothing",
                Meta::NameValue(_) => "wrong form",
            };
            options.malformed = true;
            let written = syntax.written();
            errors.not_understood(attribute, format!("{problem}; write it as {written}"));
        }
        options
    }

    /// Reads one list of entries. A bad entry is reported and skipped; the others are still read.
    fn read(&mut self, tokens: TokenStream, syntax: &Syntax, errors: &mut Errors) {
        let read = |input: ParseStream<'_>| -> syn::Result<()> {
            while !input.is_empty() {
                let before = self.entries.len();
                if let Err(error) = self.entry(input, syntax) {
                    errors.push(error);
                    skip_entry(input)?;
                }
                if input.is_empty() || input.parse::<Option<Token![,]>>()?.is_some() {
                    continue;
                }
                errors.push(input.error("expected `,` between two entries"));
                if input.parse::<Option<Token![;]>>()?.is_some() {
                    continue;
                }
                // A comma that was forgotten hides no entry.
                let is_key = input.fork().call(Ident::parse_any);
                let is_key = is_key.is_ok_and(|key| syntax.key(&key.to_string()).is_some());
                let has_value = input.peek(Ident::peek_any) && input.peek2(Token![=]);
                if !is_key && !has_value {
                    // What stands before the rest is not what was meant: `from = request[0]`.
                    let cut_off = self.entries.drain(before..).map(|(key, _)| key.to_string());
                    self.refused.extend(cut_off);
                    skip_entry(input)?;
                    input.parse::<Option<Token![,]>>()?;
                }
            }
            Ok(())
        };
        if let Err(error) = read.parse2(tokens) {
            errors.push(error);
        }
    }

    fn entry(&mut self, input: ParseStream<'_>, syntax: &Syntax) -> syn::Result<()> {
        if let Some(path) = bare_path(input, syntax) {
            self.bare.push(path);
            return Ok(());
        }
        let start = input.fork();
        let ident =
            input.call(Ident::parse_any).map_err(|error| self.not_a_key(&start, syntax, &error))?;
        let text = ident.to_string();
        let Some(key) = syntax.key(&text) else {
            if let Some(key) = end_of_a_path(input).filter(|end| syntax.key(end).is_some()) {
                let message = format!("`{key}` stands alone here, without a path before it");
                self.refused.push(key);
                return Err(syn::Error::new_spanned(ident, message));
            }
            // The key that was meant is there, in a way: it is not reported as missing too.
            match syntax.closest(&text) {
                Some(meant) => self.meant.push(meant.to_owned()),
                None => self.malformed = true,
            }
            let message = format!("unknown key `{text}`; {}", syntax.expected(&text));
            return Err(syn::Error::new_spanned(ident, message));
        };
        // The value is read before the key is refused, so that what stands behind it is read too.
        let value = value::parse(key.kind, &ident, input);
        // One with two forms may have been meant in the other one.
        let was_refused = key.kind != Kind::PairsAndPath && self.refused.contains(&text);
        if self.is_taken(&text, &value) || was_refused {
            let message = format!("`{text}` is there twice");
            return Err(syn::Error::new_spanned(ident, message));
        }
        match value {
            Ok(value) => self.entries.push((ident, value)),
            Err(error) => {
                self.refused.push(text);
                return Err(error);
            }
        }
        Ok(())
    }

    /// Whether the key is there already; one that has two forms may be there once in each.
    fn is_taken(&self, name: &str, value: &syn::Result<Value>) -> bool {
        let is_pairs = |value: &Value| matches!(value, Value::Pairs(_));
        let form = value.as_ref().ok().map(is_pairs);
        let mut same = self.entries.iter().filter(|(key, _)| key == name);
        same.any(|(_, there)| form.is_none_or(|form| form == is_pairs(there)))
    }

    fn not_a_key(
        &mut self,
        start: ParseStream<'_>,
        syntax: &Syntax,
        error: &syn::Error,
    ) -> syn::Error {
        let message = match start.parse::<LitStr>() {
            Ok(text) if syntax.key(&text.value()).is_some() => {
                self.refused.push(text.value());
                format!("a key stands without quotes: `{}`", text.value())
            }
            Ok(text) if syntax.bare => {
                self.malformed = true;
                // It is clear which is meant, so that nobody misses it.
                self.bare.extend(text.parse::<Path>());
                format!("a name stands without quotes: `{}`", text.value())
            }
            _ => format!("expected a key, as in {}", syntax.written()),
        };
        syn::Error::new(error.span(), message)
    }

    /// The key as it stands in the source, where it is there.
    pub(crate) fn key(&self, name: &str) -> Option<&Ident> {
        let mut keys = self.entries.iter().map(|(key, _)| key);
        keys.find(|key| *key == name)
    }

    pub(crate) fn value(&self, name: &str) -> Option<&Value> {
        self.values(name).next()
    }

    fn values(&self, name: &str) -> impl Iterator<Item = &Value> {
        let entries = self.entries.iter().filter(move |(key, _)| key == name);
        entries.map(|(_, value)| value)
    }

    pub(crate) fn text(&self, name: &str) -> Option<&LitStr> {
        self.values(name).find_map(|value| match value {
            Value::Text(text) => Some(text),
            _ => None,
        })
    }

    pub(crate) fn path(&self, name: &str) -> Option<&Path> {
        self.values(name).find_map(|value| match value {
            Value::Path(path) => Some(path),
            _ => None,
        })
    }

    pub(crate) fn path_pairs(&self, name: &str) -> &[(Path, Path)] {
        match self.value(name) {
            Some(Value::PathPairs(pairs)) => pairs,
            _ => &[],
        }
    }

    pub(crate) fn ty(&self, name: &str) -> Option<&Type> {
        self.values(name).find_map(|value| match value {
            Value::Type(ty) => Some(&**ty),
            _ => None,
        })
    }

    pub(crate) fn pairs(&self, name: &str) -> &[(LitStr, LitStr)] {
        let pairs = self.values(name).find_map(|value| match value {
            Value::Pairs(pairs) => Some(pairs.as_slice()),
            _ => None,
        });
        pairs.unwrap_or_default()
    }

    pub(crate) fn names(&self, name: &str) -> &[(Ident, LitStr)] {
        match self.value(name) {
            Some(Value::Names(names)) => names,
            _ => &[],
        }
    }

    pub(crate) fn numbers(&self, name: &str) -> &[(Ident, LitInt)] {
        match self.value(name) {
            Some(Value::Numbers(numbers)) => numbers,
            _ => &[],
        }
    }

    pub(crate) fn texts(&self, name: &str) -> &[LitStr] {
        match self.value(name) {
            Some(Value::Texts(texts)) => texts,
            _ => &[],
        }
    }

    pub(crate) fn literal(&self, name: &str) -> Option<&Lit> {
        match self.value(name) {
            Some(Value::Literal(literal)) => Some(literal),
            _ => None,
        }
    }

    /// The paths that stand without a key.
    pub(crate) fn bare(&self) -> &[Path] {
        &self.bare
    }

    /// Whether the key is there in a way that was reported as wrong.
    pub(crate) fn was_refused(&self, name: &str) -> bool {
        self.malformed || self.refused.iter().chain(&self.meant).any(|refused| refused == name)
    }

    /// Whether a name that is none is like this one.
    pub(crate) fn was_meant(&self, name: &str) -> bool {
        self.meant.iter().any(|meant| meant == name)
    }

    /// Whether there is an attribute in which no keys could be told apart.
    pub(crate) fn is_malformed(&self) -> bool {
        self.malformed
    }

    /// Whether there is no attribute at all.
    pub(crate) fn is_absent(&self) -> bool {
        self.entries.is_empty()
            && self.bare.is_empty()
            && self.refused.is_empty()
            && self.meant.is_empty()
            && !self.malformed
    }

    /// Reports each required key that is not there, with an example of it; or, where there is no
    /// attribute, how the least of it looks.
    pub(crate) fn require(&self, syntax: &Syntax, place: &Ident, errors: &mut Errors) {
        let required = || {
            let keys = syntax.keys.iter();
            keys.filter_map(|key| key.required.map(|example| (key.name, example)))
        };
        if self.is_absent() && errors.is_empty() {
            let all: Vec<&str> = required().map(|(_, example)| example).collect();
            let (name, all) = (syntax.name, all.join(", "));
            return errors
                .at(place, format!("there is no `#[{name}(…)]`; say at least `#[{name}({all})]`"));
        }
        for (key, example) in required() {
            if self.key(key).is_none() && !self.was_refused(key) {
                let message = format!("`{key}` is missing: `#[{}({example})]`", syntax.name);
                errors.at(place, message);
            }
        }
    }
}

/// The name behind `::`, where one stands there.
fn end_of_a_path(input: ParseStream<'_>) -> Option<String> {
    let ahead = input.fork();
    let mut end = None;
    while ahead.parse::<Token![::]>().is_ok() {
        end = ahead.call(Ident::parse_any).ok();
    }
    end.map(|end| end.to_string())
}

/// A path without a key, where one may stand.
fn bare_path(input: ParseStream<'_>, syntax: &Syntax) -> Option<Path> {
    if !syntax.bare {
        return None;
    }
    let ahead = input.fork();
    let path = ahead.call(Path::parse_mod_style).ok()?;
    let is_key = path.get_ident().is_some_and(|ident| {
        let known = syntax.key(&ident.to_string()).is_some();
        known || ahead.peek(Token![=]) || ahead.peek(syn::token::Paren)
    });
    if is_key {
        return None;
    }
    input.advance_to(&ahead);
    Some(path)
}

/// Goes on behind a bad entry, to the next comma.
fn skip_entry(input: ParseStream<'_>) -> syn::Result<()> {
    while !input.is_empty() && !input.peek(Token![,]) && !input.peek(Token![;]) {
        input.parse::<proc_macro2::TokenTree>()?;
    }
    Ok(())
}
