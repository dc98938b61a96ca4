//! What stands for a PSync whose `flow_name` is missing or could not be read, known by the name of its struct: a request
//! that asks about payments without their id stands beside PSync, and would be reported for want of it.

use proc_macro2::TokenStream;
use quote::quote;

use super::model::Flow;
use crate::known;

/// The names by which a request is one.
const NAMES: [&str; 2] = ["PSync", "PSyncRequest"];

pub(super) fn expand(flow: &Flow<'_>) -> Option<TokenStream> {
    let connector = flow.connector.as_ref()?;
    let is_psync = NAMES.iter().any(|name| flow.input.ident == name);
    (is_psync && flow.flow.is_none()).then(|| {
        let known = known::flow_of(connector, &quote!(__core::PSync));
        quote! {
            #known
            #[automatically_derived]
            impl __core::Integration<__core::PSync> for #connector where __Flow: {
                const DECLARATION: __core::FlowDeclaration<__core::PSync> =
                    __core::declared::<__core::Unfinished, __core::PSync>();
                fn encode(
                    _: &__core::RouterData<__core::PSync>,
                    _: &<#connector as __core::Connector>::Auth,
                    _: &mut __core::Encoder,
                ) {
                }
            }
        }
    })
}
