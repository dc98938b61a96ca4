//! What a wire status expands to: the table of its words, and what they mean, target by target.

use proc_macro2::TokenStream;
use quote::quote;
use syn::spanned::Spanned as _;
use syn::{Generics, Ident, Path};

use super::target::{Excuses, Target};
use super::{PAYMENT, Variant};
use crate::call;
use crate::known;
use crate::path::in_block;
use crate::unread;

/// The words of an enum; `None` where it is no enum.
#[derive(Clone, Copy)]
pub(super) struct Words<'w> {
    pub(super) variants: Option<&'w [Variant]>,
    /// Whether nothing is wrong with any of them. Else a table of them would lack what was refused, and whoever
    /// reads it would report that, too: there is none then.
    pub(super) are_sound: bool,
}

pub(super) fn expand(
    ident: &Ident,
    core: &Path,
    targets: &[Target],
    words: Words<'_>,
    excuses: &Excuses,
) -> TokenStream {
    let variants = words.variants;
    let mappings = targets.iter().enumerate().map(|(position, target)| {
        let meaning = |variant: &Variant| {
            let named = variant.meanings.get(position).filter(|_| target.is_named);
            named.cloned().flatten()
        };
        mapping(ident, target, words, &meaning, excuses)
    });
    let words = self::words(ident, variants);
    let kinds: Vec<String> = targets.iter().map(|target| target.name.to_string()).collect();
    let flows = variants.unwrap_or_default().iter().flat_map(|variant| &variant.by_flow);
    let flows = flows.map(|(flow, _)| {
        // Evaluated whether it is used or not, and at the place of the flow.
        let tells = quote!(__core::tells_one_of::<__Flow>);
        let check = call::at(flow.span(), &tells, &quote!(&[#(#kinds),*]));
        let known = known::flow(flow);
        quote!(const _: () = { #known #check };)
    });
    let tables = targets.iter().map(|Target { name, .. }| {
        let kind = name.to_string();
        quote!((#kind, <#ident as __core::StatusOf<__core::#name>>::MAPPINGS))
    });
    let tables = quote!(&[#(#tables),*]);
    let excuses = excuses.keys.iter().map(|key| {
        let name = key.to_string();
        let check = quote!(__core::excuses_an_end);
        let check = call::at(key.span(), &check, &quote!(#name, #tables));
        quote!(const _: () = #check;)
    });
    in_block(core, &quote!(#words #(#mappings)* #(#flows)* #(#excuses)*))
}

fn words(ident: &Ident, variants: Option<&[Variant]>) -> TokenStream {
    let sound = variants.unwrap_or_default().iter().filter(|variant| !variant.has_fields);
    let (texts, idents): (Vec<_>, Vec<_>) =
        sound.map(|Variant { word, ident, .. }| (word, ident)).unzip();
    let places = 0..idents.len();
    let unwrapped = quote!(__core::words_are_read_as_wire);
    let unwrapped = call::at(ident.span(), &unwrapped, &TokenStream::new());
    // Words have no parameters.
    let unwrapped = unread::by_serde(ident, &Generics::default(), &unwrapped);
    let word = each(variants, &|Variant { word, .. }| quote!(#word)).unwrap_or_else(|| quote!(""));
    quote! {
        #[automatically_derived]
        impl __core::WireStatus for #ident {
            const WORDS: &'static [&'static __core::str] = &[#(#texts),*];
            fn variant(__place: __core::usize) -> __core::Option<Self> {
                match __place {
                    #(#places => __core::Some(Self::#idents),)*
                    _ => __core::None,
                }
            }
            fn word(&self) -> &'static __core::str {
                #word
            }
        }
        // See the function.
        #unwrapped
    }
}

fn mapping(
    ident: &Ident,
    Target { name, unknown, is_declared, is_named }: &Target,
    Words { variants, are_sound }: Words<'_>,
    meaning: &dyn Fn(&Variant) -> Option<Path>,
    excuses: &Excuses,
) -> TokenStream {
    let none = quote!(__core::None);
    let status = |variant: &Variant| match meaning(variant) {
        Some(status) => quote!(__core::Some(__core::#name::#status)),
        None => none.clone(),
    };
    let own = quote!(__core::#name);
    let told = variants.filter(|_| *is_named).unwrap_or_default();
    let lines = told.iter().flat_map(|variant| {
        let word = &variant.word;
        let status = named(&own, meaning(variant).as_ref());
        let everywhere = quote!(__core::line(#word, #status));
        let by_capture = variant.by_capture.iter().filter(|_| *name == PAYMENT);
        let by_capture = by_capture.map(|(automatic, status)| {
            let status = named(&own, status.as_ref());
            quote!(__core::line_by(#automatic, #word, #status))
        });
        let by_flow = variant.by_flow.iter().map(|(flow, status)| {
            let status = named(&quote!(<__core::StatusIn<__Flow>>), status.as_ref());
            let known = known::flow(flow);
            quote!({ #known __core::line_in::<__Flow>(#word, #status) })
        });
        std::iter::once(everywhere).chain(by_capture).chain(by_flow).collect::<Vec<_>>()
    });
    let others = quote!(__core::line_of_others(__core::#name::#unknown.as_name()));
    let lines = quote!(&[#(#lines,)* #others]);
    // The names in it are looked at in any case.
    let table = if are_sound { lines.clone() } else { quote!(&[]) };
    let beside = (!are_sound).then(|| quote!(const _: &[__core::StatusMapping] = #lines;));
    let by_capture = told.iter().flat_map(|variant| {
        let otherwise = meaning(variant).filter(|_| *name == PAYMENT);
        let decided = variant.by_capture.iter().filter_map(move |(automatic, status)| {
            let (otherwise, status) = (otherwise.as_ref()?, status.as_ref()?);
            let arguments = quote!(#automatic, __core::#name::#otherwise, __core::#name::#status);
            let check = call::at(status.span(), &quote!(__core::can_decide), &arguments);
            Some(quote!(const _: () = #check;))
        });
        decided.collect::<Vec<_>>()
    });
    let by_capture: TokenStream = by_capture.collect();
    let meaning = each(variants, &status).unwrap_or_else(|| none.clone());
    let excuses = excuses.reasons.iter().map(|(name, reason)| {
        let ty = quote!(__core::Option<&'static __core::str>);
        quote!(const #name: #ty = __core::Some(#reason);)
    });
    // Evaluated whether it is used or not, unlike a constant of a trait.
    let known = quote!(__core::#name::for_unknown_words);
    let check = call::at(unknown.span(), &known, &quote!(#own::#unknown));
    let check = is_declared.then(|| quote!(const _: #own = #check;));
    let chosen = is_declared.then(|| {
        let ty = quote!(__core::Option<&'static __core::str>);
        quote!(const CHOSEN_UNKNOWN: #ty = __core::Some(#own::#unknown.as_name());)
    });
    quote! {
        #check
        #by_capture
        #beside
        #[automatically_derived]
        impl __core::StatusOf<__core::#name> for #ident {
            const UNKNOWN: __core::#name = __core::#name::#unknown;
            #chosen
            const MAPPINGS: &'static [__core::StatusMapping] = #table;
            #(#excuses)*
            fn meaning(&self) -> __core::Option<__core::#name> {
                #meaning
            }
        }
    }
}

/// The name of a status of this type, if it is one.
fn named(ty: &TokenStream, status: Option<&Path>) -> TokenStream {
    match status {
        Some(status) => quote!(__core::Some(#ty::#status.as_name())),
        None => quote!(__core::None),
    }
}

/// A `match` with an arm for each variant; `None` where it is no enum.
fn each(
    variants: Option<&[Variant]>,
    value: &dyn Fn(&Variant) -> TokenStream,
) -> Option<TokenStream> {
    let variants = variants?;
    let is_first = |(place, variant): &(usize, &Variant)| {
        variants.iter().take(*place).all(|earlier| earlier.ident != variant.ident)
    };
    let distinct: Vec<&Variant> =
        variants.iter().enumerate().filter(is_first).map(|(_, variant)| variant).collect();
    // Of a variant that is there twice rustc knows both, and by their name only one is matched.
    let others = distinct.first().filter(|_| distinct.len() < variants.len()).map(|first| {
        let value = value(first);
        quote!(_ => #value)
    });
    let arms = distinct.into_iter().map(|variant| {
        let ident = &variant.ident;
        let value = value(variant);
        // A word has no fields; where one has, that is reported, and the pattern fits all the same.
        let fields = variant.has_fields.then(|| quote!({ .. }));
        quote!(Self::#ident #fields => #value)
    });
    let arms = arms.chain(others);
    Some(quote!(match *self { #(#arms),* }))
}
