//! What no processor is sent: an amount in this crate's own form.

use super::body_form::BodyForm;
use super::body_tree::serde_key;
use super::field::{FlowField, Place};
use super::model::Flow;
use crate::errors::Errors;
use crate::optional;

/// With one of these keys of serde's, a field of the body is not written.
pub(super) const UNWRITTEN: [&str; 2] = ["skip", "skip_serializing"];

pub(crate) fn check(flow: &Flow<'_>, errors: &mut Errors) {
    // In these a part is of chosen types, and rustc says so.
    if matches!(flow.form, BodyForm::Multipart | BodyForm::Raw) {
        return;
    }
    for field in flow.fields() {
        let is_money = optional::name(&field.field.ty).is_some_and(|name| name == "Money");
        if is_money && is_written(field) {
            errors.at(
                &field.field.ty,
                "an amount is written in a unit: `MinorUnit` (1050), `StringMinorUnit` (\"1050\"), `StringMajorUnit` \
                 (\"10.50\") or `FloatMajorUnit` (10.50), with its `Currency` in a field of its own or beside it in a \
                 `money_object!`",
            );
        }
    }
}

fn is_written(field: &FlowField<'_>) -> bool {
    !matches!(field.place, Place::Function) && serde_key(field, &UNWRITTEN).is_none()
}
