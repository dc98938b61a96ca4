//! A call that rustc reports at a place of the author's.

use proc_macro2::{Delimiter, Group, Span, TokenStream};
use quote::quote;

/// The call, of which the parentheses alone stand at this place. A name that stood there would be what an
/// editor finds, beside the author's own, and what a lint takes for the author's.
pub(crate) fn at(place: Span, function: &TokenStream, arguments: &TokenStream) -> TokenStream {
    let parenthesized = |tokens: &TokenStream| {
        let mut group = Group::new(Delimiter::Parenthesis, tokens.clone());
        group.set_span(place);
        group
    };
    let (callee, arguments) = (parenthesized(function), parenthesized(arguments));
    quote!(#callee #arguments)
}
