//! Which fields are amounts: known by the names of their types, since a macro sees nothing else. An
//! alias of such a type is read and written all the same, and `describe` does not tell its unit.

use syn::Type;

use crate::optional;

const AMOUNTS: [&str; 5] =
    ["MinorUnit", "StringMinorUnit", "StringMajorUnit", "FloatMajorUnit", "Counted"];

/// The type of an amount, if the field is one by the name of its type, or may be one.
pub(crate) fn of(ty: &Type) -> Option<&Type> {
    let ty = optional::inside(ty).unwrap_or(ty);
    let Type::Path(path) = ty else { return None };
    let last = path.path.segments.last()?;
    AMOUNTS.iter().any(|name| last.ident == name).then_some(ty)
}
