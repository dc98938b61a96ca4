//! An implementation that there is once: rustc reports a second one at a place of the author's.

use proc_macro2::{Delimiter, Group, Span, TokenStream};
use quote::{quote, quote_spanned};

/// The implementation of this (`Trait for Type`), of which the word `impl` and the braces alone stand at this place. What
/// rustc underlines of an implementation begins and ends there; and neither is a name that an editor would find. The
/// list of its parameters stands elsewhere: rustc would propose to add one to it for a name that is misspelt.
pub(crate) fn implemented_at(place: Span, of: &TokenStream, items: TokenStream) -> TokenStream {
    let word = quote_spanned!(Span::call_site().located_at(place)=> impl);
    let mut items = Group::new(Delimiter::Brace, items);
    items.set_span(Span::call_site().located_at(place));
    quote!(#[automatically_derived] #word<> #of #items)
}
