//! What a response expands to: for each flow, the status, then the fields, each as what it was
//! declared. Where no status was declared, one that is never told stands in for it.

use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};
use syn::Path;
use syn::spanned::Spanned as _;

use super::declared::{Response, ResponseField};
use crate::generics::with_lifetime;
use crate::path::in_block;

pub(super) fn expand(response: &Response<'_>, flow: &Path) -> TokenStream {
    let ident = &response.input.ident;
    let (generics, arguments, bounds) = response.input.generics.split_for_impl();
    let (report, statuses) = status(response, flow);
    let amounts = response.amounts().map(|(amount, currency)| {
        let name = &amount.key;
        let (amount, ty) = (amount.ident, amount.ty);
        let (currency, currency_ty) = (currency.ident, currency.ty);
        quote! {
            __response.#name = match __core::money::<#ty, #currency_ty>(
                &self.#amount,
                &self.#currency,
            ) {
                ::core::result::Result::Ok(__money) => __money,
                ::core::result::Result::Err(__fault) => return __core::end(__fault),
            };
        }
    });
    let plain = response.plain().map(|ResponseField { ident, ty, key }| {
        quote!(__core::Telling(&mut __response.#key).tell::<#ty>(self.#ident);)
    });
    let (item, statement) = check(response, flow);
    let implementation = quote! {
            #[automatically_derived]
            impl #generics __core::FlowResponse<#flow> for #ident #arguments #bounds {
                const STATUSES: &'static [__core::StatusMapping] = #statuses;
                fn into_outcome(
                    self,
                    __data: &__core::RouterData<#flow>,
                ) -> __core::Outcome<#flow> {
                    #statement
                    let __status = match #report {
                        ::core::result::Result::Ok(__status) => __status,
                        ::core::result::Result::Err(__fault) => return __core::end(__fault),
                    };
                    let mut __response =
                        <<#flow as __core::Flow>::Response as __core::ResponseData>::reported(__status);
                    #(#amounts)*
                    #(#plain)*
                    __core::Outcome::Status(__response)
                }
            }
    };
    in_block(&response.core, &quote!(#implementation #item))
}

/// Holds the table of the words against the flow: in an item, which is evaluated whether it is used or
/// not. An item cannot name parameters; where there are some, it is done when the flow is used.
fn check(response: &Response<'_>, flow: &Path) -> (TokenStream, TokenStream) {
    let Some(field) = response.field("status") else { return Default::default() };
    let place = field.ty.span();
    let check = if response.status.is_some() {
        quote_spanned!(place=> __core::StatusReader::is_possible)
    } else {
        quote_spanned!(place=> __core::StatusReader::is_complete)
    };
    let generics = &response.input.generics;
    if generics.type_params().next().is_some() || generics.const_params().next().is_some() {
        let ty = field.ty;
        let check = quote_spanned!(place=> #check(&__core::status_reader::<#ty, #flow>()));
        return (TokenStream::new(), quote!(const { #check };));
    }
    let ty = with_lifetime(field.ty, "'static");
    let check = quote_spanned!(place=> #check(&__core::status_reader::<#ty, #flow>()));
    (quote!(const _: () = #check;), TokenStream::new())
}

/// The expression that reads the status, and the table of its words.
fn status(response: &Response<'_>, flow: &Path) -> (TokenStream, TokenStream) {
    let field = response.field("status");
    let reader = field.map(|field| {
        let ty = field.ty;
        quote!(__core::status_reader::<#ty, #flow>())
    });
    let report = match (&response.status, field, &reader) {
        (Some(function), _, _) => quote!(#function(&self)),
        (None, Some(field), Some(reader)) => {
            let ident = field.ident;
            quote!((#reader.report)(&self.#ident, __data))
        }
        _ => quote!(__core::unfinished_status::<#flow>()),
    };
    let statuses = reader.map_or_else(|| quote!(&[]), |reader| quote!(#reader.mappings));
    (report, statuses)
}
