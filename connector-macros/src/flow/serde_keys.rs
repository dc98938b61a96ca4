//! The keys of serde's attributes: a misspelt one is reported here, because serde's derive would report it with a
//! type that the author has never seen.

use proc_macro2::TokenTree;
use syn::{Attribute, Ident};

use super::body::serde_attributes;
use super::field::Place;
use super::model::Flow;
use crate::errors::Errors;
use crate::suggest;

/// On a struct (<https://serde.rs/container-attrs.html>, read 2026-11).
const CONTAINER: [&str; 16] = [
    "rename",
    "rename_all",
    "rename_all_fields",
    "deny_unknown_fields",
    "tag",
    "content",
    "untagged",
    "bound",
    "default",
    "remote",
    "transparent",
    "from",
    "try_from",
    "into",
    "crate",
    "expecting",
];

/// On a field (<https://serde.rs/field-attrs.html>, read 2026-11).
const FIELD: [&str; 14] = [
    "rename",
    "alias",
    "default",
    "flatten",
    "skip",
    "skip_serializing",
    "skip_deserializing",
    "skip_serializing_if",
    "serialize_with",
    "deserialize_with",
    "with",
    "borrow",
    "bound",
    "getter",
];

pub(crate) fn check(flow: &Flow<'_>, errors: &mut Errors) {
    unknown(&flow.input.attrs, &CONTAINER, errors);
    for field in flow.fields() {
        unknown(&field.field.attrs, &FIELD, errors);
        let place = match field.place {
            Place::Path => "path",
            Place::Query(_) | Place::QueryAll => "query",
            Place::Header(_) => "header",
            Place::Body(_) | Place::Function => continue,
        };
        for key in keys(&field.field.attrs) {
            if WRITES.iter().any(|write| key == write) {
                let instead = match (key == "rename", &field.place) {
                    (true, Place::Path) => "; the placeholder is the name there",
                    (true, Place::Query(_)) => "; the name there is `query = \"…\"`",
                    (true, Place::Header(_)) => "; the name there is `header = \"…\"`",
                    _ => "",
                };
                let serde = "serde writes fields of the body";
                errors.at(&key, format!("{serde}, and this one stands in the {place}{instead}"));
            }
        }
    }
}

/// On a field, what decides how it is written.
const WRITES: [&str; 4] = ["rename", "flatten", "serialize_with", "with"];

fn unknown(attributes: &[Attribute], known: &[&'static str], errors: &mut Errors) {
    for key in keys(attributes) {
        let name = key.to_string();
        if !known.contains(&name.as_str()) {
            let expected = suggest::expected(&name, known.iter().copied());
            errors.at(&key, format!("serde has no key `{name}` here; {expected}"));
        }
    }
}

/// The keys of all serde attributes here, without their values.
pub(super) fn keys(attributes: &[Attribute]) -> Vec<Ident> {
    let mut keys = Vec::new();
    for attribute in serde_attributes(attributes) {
        let Ok(list) = attribute.meta.require_list() else { continue };
        let mut begins = true;
        for token in list.tokens.clone() {
            let separates = matches!(&token, TokenTree::Punct(mark) if mark.as_char() == ',');
            match token {
                TokenTree::Ident(key) if begins => keys.push(key),
                _ => {}
            }
            begins = separates;
        }
    }
    keys
}
