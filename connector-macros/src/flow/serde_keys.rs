//! The keys of serde's attributes: a misspelt one is reported here, because serde's derive would report it with a
//! type that the author has never seen; one that does not fit, because serde's derive would follow it.

use super::field::{FlowField, Place};
use super::model::Flow;
use super::serde_values;
use crate::errors::Errors;
use crate::flattened;
use crate::serde_attributes;

pub(crate) fn check(flow: &Flow<'_>, errors: &mut Errors) {
    serde_attributes::unknown(&flow.input.attrs, &serde_attributes::CONTAINER, errors);
    for key in serde_attributes::keys(&flow.input.attrs) {
        if let Some(reason) = of_no_request(&key.to_string()) {
            errors.at(&key, format!("`{key}` {reason}"));
        }
    }
    has_a_body_to_write(flow, errors);
    if flow.fields().iter().any(FlowField::is_body) {
        serde_values::check(&flow.input.attrs, serde_values::CONTAINER, errors);
    }
    for field in flow.fields() {
        serde_attributes::unknown(&field.field.attrs, &serde_attributes::FIELD, errors);
        for key in serde_attributes::keys(&field.field.attrs) {
            if READS.iter().any(|reads| key == reads) {
                errors.at(&key, format!("`{key}` {IS_ABOUT_READING}"));
            }
        }
        let place = match field.place {
            Place::Path => "path",
            Place::Query(_) | Place::QueryAll => "query",
            Place::Header(_) => "header",
            Place::Body(_) => {
                serde_values::check(&field.field.attrs, serde_values::FIELD, errors);
                flattened::check(&field.field.attrs, &field.field.ty, errors);
                continue;
            }
            Place::Function => continue,
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

/// On a field, what decides how it is read.
const READS: [&str; 5] = ["alias", "default", "skip_deserializing", "deserialize_with", "borrow"];

const IS_ABOUT_READING: &str = "is about reading, and a request is written only";

/// Why a key of serde's on the struct is none of a request.
fn of_no_request(key: &str) -> Option<&'static str> {
    Some(match key {
        "default" | "deny_unknown_fields" | "expecting" | "from" | "try_from" => IS_ABOUT_READING,
        "tag" => {
            "would send the name of a type of the derive's; a word that is always the same is a field: \
             `#[connector_flow(value = \"…\")]`"
        }
        "content" | "untagged" | "rename_all_fields" => {
            "is about an enum, and a request is a struct"
        }
        "rename" => {
            "names a type, and the body has the name of none; what stands around it is `envelope = \"…\"`"
        }
        "into" | "transparent" => {
            "writes something else than the fields, and these are the request"
        }
        "crate" | "remote" => "is for the derive to say, which writes the body by it",
        _ => return None,
    })
}

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
        if key == "rename_all" {
            errors.at(
                &key,
                "serde writes the body, and no field goes there: `rename_all` is about none; names stand in \
                 `query = \"…\"` and `header = \"…\"`",
            );
        }
    }
}
