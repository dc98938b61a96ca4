//! Which fields are sent nowhere, because what they take of the data is refused: known by the names of their
//! types, since a macro sees nothing else.

use syn::Type;

use super::field::FlowField;
use super::model::Flow;
use crate::errors::Errors;
use crate::optional;

const REFUSALS: [(&str, &str); 2] = [("NotTaken", "refused"), ("NotWanted", "refused if wanted")];

/// What is said in the place of a place, where the field's type is one that refuses.
pub(super) fn of(ty: &Type) -> Option<&'static str> {
    let own = optional::name(ty)?.to_string();
    REFUSALS.iter().find(|(name, _)| own == *name).map(|(_, said)| *said)
}

/// Whether there is no value of the type, so that only an `Option` of it lets anything be sent.
pub(super) fn is_never(ty: &Type) -> bool {
    of(ty).is_some() && optional::inside(ty).is_none()
}

/// A request with such a field would never be sent.
pub(super) fn check(flow: &Flow<'_>, errors: &mut Errors) {
    for FlowField { field, sound, .. } in flow.fields() {
        if *sound
            && is_never(&field.ty)
            && let Some(name) = optional::name(&field.ty)
        {
            let message = format!(
                "there is no `{name}`, so that this request would never be sent: with `Option<{name}>` it is, where \
                 the data have none"
            );
            errors.at(&field.ty, message);
        }
    }
}
