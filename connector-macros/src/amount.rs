//! Which fields are amounts: known by the names of their types, since a macro sees nothing else. An
//! alias of such a type is read and written all the same, and `describe` does not tell its unit.

use proc_macro2::TokenStream;
use syn::Type;

use crate::generics::with_lifetime;
use crate::optional;

const AMOUNTS: [&str; 5] =
    ["MinorUnit", "StringMinorUnit", "StringMajorUnit", "FloatMajorUnit", "Counted"];

/// The type of a field that is filled from an amount and may write it beside its currency: only rustc knows.
pub(crate) fn object_of(ty: &Type, from: &str) -> Option<TokenStream> {
    let ty = optional::inside(ty).unwrap_or(ty);
    let Type::Path(path) = ty else { return None };
    let is_currency = path.path.segments.last()?.ident == "Currency";
    let is_of_an_amount = from.rsplit('.').next()?.contains("amount");
    (is_of_an_amount && !is_currency).then(|| with_lifetime(ty, "'static"))
}

/// The type of an amount, if the field is one by the name of its type, or may be one.
pub(crate) fn of(ty: &Type) -> Option<&Type> {
    let ty = optional::inside(ty).unwrap_or(ty);
    let Type::Path(path) = ty else { return None };
    let last = path.path.segments.last()?;
    AMOUNTS.iter().any(|name| last.ident == name).then_some(ty)
}
