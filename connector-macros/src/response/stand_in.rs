//! Stands in for what a response does not say by a mistake that is reported, so that who uses it does not report that,
//! too: the flow that it was not declared for, the id by which it would be found in a list.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};
use syn::{Path, parse_quote};

use super::declared::Response;
use super::expand::IDS;
use crate::known;
use crate::path::in_block;

/// For the flows that only its fields name; for each flow there is, where it names none.
pub(super) fn for_flows(response: &Response<'_>) -> TokenStream {
    if !response.flows.is_empty() {
        let flows = response.flows_of_fields.iter().map(|flow| for_one(response, flow));
        return flows.collect();
    }
    let mut generics = response.input.generics.clone();
    generics.params.push(parse_quote!(__Flow: __core::Flow));
    let flow = quote!(__Flow);
    let (parameters, ..) = generics.split_for_impl();
    let ids = IDS.iter().map(|(_, id)| {
        let id = quote::format_ident!("{id}");
        tells_id(response, &parameters, &flow, &id)
    });
    let bounds = response.input.generics.where_clause.to_token_stream();
    let implementation = implementation(response, &parameters, &flow, &bounds);
    in_block(&response.core, &quote!(#implementation #(#ids)*))
}

fn for_one(response: &Response<'_>, flow: &Path) -> TokenStream {
    let known = known::flow(flow);
    let bounds = known::bounds(&response.input.generics);
    let (parameters, ..) = response.input.generics.split_for_impl();
    let implementation = implementation(response, &parameters, flow, &bounds);
    let ids = ids(response, flow, |_| true);
    in_block(&response.core, &quote!(#known #implementation #ids))
}

fn implementation(
    response: &Response<'_>,
    parameters: &impl ToTokens,
    flow: &impl ToTokens,
    bounds: &TokenStream,
) -> TokenStream {
    let ident = &response.input.ident;
    let (_, arguments, _) = response.input.generics.split_for_impl();
    quote! {
        #[automatically_derived]
        impl #parameters __core::FlowResponse<#flow> for #ident #arguments #bounds {
            const STATUSES: &'static [__core::StatusMapping] = &[];
            const INTEGRITY: __core::Integrity = __core::Integrity::TOLD;
            fn read(_: __core::ResponseBody<'_>) -> __core::Result<Self, __core::ReadError> {
                __core::Err(__core::ReadError::Empty)
            }
            fn into_outcome(self, _: &__core::RouterData<#flow>) -> __core::Outcome<#flow> {
                __core::unfinished_outcome()
            }
        }
    }
}

/// The ids of these keys.
pub(super) fn ids(
    response: &Response<'_>,
    flow: &Path,
    are_missing: impl Fn(&str) -> bool,
) -> TokenStream {
    let (parameters, ..) = response.input.generics.split_for_impl();
    let ids = IDS.iter().filter(|(key, _)| are_missing(key)).map(|(_, id)| {
        let id = quote::format_ident!("{id}");
        tells_id(response, &parameters, flow, &id)
    });
    ids.collect()
}

fn tells_id(
    response: &Response<'_>,
    parameters: &impl ToTokens,
    flow: &impl ToTokens,
    id: &syn::Ident,
) -> TokenStream {
    let ident = &response.input.ident;
    let (_, arguments, bounds) = response.input.generics.split_for_impl();
    quote! {
        #[automatically_derived]
        impl #parameters __core::TellsId<#flow, __core::#id> for #ident #arguments #bounds {
            fn id(&self) -> __core::Option<&__core::str> {
                __core::None
            }
        }
    }
}
