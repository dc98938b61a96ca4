//! Names of the author's that an expansion has in many places, and that are one error where they are wrong: the
//! implementation has them as they are, and its conditions ask whether they are what they should be.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};
use syn::ext::IdentExt as _;
use syn::{Generics, Ident, Path, Type};

/// `__Flow`: the flow, where it is one.
pub(crate) fn flow(flow: &impl ToTokens) -> TokenStream {
    if_known(&quote!(__core::is_flow::<#flow>()), flow)
}

/// `__Flow`: the flow, where it is one and the connector is one.
pub(crate) fn flow_of(connector: &impl ToTokens, flow: &impl ToTokens) -> TokenStream {
    let known = quote!(__core::carries_out::<#connector, #flow>());
    if_known(&known, flow)
}

/// How the flow is called in the signatures of the request, and what that name is: `__Once`, the flow where one request of
/// the connector carries it out. Of a second one, which was copied, rustc then says that it is the second, and not of each
/// of its fields that it was written for another flow. One that is called after its flow was not copied so, and asks
/// rustc nothing.
pub(crate) fn only_flow_of(
    connector: &Path,
    flow: &Path,
    request: &Ident,
) -> (TokenStream, TokenStream) {
    let own = flow.segments.last().map(|last| last.ident.unraw().to_string());
    if own.is_some_and(|own| request.unraw().to_string().contains(&own)) {
        return (flow.to_token_stream(), TokenStream::new());
    }
    let only = quote! {
        type __Once = __core::KnownAs<{ __core::is_only::<#connector, __Flow>() }, #flow>;
    };
    (quote!(__Once), only)
}

/// `__Flow`: the flow, where it is one that events tell of.
pub(crate) fn event_flow(flow: &impl ToTokens) -> TokenStream {
    if_known(&quote!(__core::is_event_flow::<#flow>()), flow)
}

/// The same of an event that is read as an answer to it, where the connector's own answers to it are known: what a
/// response does not say of a flow is said once, where it is read most.
pub(crate) fn answered_event_flow(connector: &impl ToTokens, flow: &impl ToTokens) -> TokenStream {
    let own = quote!(__core::Probe::<#connector, #flow>::ENTRY);
    let known = if_known(&quote!(__core::is_event_flow_beside::<#flow>(&#own)), flow);
    quote!(use __core::NoEntry as _; #known)
}

/// The credentials, where they are some, and can be shown.
pub(crate) fn credentials(auth: &Type) -> TokenStream {
    let credentials = quote!(__core::KnownAs<{ __core::are_credentials::<#auth>() }, #auth>);
    quote!(__core::KnownAs<{ __core::are_shown::<#auth, #credentials>() }, #auth>)
}

/// The flow, where this is known. Of parameters rustc knows nothing in a constant.
pub(crate) fn flow_if(known: &TokenStream, flow: &Path, generics: &Generics) -> TokenStream {
    if generics.type_params().next().is_some() || generics.const_params().next().is_some() {
        return flow.to_token_stream();
    }
    quote!(__core::KnownAs<{ #known }, #flow>)
}

fn if_known(known: &TokenStream, flow: &impl ToTokens) -> TokenStream {
    quote! {
        type __Flow = __core::KnownAs<{ #known }, #flow>;
    }
}

/// The author's conditions, and that the flow is one.
pub(crate) fn bounds(generics: &Generics) -> TokenStream {
    let own = generics.where_clause.iter().flat_map(|clause| &clause.predicates);
    quote!(where #(#own,)* __Flow:)
}
