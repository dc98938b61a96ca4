//! Collects errors, so that one compile shows all of them.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};

/// The errors met so far, in the order in which they were met.
#[derive(Default)]
pub(crate) struct Errors {
    met: Vec<syn::Error>,
    /// Whether something was said that could not be understood.
    not_understood: bool,
}

impl Errors {
    /// Reports at the place of these tokens.
    pub(crate) fn at(&mut self, place: impl ToTokens, message: impl std::fmt::Display) {
        // Converted here, so that `new_spanned` is not compiled once per type of token.
        self.met.push(syn::Error::new_spanned(place.into_token_stream(), message));
    }

    /// Reports a key or a value that is none.
    pub(crate) fn not_understood(&mut self, place: impl ToTokens, message: impl std::fmt::Display) {
        self.push(syn::Error::new_spanned(place.into_token_stream(), message));
    }

    /// Takes over an error of the parser.
    pub(crate) fn push(&mut self, error: syn::Error) {
        self.not_understood = true;
        self.met.push(error);
    }

    /// Reports what is missing, or does not fit to the rest. Where something was said that could not be
    /// understood, it may be just that: then one mistake would be two errors, and nothing is reported.
    pub(crate) fn amiss(&mut self, place: impl ToTokens, message: impl std::fmt::Display) {
        if !self.not_understood {
            self.at(place, message);
        }
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.met.is_empty()
    }

    /// How many there are so far.
    pub(crate) fn count(&self) -> usize {
        self.met.len()
    }

    /// The messages alone.
    #[cfg(test)]
    pub(crate) fn messages(&self) -> Vec<String> {
        self.met.iter().map(ToString::to_string).collect()
    }

    /// One `compile_error!` for each: in a block, because of the module or block in which one stands by itself
    /// rustc reports no name any more that does not exist. So these are told in the same compile.
    pub(crate) fn into_compile_errors(self) -> TokenStream {
        if self.met.is_empty() {
            return TokenStream::new();
        }
        let errors = self.met.iter().map(syn::Error::to_compile_error);
        quote!(const _: () = { #(#errors)* };)
    }
}
