//! `#[derive(ConnectorFlow)]`: attributes → [`model`] → [`check`] → [`expand`].

mod another_id;
mod body;
mod body_form;
mod body_tree;
mod check;
mod constant;
mod counts;
mod currency;
mod expand;
pub(crate) mod field;
mod fill;
mod graphql;
mod hooks;
mod idempotency;
mod left_out;
mod limit;
mod method;
pub(crate) mod model;
mod ordered;
mod placeholder;
mod read_by;
mod refusal;
mod secret;
mod serde_keys;
pub(crate) mod serde_values;
mod stand_in;
mod written;

use proc_macro2::TokenStream;

use crate::errors::Errors;
use crate::generics::with_declared_lifetimes;

pub(crate) fn derive(input: &syn::DeriveInput, errors: &mut Errors) -> TokenStream {
    let declared = with_declared_lifetimes(input);
    let flow = model::Flow::read(declared.as_ref().unwrap_or(input), errors);
    check::check(&flow, errors);
    expand::expand(&flow, errors.is_empty() && flow.defaults.is_some())
}
