//! Amounts beside a currency of which only rustc knows whether they have one of their own. Where they do, it is the
//! other one that is too much, and reported there.

use proc_macro2::{Span, TokenStream};
use quote::{ToTokens as _, quote};
use syn::{Path, Type};

use super::declared::Response;
use super::field::ResponseField;
use crate::amount;
use crate::call;
use crate::generics::with_lifetime;
use crate::optional;

/// The amounts, where a currency stands beside them and the name of none says that it has none.
pub(super) fn amounts<'r, 'a>(response: &'r Response<'a>) -> Vec<&'r ResponseField<'a>> {
    let amounts: Vec<&ResponseField<'a>> =
        response.fields.iter().filter(|field| field.is_amount()).collect();
    let is_known = amounts.iter().any(|field| amount::of(field.ty).is_some());
    // A constant cannot name parameters.
    let has_parameters = !response.input.generics.params.is_empty();
    if is_known || has_parameters || place(response).is_none() { Vec::new() } else { amounts }
}

/// Where the currency stands.
fn place(response: &Response<'_>) -> Option<Span> {
    let field = response.fields.iter().find(|field| field.key == "currency");
    field.map(|field| field.key.span()).or(response.currency_asked_at)
}

/// What an object is that stands there or not.
fn object(ty: &Type) -> &Type {
    optional::inside(ty).unwrap_or(ty)
}

/// In which unit such an object writes an amount beside its currency.
fn unit(ty: &Type) -> TokenStream {
    let object = with_lifetime(object(ty), "'static");
    quote!({ use __core::NoUnit as _; <__core::UnitProbe<#object>>::UNIT })
}

/// Stops rustc at the currency, or at what is no amount: once for each type.
pub(super) fn check(response: &Response<'_>) -> TokenStream {
    let (amounts, Some(place)) = (amounts(response), place(response)) else {
        return TokenStream::new();
    };
    let mut seen: Vec<String> = Vec::new();
    let checks = amounts.into_iter().filter_map(|field| {
        let (ty, name) = (field.ty, object(field.ty).to_token_stream().to_string());
        if seen.contains(&name) {
            return None;
        }
        seen.push(name.clone());
        let unit = unit(ty);
        let is_known = call::at(place, &quote!(__core::has_no_currency), &quote!(#unit, #name));
        Some(quote!(const _: () = __core::is_amount::<#ty, __core::KnownAs<{ #is_known }, ()>>();))
    });
    checks.collect()
}

/// What a response tells where this is the amount: in the currency that was asked about, if the amount has none.
pub(super) fn in_the_currency_asked(response: &Response<'_>) -> TokenStream {
    amounts(response).first().map_or_else(
        || quote!(.in_the_currency_asked()),
        |field| {
            let unit = unit(field.ty);
            quote!(.in_the_currency_asked_unless(#unit.is_some()))
        },
    )
}

/// The amount, where it is one of these.
pub(super) fn money(
    response: &Response<'_>,
    field: &ResponseField<'_>,
    flow: &Path,
) -> Option<TokenStream> {
    amounts(response).iter().find(|amount| amount.member == field.member)?;
    let currency = match response.field(flow, "currency") {
        Some(ResponseField { member, ty, .. }) => quote!(__core::currency_of::<#ty>(&self.#member)),
        None if response.currency_asked_at.is_some() => {
            quote!(__core::asked_currency::<#flow>(__data))
        }
        None => return None,
    };
    let ResponseField { member, ty, key, .. } = field;
    Some(quote! {
        __response.#key = {
            use __core::NoAmount as _;
            (<__core::Amounts<#ty>>::MONEY)(&self.#member, #currency)?
        };
    })
}
