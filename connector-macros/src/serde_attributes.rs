//! The attributes of serde's, as far as the derives have to know them.

use proc_macro2::TokenTree;
use syn::{Attribute, Ident, LitStr};

use crate::case;
use crate::errors::Errors;
use crate::suggest;

/// On a struct (<https://serde.rs/container-attrs.html>, read 2026-11).
pub(crate) const CONTAINER: [&str; 16] = [
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
pub(crate) const FIELD: [&str; 14] = [
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

/// Those attributes.
pub(crate) fn of(attributes: &[Attribute]) -> Vec<&Attribute> {
    attributes.iter().filter(|attribute| attribute.path().is_ident("serde")).collect()
}

/// Whether there is each of these keys.
pub(crate) fn are_known(attributes: &[Attribute], known: &[&str]) -> bool {
    keys(attributes).iter().all(|key| known.iter().any(|name| key == name))
}

/// Reports each key that there is not.
pub(crate) fn unknown(attributes: &[Attribute], known: &[&'static str], errors: &mut Errors) {
    for key in keys(attributes) {
        let name = key.to_string();
        if !known.contains(&name.as_str()) {
            let expected = suggest::expected(&name, known.iter().copied());
            errors.at(&key, format!("serde has no key `{name}` here; {expected}"));
        }
    }
}

/// The keys of all serde attributes here, without their values.
pub(crate) fn keys(attributes: &[Attribute]) -> Vec<Ident> {
    let mut keys = Vec::new();
    for attribute in of(attributes) {
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

/// The text of `#[serde(key = "text")]`.
pub(crate) fn text(attributes: &[Attribute], key: &str) -> Option<String> {
    texts(attributes, key).pop()
}

/// All of them, where a key may be there several times.
pub(crate) fn texts(attributes: &[Attribute], key: &str) -> Vec<String> {
    literals(attributes, key).iter().map(LitStr::value).collect()
}

/// The same, each at its place.
pub(crate) fn literals(attributes: &[Attribute], key: &str) -> Vec<LitStr> {
    let mut found = Vec::new();
    for attribute in of(attributes) {
        // serde reports what is wrong with its own attributes.
        drop(attribute.parse_nested_meta(|meta| {
            let value = meta.value().and_then(syn::parse::ParseBuffer::parse::<LitStr>);
            if let (true, Ok(text)) = (meta.path.is_ident(key), value) {
                found.push(text);
            }
            Ok(())
        }));
    }
    found
}

/// A field's name on the wire, as far as `rename` and `rename_all` say it.
pub(crate) fn wire_name(of_struct: &[Attribute], of_field: &[Attribute], own: String) -> String {
    let all = || text(of_struct, "rename_all");
    match (text(of_field, "rename"), all()) {
        (Some(name), _) => name,
        (None, Some(rule)) => case::of_field(&rule, &own),
        (None, None) => own,
    }
}
