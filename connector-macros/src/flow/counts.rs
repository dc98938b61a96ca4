//! Whether the amounts of a request are counted as the connector counts.

use proc_macro2::TokenStream;
use quote::quote;
use syn::spanned::Spanned as _;
use syn::{Path, Type};

use super::field::{FlowField, Source};
use super::model::Flow;
use crate::call;
use crate::generics::with_lifetime;
use crate::optional;

/// Whether the field is an amount that is not counted as the connector counts, only rustc knows: the type may be the
/// author's own, or an alias. What is borrowed and what is always the same is none.
pub(super) fn check(
    flow: &Flow<'_>,
    field: &FlowField<'_>,
    connector: &Path,
) -> Option<TokenStream> {
    let ty = &field.field.ty;
    let inside = optional::inside(ty).unwrap_or(ty);
    if matches!(inside, Type::Reference(_)) || matches!(field.source, Some(Source::Constant(_))) {
        return None;
    }
    let defaults = flow.defaults.as_ref().filter(|defaults| !defaults.project(ty))?;
    let whole = with_lifetime(&defaults.apply(ty), "'static");
    let counts = quote!(__core::counts_as::<#connector, __Flow>);
    let count = quote!(<__core::CountProbe<#whole>>::COUNT);
    let check = call::at(inside.span(), &counts, &count);
    Some(quote!(const _: () = { use __core::NoCount as _; #check };))
}
