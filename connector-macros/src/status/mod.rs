//! `#[derive(WireStatus)]`: a processor's words and what they mean.

mod meaning;

use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use syn::{Ident, LitStr, Path};

use crate::attributes::{Key, Kind, Options};
use crate::case;
use crate::errors::Errors;
use crate::path::core_path;

/// The statuses of ours that words can be mapped to.
const TARGETS: [&str; 2] = ["AttemptStatus", "RefundStatus"];

const KEYS: &[Key] = &[
    Key { name: "AttemptStatus", kind: Kind::FlagOrPath },
    Key { name: "RefundStatus", kind: Kind::FlagOrPath },
    Key { name: "rename_all", kind: Kind::Text },
    Key { name: "unknown", kind: Kind::Path },
    Key { name: "crate", kind: Kind::Path },
];

pub(crate) fn derive(input: &syn::DeriveInput, errors: &mut Errors) -> TokenStream {
    let options = Options::parse(&input.attrs, "wire_status", KEYS, errors);
    let core = core_path(&options, errors);
    let syn::Data::Enum(data) = &input.data else {
        errors.at(&input.ident, "a wire status is an enum of the processor's words");
        return TokenStream::new();
    };
    let targets = targets(input, &options, errors);
    let case = options.text("rename_all");
    let variants: Vec<Variant> = data
        .variants
        .iter()
        .filter_map(|variant| Variant::read(variant, case, &targets, errors))
        .collect();
    words_are_distinct(&variants, errors);
    expand(&input.ident, &core, &targets, &variants)
}

/// A status of ours that this enum is mapped to.
struct Target {
    name: Ident,
    unknown: TokenStream,
}

/// Reads `#[wire_status(AttemptStatus, unknown = Pending)]` or
/// `#[wire_status(AttemptStatus = Unresolved, RefundStatus)]`: the value is the declared unknown.
fn targets(input: &syn::DeriveInput, options: &Options, errors: &mut Errors) -> Vec<Target> {
    let named: Vec<&str> =
        TARGETS.into_iter().filter(|target| options.key(target).is_some()).collect();
    if named.is_empty() && errors.is_empty() {
        let forms = TARGETS.map(|target| format!("`#[wire_status({target})]`")).join(" or ");
        errors.at(&input.ident, format!("say what these words are the status of: {forms}"));
    }
    let common = options.path("unknown");
    named
        .into_iter()
        .map(|target| {
            let own = options.path(target);
            let unknown = own.or(common).map_or_else(|| quote!(Pending), |path| quote!(#path));
            Target { name: format_ident!("{target}"), unknown }
        })
        .collect()
}

/// A documented word and what it means, target by target.
struct Variant {
    ident: Ident,
    word: LitStr,
    meanings: Vec<Option<Path>>,
}

impl Variant {
    fn read(
        variant: &syn::Variant,
        case: Option<&LitStr>,
        targets: &[Target],
        errors: &mut Errors,
    ) -> Option<Self> {
        if !matches!(variant.fields, syn::Fields::Unit) {
            errors.at(
                variant,
                "a word has no fields; words that are not documented are kept by `Wire`",
            );
            return None;
        }
        let names: Vec<&Ident> = targets.iter().map(|target| &target.name).collect();
        let entries = meaning::Entries::read(variant, &names, errors);
        let word = entries.word.clone().or_else(|| {
            let name = variant.ident.to_string();
            match case.map_or(Ok(name.clone()), |case| case::of_variant(&case.value(), &name)) {
                Ok(word) => Some(LitStr::new(&word, variant.ident.span())),
                Err(expected) => {
                    errors.at(case, format!("unknown case; {expected}"));
                    None
                }
            }
        })?;
        let meanings = entries.complete(&variant.ident, &names, errors);
        Some(Self { ident: variant.ident.clone(), word, meanings })
    }
}

fn words_are_distinct(variants: &[Variant], errors: &mut Errors) {
    for (position, variant) in variants.iter().enumerate() {
        let word = variant.word.value();
        if variants.iter().take(position).any(|earlier| earlier.word.value() == word) {
            errors.at(&variant.ident, format!("the word `{word}` is there twice"));
        }
    }
}

fn expand(ident: &Ident, core: &Path, targets: &[Target], variants: &[Variant]) -> TokenStream {
    let words: Vec<_> = variants.iter().map(|variant| &variant.word).collect();
    let idents: Vec<_> = variants.iter().map(|variant| &variant.ident).collect();
    let mappings = targets.iter().enumerate().map(|(position, Target { name, unknown })| {
        let meaning = |variant: &Variant| variant.meanings.get(position).cloned().flatten();
        let (statuses, names): (Vec<_>, Vec<_>) = variants
            .iter()
            .map(|variant| match meaning(variant) {
                Some(status) => (
                    quote!(::core::option::Option::Some(#core::#name::#status)),
                    quote!(::core::option::Option::Some(#core::#name::#status.as_name())),
                ),
                None => {
                    (quote!(::core::option::Option::None), quote!(::core::option::Option::None))
                }
            })
            .unzip();
        quote! {
            #[automatically_derived]
            impl #core::StatusOf<#core::#name> for #ident {
                const UNKNOWN: #core::#name = #core::#name::#unknown;
                const MAPPINGS: &'static [#core::StatusMapping] = &[
                    #(#core::StatusMapping { connector_status: #words, status: #names }),*
                ];
                fn meaning(self) -> ::core::option::Option<#core::#name> {
                    match self { #(Self::#idents => #statuses),* }
                }
            }
        }
    });
    quote! {
        const _: () = {
            #[automatically_derived]
            impl #core::WireStatus for #ident {
                const WORDS: &'static [(&'static str, Self)] = &[#((#words, Self::#idents)),*];
                fn word(self) -> &'static str {
                    match self { #(Self::#idents => #words),* }
                }
            }
            #(#mappings)*
        };
    }
}
