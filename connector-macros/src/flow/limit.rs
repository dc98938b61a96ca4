//! What a processor takes of a text: `min_len = 10`, `max_len = 80`, `charset = "A-Za-z0-9_-"`.

use proc_macro2::TokenStream;
use quote::quote;
use syn::ext::IdentExt as _;
use syn::{Lit, LitStr, Type};

use super::body;
use super::field::{FlowField, Source};
use super::fill;
use super::model::Flow;
use super::refusal;
use crate::amount;
use crate::attributes::Options;
use crate::errors::Errors;
use crate::optional;

/// How long a text may be, and of which characters.
pub(crate) struct Limit {
    min_len: Option<u32>,
    max_len: Option<u32>,
    charset: Option<(String, Vec<(char, char)>)>,
}

impl Limit {
    pub(crate) fn read(
        options: &Options,
        ty: &Type,
        source: Option<&Source>,
        errors: &mut Errors,
    ) -> Option<Self> {
        let key = ["min_len", "max_len", "charset"].into_iter().find_map(|key| options.key(key))?;
        if let Some(reason) = no_text(ty, source) {
            errors.at(key, reason);
            return None;
        }
        let mut length =
            |key| options.literal(key).and_then(|literal| length(key, literal, errors));
        let (min_len, max_len) = (length("min_len"), length("max_len"));
        if min_len.zip(max_len).is_some_and(|(least, most)| least > most) {
            errors.at(
                options.key("min_len"),
                "no text is so long and so short: `min_len` is above `max_len`",
            );
        }
        let charset = options.text("charset").and_then(|text| charset(text, errors));
        let limits = min_len.is_some() || max_len.is_some() || charset.is_some();
        limits.then_some(Self { min_len, max_len, charset })
    }

    /// The constant of the core's.
    fn constant(&self) -> TokenStream {
        let (min_len, max_len) = (self.min_len.unwrap_or(0), self.max_len.unwrap_or(u32::MAX));
        let (text, ranges) = match &self.charset {
            Some((text, ranges)) => (text.as_str(), ranges.as_slice()),
            None => ("", [].as_slice()),
        };
        let ranges = ranges.iter().map(|(first, last)| quote!((#first, #last)));
        quote!(__core::Limit::new(#min_len, #max_len, #text, &[#(#ranges),*]))
    }
}

/// Why no text of the field could be too long.
fn no_text(ty: &Type, source: Option<&Source>) -> Option<&'static str> {
    if let Some(Source::Constant(_)) = source {
        return Some("the value is always the same: there is nothing to refuse");
    }
    if refusal::of(ty).is_some() {
        return Some("nothing is sent of it, and nothing could be too long");
    }
    if amount::of(ty).is_some() {
        return Some("an amount is no text: all of it is sent, or nothing");
    }
    let is_currency = optional::name(ty).is_some_and(|name| name == "Currency");
    is_currency.then_some("a currency is three capital letters, always")
}

fn length(key: &str, literal: &Lit, errors: &mut Errors) -> Option<u32> {
    let length = match literal {
        Lit::Int(number) if number.suffix().is_empty() => number.base10_parse().ok(),
        _ => None,
    };
    let length = length.filter(|length| *length > 0);
    if length.is_none() {
        errors.at(literal, format!("`{key}` is a number of characters, from 1: `{key} = 80`"));
    }
    length
}

/// Characters and ranges of them, as between the brackets of a regular expression.
fn charset(text: &LitStr, errors: &mut Errors) -> Option<(String, Vec<(char, char)>)> {
    let written = text.value();
    match ranges(&written) {
        Ok(ranges) => Some((written, ranges)),
        Err(problem) => {
            errors.at(text, problem);
            None
        }
    }
}

fn ranges(text: &str) -> Result<Vec<(char, char)>, String> {
    if text.is_empty() {
        return Err("no character would be taken: `charset = \"A-Za-z0-9_-\"`".to_owned());
    }
    let inside = text.trim_end_matches(['+', '*']);
    if let Some(inside) = inside.strip_prefix('[').and_then(|inside| inside.strip_suffix(']')) {
        return Err(format!(
            "the characters stand alone, as between the brackets of a regular expression: \
             `charset = \"{inside}\"`"
        ));
    }
    let mut ranges: Vec<(char, char)> = Vec::new();
    let mut rest = text.chars().peekable();
    while let Some(first) = rest.next() {
        if first.is_control() {
            return Err("a control character is in no text that is sent".to_owned());
        }
        // A `-` is a character by itself where it stands first or last.
        let mut ahead = rest.clone();
        let last = match (ahead.next(), ahead.next()) {
            (Some('-'), Some(last)) if first != '-' => {
                rest = ahead;
                last
            }
            _ => first,
        };
        if last < first {
            return Err(format!(
                "the range `{first}-{last}` is empty: `{last}` comes before `{first}`"
            ));
        }
        if let Some(twice) = ranges.iter().find(|(from, to)| first <= *to && *from <= last) {
            let (from, to) = twice;
            return Err(match from == to {
                true => format!("`{from}` is there twice"),
                false => format!("`{from}-{to}` holds part of what follows it already"),
            });
        }
        ranges.push((first, last));
    }
    Ok(ranges)
}

/// Refuses, when the request is written, what is longer or stranger than the processor takes.
pub(super) fn check(flow: &Flow<'_>, field: &FlowField<'_>) -> Option<TokenStream> {
    let limit = field.limit.as_ref()?.constant();
    let (ident, ty) = (field.ident, &field.field.ty);
    let named = fill::text(field).unwrap_or_else(|| ident.unraw().to_string());
    let wire = body::name_in_place(flow, field);
    Some(quote! {
        __core::limited::<#ty>(__to, &self.#ident, #named, #wire, const { &#limit });
    })
}

/// Says it in the description of the field's place.
pub(super) fn described(field: &FlowField<'_>, place: TokenStream) -> TokenStream {
    match field.limit.as_ref().map(Limit::constant) {
        Some(limit) => quote!(__core::limited_place(#place, #limit)),
        None => place,
    }
}

#[cfg(test)]
mod tests {
    use super::ranges;

    #[test]
    fn a_hyphen_is_a_range_between_two_characters_and_itself_elsewhere() {
        assert_eq!(ranges("a-c_").unwrap(), [('a', 'c'), ('_', '_')]);
        assert_eq!(ranges("-a").unwrap(), [('-', '-'), ('a', 'a')]);
        assert_eq!(ranges("a-").unwrap(), [('a', 'a'), ('-', '-')]);
        assert_eq!(ranges("A-Za-z0-9._-").unwrap().len(), 6);
        assert_eq!(ranges(" -~").unwrap(), [(' ', '~')]);
    }

    #[test]
    fn what_takes_nothing_or_the_same_twice_is_a_mistake() {
        assert_eq!(ranges("a-z[]").unwrap().len(), 3);
        for nonsense in ["", "z-a", "aa", "a-zm", "0-9A-Z5", "a\n", "[a-z]", "[a-z]+"] {
            assert!(ranges(nonsense).is_err(), "{nonsense}");
        }
    }
}
