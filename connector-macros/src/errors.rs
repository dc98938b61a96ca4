//! Collects errors, so that one compile shows all of them.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote, quote_spanned};

/// The errors met so far, in the order in which they were met.
#[derive(Default)]
pub(crate) struct Errors {
    met: Vec<syn::Error>,
    /// Those that an expansion has in the place of a type.
    told: Vec<syn::Error>,
    /// Those that rustc tells where a type is there.
    late: Vec<(syn::Error, TokenStream)>,
    /// How many there are that rustc tells by itself.
    of_rustc: usize,
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

    /// Takes note of something that rustc does not understand, and says so.
    pub(crate) const fn are_told_by_rustc(&mut self) {
        self.of_rustc = self.of_rustc.saturating_add(1);
        self.not_understood = true;
    }

    /// Reports what is no mistake where one of the names in this statement is misspelt: rustc says that, and does not
    /// come to this. Nor is it one where something could not be understood, as in [`Self::amiss`].
    pub(crate) fn unless_misspelt(
        &mut self,
        names: TokenStream,
        place: impl ToTokens,
        message: impl std::fmt::Display,
    ) {
        if self.not_understood {
            return;
        }
        let error = syn::Error::new_spanned(place.into_token_stream(), message);
        self.late.push((error, names));
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.count() == 0
    }

    /// How many there are so far.
    pub(crate) fn count(&self) -> usize {
        [self.met.len(), self.told.len(), self.late.len(), self.of_rustc].iter().sum()
    }

    /// The messages alone.
    #[cfg(test)]
    pub(crate) fn messages(&self) -> Vec<String> {
        let late = self.late.iter().map(|(error, _)| error);
        let all = self.told.iter().chain(&self.met).chain(late);
        all.map(ToString::to_string).collect()
    }

    /// The first of them in the place of a type that is missing, in a constant (see `known.rs` of the core): rustc
    /// says nothing about what is done with such a type.
    pub(crate) fn as_type(&mut self, place: impl ToTokens) -> TokenStream {
        if self.met.is_empty() && self.of_rustc > 0 {
            // What rustc tells is no type.
            self.at(place, "nothing is known of this while its attribute has another name");
        }
        let Some(first) = self.met.first().cloned() else { return quote!(()) };
        self.met.remove(0);
        let error = first.to_compile_error();
        self.told.push(first);
        quote!(__core::KnownAs<{ #error }, ()>)
    }

    /// One `compile_error!` for each: in a block, because of the module or block in which one stands by itself
    /// rustc reports no name any more that does not exist. So these are told in the same compile.
    pub(crate) fn into_compile_errors(self) -> TokenStream {
        let late = self.late.iter().map(|(error, names)| {
            let message = error.to_string();
            let panic = quote_spanned!(error.span()=> ::core::panic!("{}", #message));
            quote! {
                const _: () = {
                    #names
                    #panic
                };
            }
        });
        let late: TokenStream = late.collect();
        if self.met.is_empty() {
            return late;
        }
        let errors = self.met.iter().map(syn::Error::to_compile_error);
        quote!(const _: () = { #(#errors)* }; #late)
    }
}
