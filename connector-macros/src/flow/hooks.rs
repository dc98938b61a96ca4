//! What a flow does by functions and types of its own, in the place of the connector's.

use proc_macro2::TokenStream;
use quote::quote;
use syn::{Ident, Path, Type};

use super::model::Flow;
use super::read_by::{self, readers};
use crate::attributes::Options;
use crate::errors::Errors;
use crate::hook::{self, function, tokens};

/// The keys of a flow that name a function, a type or a host of the connector.
pub(crate) struct Hooks {
    pub(crate) headers: Option<Path>,
    pub(crate) sign: Option<Path>,
    pub(crate) preprocess: Option<Path>,
    pub(crate) error: Option<Type>,
    pub(crate) base_url: Option<Ident>,
}

impl Hooks {
    pub(crate) fn read(options: &Options, errors: &mut Errors) -> Self {
        let base_url = options.path("base_url");
        let name = base_url.and_then(Path::get_ident);
        if let (Some(path), None) = (base_url, name) {
            errors.at(path, "`base_url` takes a name of the connector's `base_urls`");
        }
        Self {
            headers: function(options, "headers", errors),
            sign: function(options, "sign", errors),
            preprocess: function(options, "preprocess", errors),
            error: options.ty("error").cloned(),
            base_url: name.cloned(),
        }
    }
}

/// What the flow's declaration has of them.
pub(crate) fn declared(flow: &Flow<'_>, connector: &Path) -> TokenStream {
    let Hooks { sign, preprocess, error, base_url, .. } = &flow.hooks;
    let base_url = base_url.iter().map(|name| {
        quote! {
            base_url: __core::Some(
                <#connector as __core::Connector>::BASE_URL_NAMES.#name,
            ),
        }
    });
    let readers = readers(flow).map(|(key, function)| (key, tokens(Some(function))));
    let described = hook::described(readers.chain([
        ("sign", tokens(sign.as_ref())),
        ("preprocess", tokens(preprocess.as_ref())),
        ("error", tokens(error.as_ref())),
    ]));
    let described = (!described.is_empty()).then(|| quote!(hooks: &[#(#described),*],));
    quote!(#(#base_url)* #described)
}

/// What stands in the flow's `Integration` beside what every flow has.
pub(crate) fn expand(flow: &Flow<'_>, connector: &Path, flow_name: &Path) -> TokenStream {
    let Hooks { sign, preprocess, error, .. } = &flow.hooks;
    let is_sound = !read_by::may_be_swapped(flow);
    let (sign, preprocess) =
        (sign.iter().filter(|_| is_sound), preprocess.as_ref().filter(|_| is_sound));
    let preprocess_all = hook::preprocess("PREPROCESS", preprocess, &quote!(#connector));
    let sign_with = sign.map(|function| {
        quote! {
            fn sign(
                __auth: &<#connector as __core::Connector>::Auth,
                __request: &mut __core::HttpRequest,
                __occasion: &__core::Occasion<'_>,
            ) -> __core::Result<(), __core::BuildError> {
                __core::authorize_with(__auth, __request, __occasion, #function)
            }
        }
    });
    let read_error = error.iter().map(|ty| {
        quote! {
            fn read_error(
                __status: __core::StatusCode,
                __body: &[__core::u8],
            ) -> __core::Outcome<#flow_name> {
                __core::decode_error::<#ty, #flow_name>(__status, __body)
            }
        }
    });
    quote!(#preprocess_all #(#sign_with)* #(#read_error)*)
}
