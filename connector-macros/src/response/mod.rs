//! `#[derive(FlowResponse)]`: which field of a response is what. Attributes → [`declared`] →
//! [`expand`].

mod declared;
mod expand;

use proc_macro2::TokenStream;

use crate::errors::Errors;

pub(crate) fn derive(input: &syn::DeriveInput, errors: &mut Errors) -> TokenStream {
    let response = declared::Response::read(input, errors);
    let flows = response.flows.iter();
    flows.map(|flow| expand::expand(&response, flow)).collect()
}
