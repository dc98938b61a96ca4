//! What is told of captures says which one, and how much it took.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use syn::spanned::Spanned as _;

use super::declared::Response;
use crate::call;
use crate::known;

/// Stops rustc at a field of captures of which it is not so: once, however many flows have it. What is no capture at
/// all is reported where it is read.
pub(super) fn check(response: &Response<'_>) -> TokenStream {
    // A constant cannot name parameters.
    if !response.is_sound || !response.input.generics.params.is_empty() {
        return TokenStream::new();
    }
    let fields =
        response.fields.iter().filter(|field| field.key == "capture" || field.key == "captures");
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
