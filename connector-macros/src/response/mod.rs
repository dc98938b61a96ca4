//! `#[derive(FlowResponse)]`: which field of a response is what. Attributes → [`declared`] →
//! [`expand`].

mod amounts_read;
pub(crate) mod another_flow;
mod captures;
mod check;
pub(crate) mod declared;
mod excuse;
mod expand;
mod expand_check;
mod expand_shapes;
mod expand_status;
pub(crate) mod field;
mod keys_read;
mod limit;
mod own_currency;
pub(crate) mod shape;
mod stand_in;
mod status_at;

use proc_macro2::TokenStream;

use crate::errors::Errors;

pub(crate) fn derive(input: &syn::DeriveInput, errors: &mut Errors) -> TokenStream {
    let response = declared::Response::read(input, errors);
    let flows = response.flows.iter().map(|flow| expand::expand(&response, flow));
    flows.chain([expand::beside_all(&response), stand_in::for_flows(&response)]).collect()
}
