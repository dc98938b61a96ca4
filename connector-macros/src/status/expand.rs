//! What a wire status expands to: the table of its words, and what they mean, target by target.

use proc_macro2::TokenStream;
use quote::quote;
use syn::{Ident, Path};

use super::Variant;
use super::target::Target;
use crate::path::in_block;

pub(super) fn expand(
    ident: &Ident,
    core: &Path,
    targets: &[Target],
    variants: Option<&[Variant]>,
) -> TokenStream {
    let words = words(ident, variants);
    let mappings = targets.iter().enumerate().map(|(position, target)| {
        let meaning = |variant: &Variant| variant.meanings.get(position).cloned().flatten();
        mapping(ident, target, variants, &meaning)
    });
    in_block(core, &quote!(#words #(#mappings)*))
}

fn words(ident: &Ident, variants: Option<&[Variant]>) -> TokenStream {
    let sound = variants.unwrap_or_default().iter().filter(|variant| !variant.has_fields);
    let table = sound.map(|Variant { word, ident, .. }| quote!((#word, Self::#ident)));
    let word = each(variants, &|Variant { word, .. }| quote!(#word)).unwrap_or_else(|| quote!(""));
    quote! {
        #[automatically_derived]
        impl __core::WireStatus for #ident {
            const WORDS: &'static [(&'static ::core::primitive::str, Self)] = &[#(#table),*];
            fn word(self) -> &'static ::core::primitive::str {
                #word
            }
        }
    }
}

fn mapping(
    ident: &Ident,
    Target { name, unknown, is_declared }: &Target,
    variants: Option<&[Variant]>,
    meaning: &dyn Fn(&Variant) -> Option<Path>,
) -> TokenStream {
    let none = quote!(::core::option::Option::None);
    let status = |variant: &Variant| match meaning(variant) {
        Some(status) => quote!(::core::option::Option::Some(__core::#name::#status)),
        None => none.clone(),
    };
    let lines = variants.unwrap_or_default().iter().map(|variant| {
        let word = &variant.word;
        let status = match meaning(variant) {
            Some(status) => quote!(::core::option::Option::Some(__core::#name::#status.as_name())),
            None => none.clone(),
        };
        quote!(__core::StatusMapping { connector_status: #word, status: #status })
    });
    let meaning = each(variants, &status).unwrap_or_else(|| none.clone());
    // Evaluated whether it is used or not, unlike a constant of a trait.
    let check = is_declared
        .then(|| quote!(const _: __core::#name = __core::#name::#unknown.for_unknown_words();));
    quote! {
        #check
        #[automatically_derived]
        impl __core::StatusOf<__core::#name> for #ident {
            const UNKNOWN: __core::#name = __core::#name::#unknown;
            const MAPPINGS: &'static [__core::StatusMapping] = &[#(#lines),*];
            fn meaning(self) -> ::core::option::Option<__core::#name> {
                #meaning
            }
        }
    }
}

/// A `match` with an arm for each variant; `None` where it is no enum.
fn each(
    variants: Option<&[Variant]>,
    value: &dyn Fn(&Variant) -> TokenStream,
) -> Option<TokenStream> {
    let arms = variants?.iter().map(|variant| {
        let ident = &variant.ident;
        let value = value(variant);
        // A word has no fields; where one has, that is reported, and the pattern fits all the same.
        let fields = variant.has_fields.then(|| quote!({ .. }));
        quote!(Self::#ident #fields => #value)
    });
    Some(quote!(match self { #(#arms),* }))
}
