//! What a response expands to: for each flow, the status, then the fields, each as what it was
//! declared. Where no status was declared, one that is never told stands in for it.

use proc_macro2::TokenStream;
use quote::quote;
use syn::Path;

use super::declared::{Response, ResponseField};
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
    let implementation = quote! {
            #[automatically_derived]
            impl #generics __core::FlowResponse<#flow> for #ident #arguments #bounds {
                const STATUSES: &'static [__core::StatusMapping] = #statuses;
                fn into_outcome(
                    self,
                    __data: &__core::RouterData<#flow>,
                ) -> __core::Outcome<#flow> {
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
    in_block(&response.core, &implementation)
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
