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
    let is_currency = optional::name(ty)? == "Currency";
    let ty = optional::inside(ty).unwrap_or(ty);
    (is_amount(from) && !is_currency).then(|| with_lifetime(ty, "'static"))
}

/// Whether a field takes the currency of an amount, and nothing else of it.
pub(crate) fn is_currency_of(ty: &Type, from: &str) -> bool {
    let is_currency = optional::name(ty).is_some_and(|name| name == "Currency");
    is_currency && (is_amount(from) || from.ends_with(".currency"))
}

/// Whether a source is an amount, by its name.
fn is_amount(from: &str) -> bool {
    from.rsplit('.').next().is_some_and(|name| name.contains("amount"))
}

/// The type of an amount, if the field is one by the name of its type, or may be one.
pub(crate) fn of(ty: &Type) -> Option<&Type> {
    // Compared as a text: a name is asked of rustc each time.
    let own = optional::name(ty)?.to_string();
    AMOUNTS.contains(&own.as_str()).then(|| optional::inside(ty).unwrap_or(ty))
}
