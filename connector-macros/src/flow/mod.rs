//! `#[derive(ConnectorFlow)]`: attributes → [`model`] → [`check`] → [`expand`].

mod body;
mod body_form;
mod body_tree;
mod check;
mod expand;
pub(crate) mod field;
mod fill;
mod graphql;
mod hooks;
mod idempotency;
mod limit;
pub(crate) mod model;
mod ordered;
mod placeholder;
mod refusal;
mod serde_keys;
mod serde_values;
mod written;

use proc_macro2::TokenStream;

use crate::errors::Errors;

pub(crate) fn derive(input: &syn::DeriveInput, errors: &mut Errors) -> TokenStream {
    let flow = model::Flow::read(input, errors);
    check::check(&flow, errors);
    expand::expand(&flow, errors.is_empty())
}
