//! `#[derive(WireStatus)]`: a processor's words and what they mean.

mod expand;
pub(crate) mod meaning;
pub(crate) mod target;

use proc_macro2::TokenStream;
use syn::ext::IdentExt as _;
use syn::{Ident, LitStr, Path};

use crate::attributes::Options;
use crate::case;
use crate::errors::Errors;
use crate::path::core_path;

/// The statuses of ours that words can be mapped to.
const TARGETS: [&str; 7] = [
    "AttemptStatus",
    "RefundStatus",
    "DisputeStatus",
    "PayoutStatus",
    "MandateStatus",
    "CreationStatus",
    "VerificationStatus",
];

/// The target that a way of capturing decides about.
const PAYMENT: &str = "AttemptStatus";

pub(crate) fn derive(input: &syn::DeriveInput, errors: &mut Errors) -> TokenStream {
    let options = Options::parse(&input.attrs, &target::SYNTAX, errors);
    let core = core_path(&options, errors);
    let targets = target::targets(input, &options, errors);
    let variants = match &input.data {
        syn::Data::Enum(data) => {
            let names: Vec<&Ident> = targets.iter().map(|target| &target.name).collect();
            let case = case(&options, errors);
            let read = |variant| Variant::read(variant, case.as_deref(), &names, errors);
            Some(data.variants.iter().map(read).collect::<Vec<Variant>>())
        }
        syn::Data::Struct(_) | syn::Data::Union(_) => {
            let message = "a wire status is an enum of the processor's words";
            errors.at(&input.ident, message);
            None
        }
    };
    words_are_distinct(variants.as_deref().unwrap_or_default(), errors);
    let excuses = target::Excuses::read(&options, errors);
    expand::expand(&input.ident, &core, &targets, variants.as_deref(), &excuses)
}

/// A documented word and what it means, target by target.
struct Variant {
    ident: Ident,
    word: LitStr,
    meanings: Vec<Option<Path>>,
    by_flow: Vec<(Path, Option<Path>)>,
    by_capture: Vec<(bool, Option<Path>)>,
    has_fields: bool,
}

impl Variant {
    fn read(
        variant: &syn::Variant,
        case: Option<&str>,
        targets: &[&Ident],
        errors: &mut Errors,
    ) -> Self {
        let has_fields = !matches!(variant.fields, syn::Fields::Unit);
        if has_fields {
            let message = "a word has no fields; words that are not documented are kept by `Wire`";
            errors.at(&variant.fields, message);
        }
        let entries = meaning::Entries::read(variant, targets, errors);
        let word = || {
            let name = variant.ident.unraw().to_string();
            let word = case.and_then(|case| case::of_variant(case, &name).ok());
            LitStr::new(&word.unwrap_or(name), variant.ident.span())
        };
        if let Some(empty) = entries.word().filter(|word| word.value().is_empty()) {
            errors.at(
                empty,
                "a word has letters: where the processor says none, the field is an `Option`",
            );
        }
        Self {
            ident: variant.ident.clone(),
            word: entries.word().cloned().unwrap_or_else(word),
            meanings: entries.complete(&variant.ident, targets, errors),
            by_flow: entries.by_flow(errors),
            by_capture: entries.by_capture(),
            has_fields,
        }
    }
}

/// The case of the words, where one is named that there is.
fn case(options: &Options, errors: &mut Errors) -> Option<String> {
    let literal = options.text("rename_all")?;
    match case::of_variant(&literal.value(), "") {
        Ok(_) => Some(literal.value()),
        Err(expected) => {
            errors.at(literal, format!("unknown case; {expected}"));
            None
        }
    }
}

fn words_are_distinct(variants: &[Variant], errors: &mut Errors) {
    for (position, variant) in variants.iter().enumerate() {
        let word = variant.word.value();
        let mut earlier = variants.iter().take(position);
        if let Some(earlier) = earlier.find(|earlier| earlier.word.value() == word) {
            let message = format!("the word `{word}` is that of `{}` already", earlier.ident);
            errors.at(&variant.ident, message);
        }
    }
}
