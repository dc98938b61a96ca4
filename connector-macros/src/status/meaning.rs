//! What one word means: `#[wire_status(Charged)]`, or target by target, flow by flow, and by the way
//! of capturing.

use quote::ToTokens as _;
use syn::{Ident, LitStr, Path};

use super::{PAYMENT, TARGETS, names};
use crate::attributes::{Key, Kind, Options, Syntax};
use crate::errors::Errors;

/// Says that a word tells nothing about a target.
const SILENT: &str = "none";

pub(crate) const SYNTAX: Syntax = Syntax {
    name: "wire_status",
    keys: &[
        Key::optional("AttemptStatus", Kind::Path),
        Key::optional("RefundStatus", Kind::Path),
        Key::optional("DisputeStatus", Kind::Path),
        Key::optional("CreationStatus", Kind::Path),
        Key::optional("PayoutStatus", Kind::Path),
        Key::optional("MandateStatus", Kind::Path),
        Key::optional("VerificationStatus", Kind::Path),
        Key::optional("flow", Kind::PathPairs),
        Key::optional("automatic", Kind::Path),
        Key::optional("manual", Kind::Path),
        Key::optional("rename", Kind::Text),
    ],
    // What the word means for every target.
    bare: true,
    example: "Charged",
};

/// What the attributes of one variant say.
pub(super) struct Entries(Options);

impl Entries {
    pub(super) fn read(variant: &syn::Variant, errors: &mut Errors) -> Self {
        let options = Options::parse(&variant.attrs, &SYNTAX, errors);
        for second in options.bare().iter().skip(1) {
            errors.at(second, "the word has a meaning already");
        }
        if let (Some(key), []) = (options.key("flow"), options.path_pairs("flow")) {
            errors.at(key, "this says nothing; write it as `flow(Capture = Pending)`");
        }
        let by_key = SYNTAX.keys.iter().filter_map(|key| options.path(key.name));
        let by_flow = options.path_pairs("flow").iter().map(|(_, status)| status);
        options.bare().iter().chain(by_key).chain(by_flow).for_each(|status| alone(status, errors));
        Self(options)
    }

    /// What it says about a target that the enum does not name: the target, and the key that is about it.
    pub(super) fn beside(&self, targets: &[&Ident]) -> Vec<(&'static str, &Ident)> {
        let captured = ["automatic", "manual"].map(|key| (PAYMENT, key));
        let keys = TARGETS.map(|target| (target, target)).into_iter().chain(captured);
        let keys = keys.filter(|(target, _)| targets.iter().all(|named| named != target));
        keys.filter_map(|(target, key)| Some((target, self.0.key(key)?))).collect()
    }

    /// What the word means in one flow alone, each flow once.
    pub(super) fn by_flow(&self, errors: &mut Errors) -> Vec<(Path, Option<Path>)> {
        let mut by_flow: Vec<(Path, Option<Path>)> = Vec::new();
        for (flow, status) in self.0.path_pairs("flow") {
            let text = |path: &Path| path.to_token_stream().to_string();
            if by_flow.iter().any(|(earlier, _)| text(earlier) == text(flow)) {
                errors.at(flow, "the flow is there twice");
            } else {
                by_flow.push((flow.clone(), told(status)));
            }
        }
        by_flow
    }

    /// What the word means where the payment is captured by itself (`true`), or on an order.
    pub(super) fn by_capture(&self) -> Vec<(bool, Option<Path>)> {
        let by = |(key, automatic)| Some((automatic, told(self.0.path(key)?)));
        [("automatic", true), ("manual", false)].into_iter().filter_map(by).collect()
    }

    /// The keys of that, in their order.
    pub(super) fn capture_keys(&self) -> impl Iterator<Item = &Ident> {
        ["automatic", "manual"]
            .into_iter()
            .filter(|key| self.0.path(key).is_some())
            .filter_map(|key| self.0.key(key))
    }

    /// `rename = "…"`
    pub(super) fn word(&self) -> Option<&LitStr> {
        self.0.text("rename")
    }

    /// Two kinds of which each has the name of the other's status: one mistake, and not one for each.
    fn swapped<'t>(&self, targets: &[&'t Ident], errors: &mut Errors) -> Vec<&'t Ident> {
        let own = |target: &'t Ident| Some((target, self.0.path(&target.to_string())?));
        let own: Vec<_> = targets.iter().copied().filter_map(own).collect();
        let is_of = |status: &Path, target| names::lacking(status, &[target]).is_empty();
        for (place, (one, its)) in own.iter().enumerate() {
            let mut others = own.iter().skip(place.saturating_add(1));
            let other = others.find(|(other, status)| {
                is_of(its, other) && is_of(status, one) && !is_of(its, one) && !is_of(status, other)
            });
            if let Some((other, _)) = other {
                let message = format!("what the word means as `{one}` and as `{other}` is swapped");
                errors.at(its, message);
                return vec![one, other];
            }
        }
        Vec::new()
    }

    /// The meaning for each target, in their order; reports those that are missing, and of what is no word (`is_one`)
    /// where something is said.
    pub(super) fn complete(
        &self,
        variant: &Ident,
        targets: &[&Ident],
        is_one: bool,
        errors: &mut Errors,
    ) -> Vec<Option<Path>> {
        let mut missing: Vec<String> = Vec::new();
        // rustc would say it of each kind.
        let says = |target: &&Ident| self.0.key(&target.to_string()).is_some();
        let shared: Vec<&Ident> = targets.iter().copied().filter(|target| !says(target)).collect();
        let nameless = self.0.bare().first().filter(|status| {
            shared.len() > 1
                && !status.is_ident(SILENT)
                && names::lacking(status, &shared).len() == shared.len()
        });
        if let Some(status) = nameless {
            errors.at(status, names::of_none(status, &shared));
        }
        let swapped = self.swapped(targets, errors);
        let meaning = |target: &&Ident| {
            let name = target.to_string();
            let status = self.0.path(&name).or(self.0.bare().first());
            if status.is_none() && !self.0.was_refused(&name) {
                missing.push(name);
            }
            let is_swapped = swapped.contains(target);
            let is_reported = is_swapped || nameless.is_some() && shared.contains(target);
            status.filter(|_| !is_reported).and_then(told)
        };
        let meanings = targets.iter().map(meaning).collect();
        let own = |target: &&Ident| self.0.path(&target.to_string()).is_some();
        if let Some(common) = self.0.bare().first().filter(|_| !targets.is_empty())
            && targets.iter().all(own)
        {
            errors.at(common, "the word has a meaning of its own for each status, and this means nothing: drop it");
        }
        if !missing.is_empty() && (is_one || !self.0.is_absent()) {
            let (named, example) = (missing.join("` and as `"), missing.join(" = …, "));
            let message = format!(
                "what does this word mean as `{named}`? `#[wire_status({example} = …)]`, with \
                 `{SILENT}` where it says nothing about one"
            );
            errors.at(variant, message);
        }
        meanings
    }
}

/// The status; `None` for `none`.
fn told(status: &Path) -> Option<Path> {
    (!status.is_ident(SILENT)).then(|| variant(status))
}

/// Of which status it is, is known.
pub(crate) fn alone(status: &Path, errors: &mut Errors) {
    if status.get_ident().is_none() {
        let variant = variant(status).to_token_stream();
        errors.at(status, format!("a status stands alone: `{variant}`"));
    }
}

/// The variant alone.
pub(crate) fn variant(status: &Path) -> Path {
    status.segments.last().map_or_else(|| status.clone(), |last| last.ident.clone().into())
}
