//! The statuses of ours that a processor's words are mapped to.

use proc_macro2::{Span, TokenStream};
use quote::{ToTokens, format_ident, quote};
use syn::{Ident, Path};

use super::{TARGETS, meaning, names};
use crate::attributes::{Key, Kind, Options, Syntax};
use crate::errors::Errors;
use crate::suggest;

pub(crate) const SYNTAX: Syntax = Syntax {
    name: "wire_status",
    keys: &[
        Key::optional("AttemptStatus", Kind::FlagOrPath),
        Key::optional("RefundStatus", Kind::FlagOrPath),
        Key::optional("DisputeStatus", Kind::FlagOrPath),
        Key::optional("CreationStatus", Kind::FlagOrPath),
        Key::optional("PayoutStatus", Kind::FlagOrPath),
        Key::optional("MandateStatus", Kind::FlagOrPath),
        Key::optional("VerificationStatus", Kind::FlagOrPath),
        Key::optional("rename_all", Kind::Text),
        Key::optional("unknown", Kind::Path),
        Key::optional("no_success", Kind::Text),
        Key::optional("no_failure", Kind::Text),
        Key::optional("crate", Kind::Path),
    ],
    bare: false,
    example: "AttemptStatus",
};

/// A status of ours that this enum is mapped to.
pub(super) struct Target {
    pub(super) name: Ident,
    /// What a word means that is not documented.
    pub(super) unknown: TokenStream,
    /// Whether the author said so.
    pub(super) is_declared: bool,
    /// Whether the words say anything about it: it may stand in for one that nobody named, so that who reads the
    /// words does not report that too.
    pub(super) is_named: bool,
}

impl Target {
    /// For one that is missing, which is reported.
    pub(super) fn stand_in(name: &str) -> Self {
        let (name, unknown) = (Ident::new(name, Span::call_site()), default(name));
        Self { name, unknown, is_declared: false, is_named: false }
    }
}

/// A dispute is never merely under way: it is somebody's move.
fn default(target: &str) -> TokenStream {
    if target == "DisputeStatus" { quote!(Opened) } else { quote!(Pending) }
}

/// Reads `#[wire_status(AttemptStatus, unknown = Pending)]` or
/// `#[wire_status(AttemptStatus = Unresolved, RefundStatus)]`: the value is the declared unknown.
pub(super) fn targets(
    input: &syn::DeriveInput,
    options: &Options,
    errors: &mut Errors,
) -> Vec<Target> {
    let is_named = |target: &&str| options.key(target).is_some();
    // An attribute that cannot be read may have named any of them, unless another one does.
    let may_be_meant = !(options.is_malformed() && TARGETS.iter().any(is_named));
    let is_meant =
        |target: &&str| is_named(target) || (may_be_meant && options.was_refused(target));
    let named: Vec<&str> = TARGETS.into_iter().filter(|target| is_meant(target)).collect();
    if named.is_empty() {
        let targets = suggest::listed(&TARGETS);
        let message = format!(
            "say what these words are the status of, as in `#[wire_status(AttemptStatus)]`: {targets}"
        );
        errors.at(&input.ident, message);
        return TARGETS.map(Target::stand_in).into();
    }
    let common = options.path("unknown");
    let shared: Vec<&Ident> = TARGETS
        .iter()
        .filter(|name| options.path(name).is_none())
        .filter_map(|name| options.key(name))
        .collect();
    if let Some(key) = options.key("unknown").filter(|_| common.is_some())
        && named.iter().all(|name| options.path(name).is_some())
    {
        errors
            .at(key, "each status has an unknown of its own, and this one means nothing: drop it");
    }
    let common = common.filter(|status| is_of_each(status, &shared, errors));
    let declared = TARGETS.into_iter().filter_map(|target| options.path(target)).chain(common);
    declared.for_each(|status| meaning::alone(status, errors));
    let target = |name: &str| {
        let declared = options.path(name).or(common);
        let unknown =
            declared.map_or_else(|| default(name), |path| meaning::variant(path).to_token_stream());
        // Where the author wrote it, so that an editor finds the status there.
        let place = options.key(name).map_or_else(Span::call_site, Ident::span);
        let name = Ident::new(name, place);
        Target { name, unknown, is_declared: declared.is_some(), is_named: true }
    };
    // Which one was meant by another name is a guess: the words are held against none, and any may be missing.
    let is_guess = |name: &&str| options.is_malformed() || options.was_meant(name);
    let is_known = |name: &&str| is_named(name) || !is_guess(name);
    let (known, guessed): (Vec<&str>, Vec<&str>) = named.into_iter().partition(is_known);
    let mut targets: Vec<Target> = known.iter().map(|name| target(name)).collect();
    if !guessed.is_empty() {
        let others = TARGETS.into_iter().filter(|name| !known.contains(name));
        targets.extend(others.map(Target::stand_in));
    }
    targets
}

/// Whether each kind has the status that all share; else it would be reported for each.
fn is_of_each(status: &Path, targets: &[&Ident], errors: &mut Errors) -> bool {
    let lacking = names::lacking(status, targets);
    if targets.len() < 2 || lacking.is_empty() {
        return true;
    }
    if lacking.len() == targets.len() {
        errors.at(status, names::of_none(status, targets));
        return false;
    }
    let example: Vec<String> = targets.iter().map(|target| format!("{target} = …")).collect();
    let message = format!(
        "{}: say kind by kind what a word means that is not known: `#[wire_status({})]`",
        names::of_none(status, &lacking),
        example.join(", ")
    );
    errors.at(status, message);
    false
}

/// Why no word says that it succeeded, or that it failed.
pub(super) struct Excuses {
    /// The constant, and the reason.
    pub(super) reasons: Vec<(Ident, TokenStream)>,
    /// The keys that the author wrote, where nothing is wrong.
    pub(super) keys: Vec<Ident>,
}

impl Excuses {
    pub(super) fn read(options: &Options, errors: &mut Errors) -> Self {
        // Where something is wrong, a word that is missing would be reported a second time.
        let is_broken = !errors.is_empty();
        let mut excuses = Vec::new();
        for key in ["no_success", "no_failure"] {
            let reason = options.text(key);
            if let Some(reason) = reason.filter(|reason| reason.value().trim().is_empty()) {
                errors.at(reason, format!("say why: `{key} = \"…\"`"));
            }
            let stand_in = || (is_broken || options.was_refused(key)).then(|| "".to_token_stream());
            let reason = reason.map(ToTokens::to_token_stream).or_else(stand_in);
            excuses.extend(reason.map(|reason| (format_ident!("{}", key.to_uppercase()), reason)));
        }
        let keys = ["no_success", "no_failure"].into_iter().filter_map(|key| options.key(key));
        let keys = keys.filter(|_| errors.is_empty()).cloned().collect();
        Self { reasons: excuses, keys }
    }
}
