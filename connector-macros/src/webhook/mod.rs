//! `#[derive(Webhook)]`: what a processor sends by itself, and how it proves that it was it.
//! Attributes → [`declared`], with its [`scheme`] and its [`event`]s → [`expand`].

pub(crate) mod declared;
pub(crate) mod event;
mod expand;
mod pattern;
mod scheme;

use proc_macro2::TokenStream;

use crate::errors::Errors;

pub(crate) fn derive(input: &syn::DeriveInput, errors: &mut Errors) -> TokenStream {
    let errors_before = errors.count();
    let declared = declared::Declared::read(input, errors);
    // Half a declaration would verify half of what it should.
    declared
        .filter(|_| errors.count() == errors_before)
        .map(|declared| expand::expand(&declared))
        .unwrap_or_default()
}
