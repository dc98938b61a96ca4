//! serde's `Deserialize` for what serde does not read.

use proc_macro2::{Ident, TokenStream};
use quote::quote;
use syn::{Generics, parse_quote};

/// Implements it so that serde's derive misses nothing, where ours has reported what is the matter. Who reads the type
/// all the same is stopped by rustc, at what the constant says.
pub(crate) fn by_serde(ident: &Ident, generics: &Generics, stop: &TokenStream) -> TokenStream {
    let (_, arguments, bounds) = generics.split_for_impl();
    let mut with_lifetime = generics.clone();
    with_lifetime.params.insert(0, parse_quote!('__de));
    let (parameters, ..) = with_lifetime.split_for_impl();
    quote! {
        #[automatically_derived]
        impl #parameters __core::serde::Deserialize<'__de> for #ident #arguments #bounds {
            fn deserialize<__D: __core::serde::Deserializer<'__de>>(
                _: __D,
            ) -> __core::Result<Self, __D::Error> {
                const { #stop }
            }
        }
    }
}
