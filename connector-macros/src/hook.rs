//! Functions of the author that take part: `sign = function`. Each is called in the expansion, so
//! that none can be declared and never called.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};
use syn::Path;

use crate::attributes::{Options, is_function};
use crate::errors::Errors;

/// The function behind this key, where one is there.
pub(crate) fn function(options: &Options, key: &str, errors: &mut Errors) -> Option<Path> {
    let path = options.path(key)?;
    if is_function(path) {
        return Some(path.clone());
    }
    let message = format!("`{key}` names a function, which is written in lower case");
    errors.not_understood(path, message);
    None
}

/// What `describe` says of the keys that are there.
pub(crate) fn described(
    hooks: impl IntoIterator<Item = (&'static str, Option<TokenStream>)>,
) -> Vec<TokenStream> {
    let declared = hooks.into_iter().filter_map(|(key, name)| Some((key, name?)));
    let described = declared.map(|(key, name)| {
        let name = name.to_string().replace(' ', "");
        quote!(__core::hook(#key, #name))
    });
    described.collect()
}

/// `Some(tokens)` of what is there.
pub(crate) fn tokens(written: Option<&impl ToTokens>) -> Option<TokenStream> {
    written.map(ToTokens::to_token_stream)
}

/// The constant that holds the function for the bytes of an answer, below this name.
pub(crate) fn preprocess(
    name: &str,
    function: Option<&Path>,
    connector: &TokenStream,
) -> Option<TokenStream> {
    let name = quote::format_ident!("{name}");
    let function = function?;
    Some(quote! {
        const #name: __core::Option<
            __core::Preprocess<<#connector as __core::Connector>::Auth>,
        > = __core::preprocessing(#function);
    })
}
