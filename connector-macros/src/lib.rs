//! The derives of `connector-core`. Their reference is on the re-exports there, where the examples
//! compile against the real crate; this crate is not used directly.
//!
//! Each derive goes the same way: attributes are read by a table of keys (`attributes`), checked into
//! a model in which nothing can be wrong any more, and expanded from there. Errors are collected on
//! the way (`errors`), so that one compile shows all of them.

mod amount;
mod attributes;
mod auth;
mod call;
mod case;
mod connector;
mod documentation;
mod errors;
mod flattened;
mod flow;
mod generics;
mod header;
mod hook;
mod known;
mod once;
mod optional;
mod path;
mod remembered;
mod response;
mod serde_attributes;
mod status;
mod suggest;
mod template;
#[cfg(test)]
mod tests;
mod unread;
mod webhook;
mod within;

use proc_macro::TokenStream;

/// See the re-export in `connector_core`.
#[proc_macro_derive(ConnectorFlow, attributes(connector_flow, connector, flow_response, serde))]
pub fn connector_flow(input: TokenStream) -> TokenStream {
    derive(input, flow::derive)
}

/// See the re-export in `connector_core`.
#[proc_macro_derive(Connector, attributes(connector))]
pub fn connector(input: TokenStream) -> TokenStream {
    derive(input, connector::derive)
}

/// See the re-export in `connector_core`.
#[proc_macro_derive(FlowResponse, attributes(flow_response))]
pub fn flow_response(input: TokenStream) -> TokenStream {
    derive(input, response::derive)
}

/// See the re-export in `connector_core`.
#[proc_macro_derive(WireStatus, attributes(wire_status, serde))]
pub fn wire_status(input: TokenStream) -> TokenStream {
    derive(input, status::derive)
}

/// See the re-export in `connector_core`.
#[proc_macro_derive(Auth, attributes(auth))]
pub fn auth(input: TokenStream) -> TokenStream {
    derive(input, auth::derive)
}

/// See the re-export in `connector_core`.
#[proc_macro_derive(Webhook, attributes(webhook))]
pub fn webhook(input: TokenStream) -> TokenStream {
    derive(input, webhook::derive)
}

type Derive = fn(&syn::DeriveInput, &mut errors::Errors) -> proc_macro2::TokenStream;

/// Runs a derive: its expansion, and behind it every error that it met.
fn derive(input: TokenStream, run: Derive) -> TokenStream {
    let input = match syn::parse::<syn::DeriveInput>(input) {
        Ok(input) => input,
        Err(error) => return error.into_compile_error().into(),
    };
    let mut errors = errors::Errors::default();
    let expansion = run(&input, &mut errors);
    let errors = errors.into_compile_errors();
    quote::quote!(#expansion #errors).into()
}
