//! What one word means: `#[wire_status(Charged)]`, or target by target.

use syn::ext::IdentExt as _;
use syn::parse::{ParseStream, Parser as _};
use syn::{Ident, LitStr, Meta, Path, Token};

use crate::errors::Errors;
use crate::suggest;

/// Says that a word tells nothing about a target.
const SILENT: &str = "none";

/// What the attributes of one variant say.
#[derive(Default)]
pub(super) struct Entries {
    /// `rename = "…"`
    pub(super) word: Option<LitStr>,
    /// `Charged`, for every target.
    common: Option<Path>,
    /// `AttemptStatus = Charged`
    own: Vec<(Ident, Path)>,
}

impl Entries {
    pub(super) fn read(variant: &syn::Variant, targets: &[&Ident], errors: &mut Errors) -> Self {
        let mut entries = Self::default();
        for attribute in variant.attrs.iter().filter(|a| a.path().is_ident("wire_status")) {
            let Meta::List(list) = &attribute.meta else {
                errors.at(attribute, "wrong form; expected `#[wire_status(Charged)]`");
                continue;
            };
            let read = |input: ParseStream<'_>| entries.list(input, targets, errors);
            if let Err(error) = read.parse2(list.tokens.clone()) {
                errors.push(error);
            }
        }
        entries
    }

    fn list(
        &mut self,
        input: ParseStream<'_>,
        targets: &[&Ident],
        errors: &mut Errors,
    ) -> syn::Result<()> {
        while !input.is_empty() {
            if input.peek2(Token![=]) {
                let key = input.call(Ident::parse_any)?;
                input.parse::<Token![=]>()?;
                self.pair(key, input, targets, errors)?;
            } else {
                let status = input.call(Path::parse_mod_style)?;
                if self.common.is_some() {
                    errors.at(&status, "the word already has a meaning");
                }
                self.common = Some(status);
            }
            if !input.is_empty() {
                input.parse::<Token![,]>()?;
            }
        }
        Ok(())
    }

    fn pair(
        &mut self,
        key: Ident,
        input: ParseStream<'_>,
        targets: &[&Ident],
        errors: &mut Errors,
    ) -> syn::Result<()> {
        if key == "rename" {
            self.word = Some(input.parse()?);
            return Ok(());
        }
        let status = input.call(Path::parse_mod_style)?;
        let name = key.to_string();
        if self.own.iter().any(|(target, _)| *target == key) {
            errors.at(&key, format!("`{name}` is there twice"));
        } else if targets.contains(&&key) {
            self.own.push((key, status));
        } else {
            let known: Vec<String> = targets.iter().map(ToString::to_string).collect();
            let known = known.iter().map(String::as_str).chain(["rename"]);
            errors.at(&key, format!("unknown key `{name}`; {}", suggest::expected(&name, known)));
        }
        Ok(())
    }

    /// The meaning for each target, in their order; reports those that are missing.
    pub(super) fn complete(
        self,
        variant: &Ident,
        targets: &[&Ident],
        errors: &mut Errors,
    ) -> Vec<Option<Path>> {
        let meaning = |target: &&Ident| {
            let own = self.own.iter().find(|(name, _)| name == *target).map(|(_, status)| status);
            let Some(status) = own.or(self.common.as_ref()) else {
                errors.at(variant, format!(
                    "what does this word mean as `{target}`? `#[wire_status({target} = …)]`, or \
                     `{SILENT}` where it says nothing about one"
                ));
                return None;
            };
            (!status.is_ident(SILENT)).then(|| status.clone())
        };
        targets.iter().map(meaning).collect()
    }
}
