//! `value = "card"`: what is always the same is written into the program, and owned by nobody.

use syn::Lit;

use super::field::{FlowField, Source};
use super::model::Flow;
use crate::errors::Errors;
use crate::optional;

/// Types that own a text, by their names.
const OWNED: [&str; 3] = ["String", "Box", "Cow"];

pub(crate) fn check(flow: &Flow<'_>, errors: &mut Errors) {
    for field in flow.fields().iter().filter(|field| field.sound && is_owned_text(field)) {
        errors.at(&field.field.ty, "a text that is always the same is a `&'static str`");
    }
}

/// Whether a text is to fill a type that owns it.
pub(super) fn is_owned_text(field: &FlowField<'_>) -> bool {
    let is_text = matches!(field.source, Some(Source::Constant(Lit::Str(_))));
    let name = optional::name(&field.field.ty);
    is_text && name.is_some_and(|name| OWNED.iter().any(|owned| name == owned))
}
