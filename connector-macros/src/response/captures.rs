//! What is told of captures says which one, and how much it took.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use syn::spanned::Spanned as _;
use syn::{Ident, Type};

use super::declared::Response;
use super::excuse;
use super::field::ResponseField;
use crate::call;
use crate::errors::Errors;
use crate::known;
use crate::optional;

/// Stops rustc at a field of captures of which it is not so: once, however many flows have it. What is no capture at
/// all is reported where it is read.
pub(super) fn check(response: &Response<'_>) -> TokenStream {
    // A constant cannot name parameters.
    if !response.is_sound || !response.input.generics.params.is_empty() {
        return TokenStream::new();
    }
    let fields = response.fields.iter().filter(|field| is_of_captures(&field.key));
    let checks = fields.map(|field| {
        let (ty, name) = (field.ty, format_ident!("{}", field.key.to_string().to_uppercase()));
        let told = response.flows.iter().filter(|flow| field.is_in(flow)).map(|flow| {
            let known = known::flow(flow);
            quote!({ #known <__core::TellsUnit<#ty, __Flow>>::#name })
        });
        let told = quote!(&[#(#told),*]);
        let check = call::at(ty.span(), &quote!(__core::captures_are_told), &told);
        quote!(const _: () = { use __core::TellsNoUnit as _; #check };)
    });
    checks.collect()
}

/// A response that is a capture of its own would hold itself, and rustc says so of what the derive makes of it.
pub(super) fn hold_themselves(
    ident: &Ident,
    fields: &mut Vec<ResponseField<'_>>,
    errors: &mut Errors,
) {
    fields.retain(|field| {
        let is_itself = is_of_captures(&field.key) && optional::innermost(field.ty) == Some(ident);
        if is_itself {
            let message = format!(
                "`{ident}` would be a capture of itself: what is told of one capture is a response of its own, with its \
                 `connector_capture_id`"
            );
            errors.at(field.ty, message);
        }
        !is_itself
    });
}

fn is_of_captures(key: &Ident) -> bool {
    key == "capture" || key == "captures"
}

/// A list of captures is marked as such. Whether it was not, and that is reported.
pub(super) fn are_several(key: &Ident, ty: &Type, errors: &mut Errors) -> bool {
    let is_list = key == "capture" && optional::name(ty).is_some_and(|name| name == "Vec");
    if is_list {
        errors.at(key, "a `capture` is one, and this is a list of them: `captures`");
    }
    is_list
}

/// How much an order to capture took is told as such. Of a response that may be one of the captures of another one,
/// both its users would say so.
pub(super) fn take_an_amount(response: &Response<'_>, errors: &mut Errors) {
    let mut flows = response.flows.iter().filter(|flow| {
        let is_capture = flow.segments.last().is_some_and(|last| last.ident == "Capture");
        let tells = |key| response.field(flow, key).is_some();
        is_capture
            && tells("connector_capture_id")
            && !tells("amount_captured")
            && !excuse::is_there(response, flow, "no_amount")
    });
    let Some(flow) = flows.next() else { return };
    let says = "mark its field `#[flow_response(amount_captured)]`, or say why there is none: `no_amount = \"…\"`";
    match response.field(flow, "amount") {
        Some(amount) => errors.at(
            &amount.key,
            format!("how much a capture took is its `amount_captured`, and an `amount` is the payment's: {says}"),
        ),
        None => errors.at(
            &response.input.ident,
            format!("how much a capture took is its `amount_captured`, and this one tells none: {says}"),
        ),
    }
}
