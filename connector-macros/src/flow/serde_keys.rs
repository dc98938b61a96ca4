//! The keys of serde's attributes: a misspelt one is reported here, because serde's derive would report it with a
//! type that the author has never seen.

use super::field::{FlowField, Place};
use super::model::Flow;
use crate::errors::Errors;
use crate::serde_attributes;

pub(crate) fn check(flow: &Flow<'_>, errors: &mut Errors) {
    serde_attributes::unknown(&flow.input.attrs, &serde_attributes::CONTAINER, errors);
    has_a_body_to_write(flow, errors);
    for field in flow.fields() {
        serde_attributes::unknown(&field.field.attrs, &serde_attributes::FIELD, errors);
        let place = match field.place {
            Place::Path => "path",
            Place::Query(_) | Place::QueryAll => "query",
            Place::Header(_) => "header",
            Place::Body(_) | Place::Function => continue,
        };
        for key in serde_attributes::keys(&field.field.attrs) {
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

/// On the struct, what decides how all of them are.
const WRITES_ALL: [&str; 4] = ["rename_all", "tag", "transparent", "into"];

/// What is said of all fields of the body is said of none where none goes there.
fn has_a_body_to_write(flow: &Flow<'_>, errors: &mut Errors) {
    // A placeholder or a mark that is misspelt may be of a field that goes elsewhere.
    let is_known = flow.url.as_ref().is_none_or(|url| url.is_sound)
        && flow.fields.is_some()
        && flow.fields().iter().all(|field| field.sound);
    if !is_known || flow.fields().iter().any(FlowField::is_body) {
        return;
    }
    for key in serde_attributes::keys(&flow.input.attrs) {
        if WRITES_ALL.iter().any(|write| key == write) {
            let message = format!(
                "serde writes the body, and no field goes there: `{key}` is about none; names stand in \
                 `query = \"…\"` and `header = \"…\"`"
            );
            errors.at(&key, message);
        }
    }
}
