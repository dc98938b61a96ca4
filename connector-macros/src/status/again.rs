//! What is said of one flow, or of one way of capturing, and holds anyway: one of the two was meant otherwise.

use quote::ToTokens as _;
use syn::{Ident, Path};

use super::PAYMENT;
use crate::errors::Errors;
use crate::response::another_flow;

/// What a word means, kind by kind, and where it differs.
pub(super) struct Meanings<'m> {
    /// The kinds, in the order of the meanings.
    pub(super) targets: &'m [&'m Ident],
    pub(super) everywhere: &'m [Option<Path>],
    pub(super) by_flow: &'m [(Path, Option<Path>)],
    /// With the key that says it.
    pub(super) by_capture: &'m [(&'m Ident, Option<Path>)],
}

pub(super) fn check(meanings: &Meanings<'_>, errors: &mut Errors) {
    for (key, status) in meanings.by_capture {
        if meanings.of(PAYMENT).is_some_and(|own| are_same(own, status.as_ref())) {
            errors.at(key, format!("`{key}` says again what the word means anyway: drop it"));
        }
    }
    for (flow, status) in meanings.by_flow {
        if meanings.in_flow(flow).is_some_and(|own| are_same(own, status.as_ref())) {
            errors.at(flow, "this says again what the word means in this flow anyway: drop it");
        }
    }
}

impl Meanings<'_> {
    /// What the word means as a status of this kind, where that is said: `Some(None)` for nothing.
    fn of(&self, kind: &str) -> Option<Option<&Path>> {
        let place = self.targets.iter().position(|target| *target == kind)?;
        self.everywhere.get(place).map(Option::as_ref)
    }

    /// What it means in the flow without what is said of that. A way of capturing may decide about it.
    fn in_flow(&self, flow: &Path) -> Option<Option<&Path>> {
        let kind = match (another_flow::about(flow), self.targets) {
            (Some(about), _) => about.status.to_owned(),
            (None, [only]) => only.to_string(),
            (None, _) => return None,
        };
        let is_decided = kind == PAYMENT && !self.by_capture.is_empty();
        self.of(&kind).filter(|_| !is_decided)
    }
}

fn are_same(one: Option<&Path>, other: Option<&Path>) -> bool {
    let text = |path: Option<&Path>| path.map(|path| path.to_token_stream().to_string());
    text(one) == text(other)
}
