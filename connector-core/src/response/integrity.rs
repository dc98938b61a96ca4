//! Where a response tells the id and the amount that a flow is about, or why it does not.

use crate::flow::Flow;
use crate::status::flow_statuses::has;
use crate::status::text::Text;

/// What every answer to a flow should tell, so that it can be held against what was asked and asked
/// about later. A response says where each part is, or why it is absent; one that is silent about a
/// part does not compile.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Integrity {
    /// The id of what the flow is about: [`Flow::ID`].
    pub id: Evidence,
    /// The amount, with its currency: [`Flow::AMOUNT`].
    pub amount: Evidence,
    /// Whether it tells of each capture by itself, where the payment is taken in several.
    pub captures: bool,
}

/// Whether a response tells a part of the answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Evidence {
    /// A field tells it.
    Told,
    /// The processor does not tell it, for this reason.
    Absent(&'static str),
    /// Nothing is said about it. That is right where the flow has no such part, and nowhere else.
    Unsaid,
}

/// A part of the answer and where it is, for `describe`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
pub struct IntegrityPart {
    /// The field, by its name in the response data.
    pub field: &'static str,
    /// Why the processor does not tell it; `None` where a field does.
    pub absent: Option<&'static str>,
}

/// What a derived response says, by the fields that are marked in it; called by the derive.
#[must_use]
pub const fn integrity<F: Flow>(
    marked: &[&str],
    no_id: Option<&'static str>,
    no_amount: Option<&'static str>,
) -> Integrity {
    Integrity {
        id: evidence(F::ID, marked, no_id),
        amount: evidence(F::AMOUNT, marked, no_amount),
        captures: has(marked, "captures"),
    }
}

const fn evidence(part: Option<&str>, marked: &[&str], reason: Option<&'static str>) -> Evidence {
    match (part, reason) {
        (Some(field), _) if has(marked, field) => Evidence::Told,
        (Some(_), Some(reason)) => Evidence::Absent(reason),
        _ => Evidence::Unsaid,
    }
}

/// What several shapes say together: what one of them lacks may be lacking. Captures are told where some
/// shape tells them: a payment of which there are none need not have the place for them.
#[must_use]
pub const fn weakest(mut shapes: &[Integrity]) -> Integrity {
    let mut all = Integrity { id: Evidence::Told, amount: Evidence::Told, captures: false };
    while let [shape, rest @ ..] = shapes {
        all.id = all.id.or(shape.id);
        all.amount = all.amount.or(shape.amount);
        all.captures |= shape.captures;
        shapes = rest;
    }
    all
}

impl Evidence {
    const fn or(self, other: Self) -> Self {
        match (self, other) {
            (Self::Unsaid, _) | (_, Self::Unsaid) => Self::Unsaid,
            (Self::Absent(reason), _) | (_, Self::Absent(reason)) => Self::Absent(reason),
            (Self::Told, Self::Told) => Self::Told,
        }
    }
}

impl Integrity {
    /// Stops the compiler where a part of the flow `F` is told nowhere and nobody says why.
    #[track_caller]
    pub const fn is_whole<F: Flow>(&self) {
        let id_is_said = F::ID.is_none() || !matches!(self.id, Evidence::Unsaid);
        let amount_is_said = F::AMOUNT.is_none() || !matches!(self.amount, Evidence::Unsaid);
        if id_is_said && amount_is_said {
            return;
        }
        let mut text = Text::EMPTY;
        silent(&mut text, F::NAME, F::ID, self.id, "no_id");
        silent(&mut text, F::NAME, F::AMOUNT, self.amount, "no_amount");
        let problem = text.as_str();
        assert!(problem.is_empty(), "{}", problem);
    }

    /// The parts of the flow `F`.
    pub(crate) fn parts<F: Flow>(self) -> impl Iterator<Item = IntegrityPart> {
        let parts = [(F::ID, self.id), (F::AMOUNT, self.amount)];
        parts.into_iter().filter_map(|(field, evidence)| {
            let absent = match evidence {
                Evidence::Told => None,
                Evidence::Absent(reason) => Some(reason),
                Evidence::Unsaid => return None,
            };
            Some(IntegrityPart { field: field?, absent })
        })
    }
}

const fn silent(text: &mut Text, flow: &str, part: Option<&str>, evidence: Evidence, key: &str) {
    if let (Some(field), Evidence::Unsaid) = (part, evidence) {
        text.push(if text.as_str().is_empty() { "`" } else { "; `" });
        text.push(flow);
        text.push("` needs the `");
        text.push(field);
        text.push("`, and the response does not say where it is: mark a field `#[flow_response(");
        text.push(field);
        text.push(")]`, or say why there is none: `");
        text.push(key);
        text.push(" = \"…\"`");
    }
}

/// Stops the compiler at a reason that excuses nothing: in each of these flows the part is marked, or
/// the flow has none.
#[track_caller]
pub const fn excuses_something(key: &str, mut parts: &[Evidence]) {
    let mut needed = false;
    while let [part, rest @ ..] = parts {
        needed |= matches!(part, Evidence::Absent(_));
        parts = rest;
    }
    let mut text = Text::EMPTY;
    text.push("`");
    text.push(key);
    text.push("` gives a reason for nothing: it is marked, or the flow needs none");
    assert!(needed, "{}", text.as_str());
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Capture, PSync, PayoutCreateRecipient};

    #[test]
    fn a_part_is_marked_or_excused_or_unsaid() {
        let all = integrity::<PSync>(&["connector_transaction_id", "amount"], None, None);
        assert_eq!(all, Integrity { id: Evidence::Told, amount: Evidence::Told, captures: false });
        let excused = integrity::<Capture>(&["amount"], Some("a number of its own"), Some("none"));
        assert_eq!(excused.id, Evidence::Absent("a number of its own"));
        assert_eq!(excused.amount, Evidence::Absent("none"), "the amount that was captured counts");
        let silent = integrity::<PSync>(&[], None, None);
        assert_eq!(
            silent,
            Integrity { id: Evidence::Unsaid, amount: Evidence::Unsaid, captures: false }
        );
        integrity::<PayoutCreateRecipient>(&["connector_recipient_id"], None, None)
            .is_whole::<PayoutCreateRecipient>();
    }

    #[test]
    fn shapes_are_as_silent_as_the_least_of_them() {
        let told = Integrity { id: Evidence::Told, amount: Evidence::Told, captures: false };
        let absent =
            Integrity { id: Evidence::Told, amount: Evidence::Absent("none"), captures: false };
        let unsaid = Integrity { id: Evidence::Unsaid, amount: Evidence::Told, captures: false };
        assert_eq!(weakest(&[told, absent]), absent);
        assert_eq!(
            weakest(&[absent, unsaid]),
            Integrity { id: Evidence::Unsaid, amount: Evidence::Absent("none"), captures: false }
        );
    }

    #[test]
    #[should_panic(expected = "`PSync` needs the `connector_transaction_id`, and")]
    fn silence_stops_the_compiler() {
        integrity::<PSync>(&["amount"], None, None).is_whole::<PSync>();
    }

    #[test]
    #[should_panic(expected = "`no_amount` gives a reason for nothing")]
    fn an_excuse_for_nothing_stops_the_compiler() {
        excuses_something("no_amount", &[Evidence::Told, Evidence::Unsaid]);
    }
}
