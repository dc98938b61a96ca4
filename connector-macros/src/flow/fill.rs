//! Where the values come from: the flow's data, field by field, or a transformer written by hand.

use proc_macro2::TokenStream;
use quote::{ToTokens as _, format_ident, quote, quote_spanned};
use syn::ext::IdentExt as _;
use syn::{Ident, Member};

use super::field::{FlowField, Source};
use super::idempotency::KEY;
use super::model::Flow;
use super::{another_id, constant, refusal, secret};
use crate::call;
use crate::generics::with_lifetime;
use crate::optional;

/// Statements that make the request and write it. They end where a value is not to be had: the
/// encoder knows why.
pub(super) fn request(flow: &Flow<'_>, asked_of: &TokenStream) -> TokenStream {
    let name = &flow.input.ident;
    if !flow.is_filled_by_declaration() {
        // At the struct's name, because rustc underlines it where nobody fills the struct.
        let lifetimes = flow.input.generics.lifetimes();
        let lifetimes = lifetimes.map(|_| quote_spanned!(name.span()=> '_));
        let request = quote_spanned!(name.span()=> #name<#(#lifetimes),*>);
        let transformed = quote!(__core::transformed::<#asked_of, #request>(__data, __to));
        return quote! {
            let __core::Some(__asked) = #transformed else { return };
            __core::FlowRequest::encode(&__asked, __to);
        };
    }
    let (mut taken, mut fields) = (TokenStream::new(), TokenStream::new());
    for (number, field) in flow.fields().iter().enumerate() {
        let ident = field.ident;
        // What is said to be taken is there.
        let takes = &field.takes;
        taken.extend(quote!(#(let _ = &__data.request.#takes;)*));
        if let Some(value) = value(flow, field) {
            let local = format_ident!("__{number}");
            taken.extend(quote! {
                let __core::Some(#local) = #value else { return };
            });
            fields.extend(quote!(#ident: #local,));
        } else if let Some(Source::Constant(literal)) = &field.source {
            fields.extend(quote!(#ident: #literal,));
        }
    }
    quote! {
        #taken
        let __asked = #name { #fields };
        __core::FlowRequest::encode(&__asked, __to);
    }
}

/// Stops rustc where a transformer is written by hand, too.
pub(super) fn once(flow: &Flow<'_>) -> TokenStream {
    if !flow.is_filled_by_declaration() {
        return TokenStream::new();
    }
    let name = &flow.input.ident;
    let lifetimes = flow.input.generics.lifetimes().map(|_| quote!('static));
    let is_made = quote!(__core::ByHand::<#name<#(#lifetimes),*>, __Flow>::MADE);
    let check = call::at(name.span(), &quote!(__core::filled_once), &is_made);
    quote!(#check;)
}

/// Statements that do nothing but let rustc look at the declared sources, where there are mistakes
/// elsewhere.
pub(super) fn checks(flow: &Flow<'_>) -> TokenStream {
    let checks = flow.fields().iter().filter(|field| !is_told(field)).filter_map(|field| {
        if let Some(Source::Constant(literal)) = &field.source {
            let ty = ty(flow, field)?;
            return Some(quote!(let _: #ty = #literal;));
        }
        let value = value(flow, field)?;
        Some(quote!(#value;))
    });
    checks.collect()
}

/// Whether something is said already of a type that nothing fills.
fn is_told(field: &FlowField<'_>) -> bool {
    refusal::is_never(&field.field.ty)
        || (!field.sound && field.is_made_of_anything())
        || secret::is_masked(field)
        || constant::is_owned_text(field)
        || another_id::of(field).is_some()
}

/// The field's type, as the flow has it.
fn ty(flow: &Flow<'_>, field: &FlowField<'_>) -> Option<TokenStream> {
    Some(with_lifetime(&flow.defaults.as_ref()?.apply(&field.field.ty), "'_"))
}

/// The value of a field that has one from the data, where it is there.
fn value(flow: &Flow<'_>, field: &FlowField<'_>) -> Option<TokenStream> {
    let Source::Data(names) = field.source.as_ref()? else {
        return None;
    };
    let ty = ty(flow, field)?;
    let source = expression(names)?;
    let text = text(field)?;
    Some(quote!(__core::Source(&#source, #text).fill::<#ty>(__to)))
}

/// `request.connector_transaction_id`, or the constant, as it is shown.
pub(super) fn text(field: &FlowField<'_>) -> Option<String> {
    match field.source.as_ref()? {
        Source::Constant(literal) => Some(literal.to_token_stream().to_string()),
        Source::Data(names) => {
            let names: Vec<String> = names.iter().map(|name| name.unraw().to_string()).collect();
            Some(names.join("."))
        }
    }
}

/// Types of which there is one value in the data, and where it stands there.
const ONCE_IN_THE_DATA: [(&str, &str); 3] = [
    ("IdempotencyKey", KEY),
    ("MerchantReference", "resource_common_data.connector_request_reference_id"),
    ("OrderId", "resource_common_data.connector_order_id"),
];

/// Where a field's value comes from, as far as that is known: where a transformer is written by hand, the type
/// tells it of some.
pub(super) fn source(field: &FlowField<'_>) -> Option<String> {
    if field.source.is_some() {
        return text(field);
    }
    source_by_type(field).map(str::to_owned)
}

/// Where the one value of the field's type stands.
pub(super) fn source_by_type(field: &FlowField<'_>) -> Option<&'static str> {
    let innermost = optional::innermost(&field.field.ty)?;
    ONCE_IN_THE_DATA.iter().find(|(ty, _)| innermost == ty).map(|(_, source)| *source)
}

/// `__data.request.connector_transaction_id`, as it is read.
fn expression(names: &[Ident]) -> Option<TokenStream> {
    let (root, rest) = names.split_first()?;
    let root = if root == "auth" {
        // A reference already, where all of it is meant.
        if rest.is_empty() { quote!(*__auth) } else { quote!(__auth) }
    } else {
        let root = Member::Named(root.clone());
        quote!(__data.#root)
    };
    Some(quote!(#root #(.#rest)*))
}
