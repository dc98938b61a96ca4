//! What one word means: `#[wire_status(Charged)]`, or target by target.

use syn::{Ident, LitStr, Path};

use super::TARGETS;
use crate::attributes::{Key, Kind, Options, Syntax};
use crate::errors::Errors;

/// Says that a word tells nothing about a target.
const SILENT: &str = "none";

const SYNTAX: Syntax = Syntax {
    name: "wire_status",
    keys: &[
        Key::optional("AttemptStatus", Kind::Path),
        Key::optional("RefundStatus", Kind::Path),
        Key::optional("rename", Kind::Text),
    ],
    // What the word means for every target.
    bare: true,
    example: "Charged",
};

/// What the attributes of one variant say.
pub(super) struct Entries(Options);

impl Entries {
    pub(super) fn read(variant: &syn::Variant, targets: &[&Ident], errors: &mut Errors) -> Self {
        let options = Options::parse(&variant.attrs, &SYNTAX, errors);
        for second in options.bare().iter().skip(1) {
            errors.at(second, "the word has a meaning already");
        }
        let unasked = TARGETS.iter().filter_map(|target| options.key(target));
        for target in unasked.filter(|target| !targets.contains(target)) {
            let message = format!(
                "the enum does not say that its words are those of a `{target}`; add \
                 `#[wire_status({target})]` to it"
            );
            errors.at(target, message);
        }
        Self(options)
    }

    /// `rename = "…"`
    pub(super) fn word(&self) -> Option<&LitStr> {
        self.0.text("rename")
    }

    /// The meaning for each target, in their order; reports those that are missing.
    pub(super) fn complete(
        &self,
        variant: &Ident,
        targets: &[&Ident],
        errors: &mut Errors,
    ) -> Vec<Option<Path>> {
        let mut missing: Vec<String> = Vec::new();
        let meaning = |target: &&Ident| {
            let name = target.to_string();
            let status = self.0.path(&name).or(self.0.bare().first());
            if status.is_none() && !self.0.was_refused(&name) {
                missing.push(name);
            }
            status.filter(|status| !status.is_ident(SILENT)).cloned()
        };
        let meanings = targets.iter().map(meaning).collect();
        if !missing.is_empty() {
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
