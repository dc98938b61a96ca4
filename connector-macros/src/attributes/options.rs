//! All that the attributes of one item say, key by key.

use proc_macro2::TokenStream;
use syn::ext::IdentExt as _;
use syn::parse::{ParseStream, Parser as _};
use syn::{Attribute, Ident, LitStr, Meta, Path, Token, Type};

use super::{Key, Value};
use crate::errors::Errors;
use crate::suggest;

/// The keys and values of one item.
#[derive(Default)]
pub(crate) struct Options {
    entries: Vec<(Ident, Value)>,
    /// Keys that were there with a value that could not be read.
    refused: Vec<String>,
}

impl Options {
    /// Reads every attribute of this name; others are none of our business.
    pub(crate) fn parse(
        attributes: &[Attribute],
        name: &str,
        keys: &[Key],
        errors: &mut Errors,
    ) -> Self {
        let mut options = Self::default();
        for attribute in attributes.iter().filter(|attribute| attribute.path().is_ident(name)) {
            match &attribute.meta {
                Meta::List(list) if matches!(list.delimiter, syn::MacroDelimiter::Paren(_)) => {
                    if list.tokens.is_empty() {
                        errors.at(attribute, format!("`#[{name}()]` says nothing; {}", form(name)));
                    }
                    options.read(list.tokens.clone(), keys, errors);
                }
                _ => errors.at(attribute, format!("wrong form; {}", form(name))),
            }
        }
        options
    }

    /// Reads one list of entries. A bad entry is reported and skipped; the others are still read.
    fn read(&mut self, tokens: TokenStream, keys: &[Key], errors: &mut Errors) {
        let read = |input: ParseStream<'_>| -> syn::Result<()> {
            while !input.is_empty() {
                if let Err(error) = self.entry(input, keys) {
                    errors.push(error);
                    skip_entry(input)?;
                }
                if input.is_empty() {
                    break;
                }
                if let Err(error) = input.parse::<Token![,]>() {
                    errors.push(syn::Error::new(error.span(), "expected `,` between two entries"));
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

    fn entry(&mut self, input: ParseStream<'_>, keys: &[Key]) -> syn::Result<()> {
        let ident = input.call(Ident::parse_any).map_err(|error| {
            syn::Error::new(error.span(), "expected a key, such as `url = \"…\"`")
        })?;
        let text = ident.to_string();
        let Some(key) = keys.iter().find(|key| key.name == text) else {
            let names: Vec<&str> =
                keys.iter().map(|key| key.name).filter(|name| *name != "crate").collect();
            // The key that was meant is there, in a way: it is not reported as missing too.
            self.refused.extend(suggest::closest(&text, &names).map(str::to_owned));
            let message = format!("unknown key `{text}`; {}", suggest::expected(&text, names));
            return Err(syn::Error::new_spanned(ident, message));
        };
        let value =
            key.kind.parse(&ident, input).inspect_err(|_| self.refused.push(text.clone()))?;
        if self.key(&text).is_some() {
            return Err(syn::Error::new_spanned(ident, format!("`{text}` is there twice")));
        }
        self.entries.push((ident, value));
        Ok(())
    }

    /// The key as it stands in the source, where it is there.
    pub(crate) fn key(&self, name: &str) -> Option<&Ident> {
        self.entries.iter().map(|(key, _)| key).find(|key| *key == name)
    }

    pub(crate) fn value(&self, name: &str) -> Option<&Value> {
        self.entries.iter().find(|(key, _)| key == name).map(|(_, value)| value)
    }

    pub(crate) fn text(&self, name: &str) -> Option<&LitStr> {
        match self.value(name) {
            Some(Value::Text(text)) => Some(text),
            _ => None,
        }
    }

    pub(crate) fn path(&self, name: &str) -> Option<&Path> {
        match self.value(name) {
            Some(Value::Path(path)) => Some(path),
            _ => None,
        }
    }

    pub(crate) fn ty(&self, name: &str) -> Option<&Type> {
        match self.value(name) {
            Some(Value::Type(ty)) => Some(ty),
            _ => None,
        }
    }

    /// Reports each of these keys that is not there, with an example of it.
    pub(crate) fn require(
        &self,
        keys: &[(&str, &str)],
        attribute: &str,
        place: &Ident,
        errors: &mut Errors,
    ) {
        for (key, example) in keys {
            // A key with a wrong value has been reported; it is not missing too.
            if self.key(key).is_none() && !self.was_refused(key) {
                errors.at(place, format!("`{key}` is missing: `#[{attribute}({example})]`"));
            }
        }
    }

    /// Whether the key is there, with a value that was reported as wrong.
    fn was_refused(&self, name: &str) -> bool {
        self.refused.iter().any(|refused| refused == name)
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.entries.is_empty() && self.refused.is_empty()
    }
}

fn form(name: &str) -> String {
    format!("expected `#[{name}(key = value, …)]`")
}

/// Goes on behind a bad entry, to the next comma.
fn skip_entry(input: ParseStream<'_>) -> syn::Result<()> {
    while !input.is_empty() && !input.peek(Token![,]) {
        input.parse::<proc_macro2::TokenTree>()?;
    }
    Ok(())
}
