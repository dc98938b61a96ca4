//! Collects errors, so that one compile shows all of them.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};

/// The errors met so far, in the order in which they were met.
#[derive(Default)]
pub(crate) struct Errors(Vec<syn::Error>);

impl Errors {
    /// Reports at the place of these tokens.
    pub(crate) fn at(&mut self, place: impl ToTokens, message: impl std::fmt::Display) {
        // Converted here, so that `new_spanned` is not compiled once per type of token.
        self.0.push(syn::Error::new_spanned(place.into_token_stream(), message));
    }

    /// Takes over an error of the parser.
    pub(crate) fn push(&mut self, error: syn::Error) {
        self.0.push(error);
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// How many there are so far.
    pub(crate) fn count(&self) -> usize {
        self.0.len()
    }

    /// The messages alone.
    #[cfg(test)]
    pub(crate) fn messages(&self) -> Vec<String> {
        self.0.iter().map(ToString::to_string).collect()
    }

    /// One `compile_error!` for each: in a block, because of the module or block in which one stands by itself
    /// rustc reports no name any more that does not exist. So these are told in the same compile.
    pub(crate) fn into_compile_errors(self) -> TokenStream {
        if self.0.is_empty() {
            return TokenStream::new();
        }
        let errors = self.0.iter().map(syn::Error::to_compile_error);
        quote!(const _: () = { #(#errors)* };)
    }
}
