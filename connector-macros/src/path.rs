//! Where the expansions find `connector_core`.
//!
//! What they need of it they name `__core::…`: an alias inside of the block that each of them is. An
//! absolute path each time would be twice as long, and this name is as good as none of an author's.

use proc_macro2::TokenStream;
use quote::quote;

use crate::attributes::Options;
use crate::errors::Errors;

/// `#[…(crate = ::some::path)]`, or `::connector_core`.
pub(crate) fn core_path(options: &Options, errors: &mut Errors) -> syn::Path {
    let default = || syn::parse_quote!(::connector_core);
    let Some(path) = options.path("crate") else {
        return default();
    };
    let first = path.segments.first().map(|segment| segment.ident.to_string());
    if path.leading_colon.is_some() || first.as_deref() == Some("crate") {
        return path.clone();
    }
    errors.at(
        path,
        "`crate` takes an absolute path: `::facade::connector_core` or `crate::connector_core`",
    );
    default()
}

/// The block that keeps an expansion to itself.
pub(crate) fn in_block(core: &syn::Path, items: &TokenStream) -> TokenStream {
    block(&quote!(use #core::__private as __core;), items)
}

/// The same, with this trait at hand: it answers what nothing else does.
pub(crate) fn in_block_with(
    answer: &TokenStream,
    core: &syn::Path,
    items: &TokenStream,
) -> TokenStream {
    block(&quote!(use #core::__private::{self as __core, #answer as _};), items)
}

fn block(names: &TokenStream, items: &TokenStream) -> TokenStream {
    quote!(const _: () = { #names #items };)
}
