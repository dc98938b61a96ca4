//! `#[derive(WireStatus)]`: a processor's words and what they mean.

mod again;
mod expand;
pub(crate) mod meaning;
mod names;
pub(crate) mod target;

use proc_macro2::TokenStream;
use syn::ext::IdentExt as _;
use syn::{Ident, LitStr, Path};

use crate::attributes::Options;
use crate::case;
use crate::errors::Errors;
use crate::path::core_path;
use crate::serde_attributes;
use crate::suggest;

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
    not_of_serde(&input.attrs, errors);
    let options = Options::parse(&input.attrs, &target::SYNTAX, errors);
    let core = core_path(&options, errors);
    let mut targets = target::targets(input, &options, errors);
    let mut beside = Vec::new();
    let mut variants = match &input.data {
        syn::Data::Enum(data) => {
            let named = targets.iter().filter(|target| target.is_named);
            let names: Vec<&Ident> = named.map(|target| &target.name).collect();
            let names = Names { are_all: targets.iter().all(|target| target.is_named), names };
            let case = case(&options, errors);
            let read =
                |variant| Variant::read(variant, case.as_deref(), &names, &mut beside, errors);
            Some(data.variants.iter().map(read).collect::<Vec<Variant>>())
        }
        syn::Data::Struct(_) | syn::Data::Union(_) => {
            let message = "a wire status is an enum of the processor's words";
            errors.at(&input.ident, message);
            None
        }
    };
    targets.extend(beside.into_iter().map(target::Target::stand_in));
    let variants_read = variants.as_deref_mut().unwrap_or_default();
    let others = are_of_another_kind(variants_read, &targets, errors);
    targets.extend(others.into_iter().map(target::Target::stand_in));
    words_are_distinct(variants.as_deref().unwrap_or_default(), errors);
    let excuses = target::Excuses::read(&options, errors);
    let words = expand::Words { variants: variants.as_deref(), are_sound: errors.is_empty() };
    expand::expand(&input.ident, &core, &targets, words, &excuses)
}

/// The targets that the enum names.
struct Names<'a> {
    names: Vec<&'a Ident>,
    /// Whether none is missing, or misspelt: which is reported.
    are_all: bool,
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
        Names { names: targets, are_all }: &Names<'_>,
        beside: &mut Vec<&'static str>,
        errors: &mut Errors,
    ) -> Self {
        let has_fields = !matches!(variant.fields, syn::Fields::Unit);
        let is_for_others = is_for_all_others(&variant.attrs);
        if has_fields && !is_for_others {
            let message = "a word has no fields; words that are not documented are kept by `Wire`";
            errors.at(&variant.fields, message);
        }
        let is_one = !has_fields && !is_for_others;
        not_of_serde(&variant.attrs, errors);
        let errors_before = errors.count();
        let entries = meaning::Entries::read(variant, errors);
        // Where one is missing, that is the mistake.
        let beside_them = if *are_all { entries.beside(targets) } else { Vec::new() };
        for (target, key) in beside_them {
            // What the enum forgets is one mistake, however many words are about it.
            if !beside.contains(&target) {
                beside.push(target);
                errors.at(key, not_named(target, key));
            }
        }
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
        if let Some(word) = entries.word().filter(|word| word.value().trim() != word.value()) {
            errors.at(word, "a word is written without the blanks around it");
        }
        let meanings = entries.complete(&variant.ident, targets, is_one, errors);
        let (by_flow, by_capture) = (entries.by_flow(errors), entries.by_capture());
        if errors.count() == errors_before {
            let statuses = by_capture.iter().map(|(_, status)| status.clone());
            let by_capture: Vec<_> = entries.capture_keys().zip(statuses).collect();
            let everywhere = &meanings;
            let said =
                again::Meanings { targets, everywhere, by_flow: &by_flow, by_capture: &by_capture };
            again::check(&said, errors);
        }
        let word = entries.word().cloned().unwrap_or_else(word);
        Self { ident: variant.ident.clone(), word, meanings, by_flow, by_capture, has_fields }
    }
}

