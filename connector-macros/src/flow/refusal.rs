//! Which fields are sent nowhere, because what they take of the data is refused: known by the names of their
//! types, since a macro sees nothing else.

use syn::Type;

use crate::optional;

const REFUSALS: [(&str, &str); 2] = [("NotTaken", "refused"), ("NotWanted", "refused if wanted")];

/// What is said in the place of a place, where the field's type is one that refuses.
pub(super) fn of(ty: &Type) -> Option<&'static str> {
    let own = optional::name(ty)?;
    REFUSALS.iter().find(|(name, _)| own == name).map(|(_, said)| *said)
}
