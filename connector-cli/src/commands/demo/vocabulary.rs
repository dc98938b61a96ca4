//! The sandbox's words, as a connector's table writes them.

use connector_core::StatusMapping;
use connector_sandbox::{Kind, Processor};

/// Checkout.com has no word for the status of a refund: it is what can be seen of an action. These are
/// the sandbox's names for what is seen, and what the connector's table writes.
const CHECKOUT_ACTIONS: &[(&str, &str)] =
    &[("approved", "true"), ("declined", "false"), ("pending", "absent")];

/// A line of the connector's table, or what takes its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Meaning {
    /// The word's status; `None` where it says nothing about the flow.
    Declared(Option<&'static str>),
    /// The resource is not shown at all yet.
    NotListed,
    /// The connector does not know the word.
    Undeclared,
}

/// What the connector declares for this word of the sandbox.
pub(super) fn meaning(
    processor: Processor,
    kind: Kind,
    word: &str,
    table: &[StatusMapping],
) -> Meaning {
    let actions = processor == Processor::Checkout && kind == Kind::Refund;
    if actions && word == "unlisted" {
        return Meaning::NotListed;
    }
    let seen = CHECKOUT_ACTIONS.iter().filter(|_| actions).find(|(name, _)| *name == word);
    let spellings = [Some(word), seen.map(|(_, spelling)| *spelling)];
    let line = table.iter().find(|line| spellings.contains(&Some(line.connector_status)));
    line.map_or(Meaning::Undeclared, |line| Meaning::Declared(line.status))
}
