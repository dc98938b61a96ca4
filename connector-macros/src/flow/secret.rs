//! A secret of the data shows itself nowhere, and so is written as nothing else than `Exposed<'a>`.

use super::body_tree::serde_key;
use super::field::{FlowField, Place, Source};
use super::model::Flow;
use crate::errors::Errors;
use crate::optional;

/// The types of secrets, by their names: a macro sees nothing else of them.
const SECRETS: [&str; 3] = ["Secret", "CardNumber", "CardSecurityCode"];

/// With one of these keys of serde's, what is written is what the author's function makes of it, or nothing.
const BY_HAND: [&str; 4] = ["serialize_with", "with", "skip", "skip_serializing"];

pub(crate) fn check(flow: &Flow<'_>, errors: &mut Errors) {
    for field in flow.fields().iter().filter(|field| field.sound && is_masked(field)) {
        let message = match field.place {
            Place::Path | Place::Query(_) | Place::QueryAll => {
                "a secret does not stand in a URL, which is logged on its way: it is sent in a header or in the body, \
                 as `Exposed<'a>`"
            }
            _ => {
                "a secret is sent as `Exposed<'a>`, or `Option<Exposed<'a>>`: by this type nothing could write it"
            }
        };
        errors.at(&field.field.ty, message);
    }
}

/// Whether the field is a secret that nothing could fill or write.
pub(super) fn is_masked(field: &FlowField<'_>) -> bool {
    let name = optional::innermost(&field.field.ty).map(ToString::to_string);
    let is_secret = name.is_some_and(|name| SECRETS.contains(&name.as_str()));
    let is_filled = matches!(field.source, Some(Source::Data(_)));
    is_secret && (is_filled || (field.is_body() && serde_key(field, &BY_HAND).is_none()))
}
