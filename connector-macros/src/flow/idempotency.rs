//! By what a processor knows an order again: each order that moves money sends its key, or says why not.

use proc_macro2::TokenStream;
use quote::quote;
use syn::ext::IdentExt as _;

use super::field::FlowField;
use super::fill;
use super::model::Flow;
use crate::call;
use crate::errors::Errors;

/// Where the key stands in the data.
pub(super) const KEY: &str = "request.idempotency_key";

/// A reason that gives none, or one beside a key; and what is said of a key that is not there.
pub(crate) fn check(flow: &Flow<'_>, errors: &mut Errors) {
    // A field that was refused may be the one.
    let is_known = flow.fields.is_some() && flow.fields().iter().all(|field| field.sound);
    let sends_one = flow.fields().iter().any(carries_the_key);
    if let (Some((key, _)), true, false) = (&flow.remembered_for, is_known, sends_one) {
        let message = format!(
            "no field sends an idempotency key, and `{key}` is about one: give a field \
             `from = request.idempotency_key`, or leave this out"
        );
        errors.at(key, message);
    }
    let Some(reason) = &flow.no_idempotency else { return };
    if reason.value().trim().is_empty() {
        errors.at(reason, "the reason is empty: why is no idempotency key sent?");
    }
    if let Some(field) = flow.fields().iter().find(|field| carries_the_key(field)) {
        let message = format!(
            "the field `{}` sends the key, and here it says why none is sent",
            field.ident.unraw()
        );
        errors.at(reason, message);
    }
}

/// Stops rustc at a reason in a flow that moves no money.
pub(super) fn assertion(flow: &Flow<'_>) -> TokenStream {
    let Some(reason) = &flow.no_idempotency else { return TokenStream::new() };
    let check = quote!(__core::has_an_order_to_excuse::<__Flow>);
    let check = call::at(reason.span(), &check, &TokenStream::new());
    quote!(const _: () = #check;)
}

/// Whether a key is sent, or a reason says why none is.
pub(super) fn is_keyed(flow: &Flow<'_>) -> bool {
    flow.no_idempotency.is_some() || flow.fields().iter().any(carries_the_key)
}

/// What the flow's declaration has of it: the reason, or how long the key is remembered.
pub(super) fn described(flow: &Flow<'_>) -> TokenStream {
    let reason = flow.no_idempotency.iter();
    let remembered_for = flow.remembered_for.iter().map(|(_, time)| time);
    quote! {
        #(no_idempotency: __core::Some(#reason),)*
        #(key_remembered_for: #remembered_for,)*
    }
}

/// Whether the key goes where this field goes. One that is filled from elsewhere does not fit, which rustc says.
pub(super) fn carries_the_key(field: &FlowField<'_>) -> bool {
    fill::source_by_type(field) == Some(KEY) || fill::text(field).as_deref() == Some(KEY)
}