/// What serde would do with the words is done by nobody: `Wire` reads them.
fn not_of_serde(attributes: &[syn::Attribute], errors: &mut Errors) {
    for attribute in serde_attributes::of(attributes) {
        let keys = serde_attributes::keys(std::slice::from_ref(attribute));
        let mut instead = keys.iter().filter_map(|key| {
            let known = OF_SERDE.iter().find(|(name, _)| key == name);
            known.map(|(_, instead)| *instead)
        });
        let instead = instead.next().map(|instead| format!(": {instead}")).unwrap_or_default();
        let message =
            format!("`WireStatus` reads the words itself, and nothing of serde's{instead}");
        errors.at(attribute, message);
    }
}

/// Whether a variant is meant to be what serde makes of all that it does not know, which is reported.
fn is_for_all_others(attributes: &[syn::Attribute]) -> bool {
    let mut keys = serde_attributes::keys(attributes).into_iter();
    keys.any(|key| key == "other" || key == "untagged")
}

/// What somebody says who knows serde, and how it is said here.
const OF_SERDE: [(&str, &str); 5] = [
    ("rename_all", "say `#[wire_status(rename_all = \"…\")]`"),
    ("rename", "say `rename = \"…\"` in the variant's `#[wire_status(…)]`"),
    ("alias", "each spelling is a variant of its own"),
    ("other", "`Wire` keeps a word that is not known"),
    ("untagged", "`Wire` keeps a word that is not known"),
];

fn not_named(target: &str, key: &Ident) -> String {
    let article = if target.starts_with('A') { "an" } else { "a" };
    let about = if key == target {
        format!("the enum does not say that its words are those of {article} `{target}`")
    } else {
        format!(
            "`{key}` is about how a payment is captured, and these words are not those of {article} \
             `{target}`"
        )
    };
    format!("{about}; add `#[wire_status({target})]` to it")
}

/// The case of the words, where one is named that there is.
fn case(options: &Options, errors: &mut Errors) -> Option<String> {
    let literal = options.text("rename_all")?;
    match case::of_variant(&literal.value(), "") {
        Ok(_) => Some(literal.value()),
        Err(expected) => {
            errors.at(literal, format!("unknown case; {expected}"));
            // By the one that was meant, where it is known, the words are held against each other.
            suggest::closest(&literal.value(), case::NAMES).map(str::to_owned)
        }
    }
}

/// Words of another kind than the enum says: one mistake, and not one at each word and wherever they are read. The kinds
/// that have each of their statuses, which stand in.
fn are_of_another_kind(
    variants: &mut [Variant],
    targets: &[target::Target],
    errors: &mut Errors,
) -> Vec<&'static str> {
    let [target::Target { name, is_named: true, .. }] = targets else { return Vec::new() };
    let statuses: Vec<&Path> =
        variants.iter().flat_map(|variant| variant.meanings.iter().flatten()).collect();
    let is_none_of_it = |status: &Path| !names::lacking(status, &[name]).is_empty();
    let first = statuses.iter().find(|status| is_none_of_it(status));
    let (Some(first), others) = (first, names::having(&statuses)) else { return Vec::new() };
    if others.is_empty() || !errors.is_empty() {
        return Vec::new();
    }
    let status = quote::ToTokens::to_token_stream(first);
    let ways: Vec<String> = others.iter().map(|kind| format!("#[wire_status({kind})]")).collect();
    let ways: Vec<&str> = ways.iter().map(String::as_str).collect();
    let message = format!(
        "no `{name}` is called `{status}`; where these are the words of another status, the enum says so: {}",
        suggest::listed(&ways)
    );
    errors.at(first, message);
    for meaning in variants.iter_mut().flat_map(|variant| &mut variant.meanings) {
        if meaning.as_ref().is_some_and(is_none_of_it) {
            *meaning = None;
        }
    }
    others
}

fn words_are_distinct(variants: &[Variant], errors: &mut Errors) {
    for (position, variant) in variants.iter().enumerate() {
        let word = variant.word.value();
        let mut earlier = variants.iter().take(position);
        if let Some(earlier) = earlier.find(|earlier| earlier.word.value() == word) {
            if earlier.ident == variant.ident {
                errors.are_told_by_rustc();
                continue;
            }
            let message = format!("the word `{word}` is that of `{}` already", earlier.ident);
            errors.at(&variant.ident, message);
        }
    }
}
