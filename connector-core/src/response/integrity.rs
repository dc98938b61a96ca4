//! Where a response tells the id and the amount that a flow is about, or why it does not.

use super::needed::{Needed, tells_all};
use crate::flow::Flow;
use crate::status::compared::has;
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
    /// Whether it tells by which id a capture is asked about: what is a capture does.
    pub capture_id: bool,
    /// Whether it tells what was captured: likewise.
    pub captured: bool,
    /// Whether its amounts are in the currency that was asked about, so that they are none where nobody asked.
    pub as_asked: bool,
    /// The keys at which the words for the status stand; none where that is not known.
    pub status_at: &'static [&'static str],
    /// Whether it tells what the merchant called it. A payment that is asked about by that alone is found by it.
    pub reference: bool,
    /// Whether it tells the order that was announced for the payment: likewise.
    pub order: bool,
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
        ..Integrity::UNSAID
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
    let mut all = Integrity::TOLD;
    if let [first, ..] = shapes {
        all.status_at = first.status_at;
    }
    while let [shape, rest @ ..] = shapes {
        if !are_same(all.status_at, shape.status_at) {
            all.status_at = &[];
        }
        all.id = all.id.or(shape.id);
        all.amount = all.amount.or(shape.amount);
        all.captures |= shape.captures;
        all.capture_id &= shape.capture_id;
        all.captured &= shape.captured;
        all.as_asked |= shape.as_asked;
        all.reference &= shape.reference;
        all.order &= shape.order;
        shapes = rest;
    }
    all
}

const fn are_same(mut keys: &[&str], others: &[&str]) -> bool {
    if keys.len() != others.len() {
        return false;
    }
    while let [key, rest @ ..] = keys {
        if !has(others, key) {
            return false;
        }
        keys = rest;
    }
    true
}

impl Evidence {
    const fn reported(self) -> Self {
        if matches!(self, Self::Unsaid) { Self::Told } else { self }
    }

    const fn or(self, other: Self) -> Self {
        match (self, other) {
            (Self::Unsaid, _) | (_, Self::Unsaid) => Self::Unsaid,
            (Self::Absent(reason), _) | (_, Self::Absent(reason)) => Self::Absent(reason),
            (Self::Told, Self::Told) => Self::Told,
        }
    }
}

impl Integrity {
    /// All is told by which an answer is held against its question, and of captures nothing.
    pub const TOLD: Self = Self {
        id: Evidence::Told,
        amount: Evidence::Told,
        captures: false,
        capture_id: true,
        captured: true,
        as_asked: false,
        status_at: &[],
        reference: true,
        order: true,
    };

    pub(crate) const UNSAID: Self = Self {
        id: Evidence::Unsaid,
        amount: Evidence::Unsaid,
        captures: false,
        capture_id: false,
        captured: false,
        as_asked: false,
        status_at: &[],
        reference: false,
        order: false,
    };

    /// The same of a response whose amounts are in the currency that was asked about.
    #[must_use]
    pub const fn in_the_currency_asked(self) -> Self {
        Self { as_asked: true, ..self }
    }

    /// The same, if its amounts have no currency of their own.
    #[must_use]
    pub const fn in_the_currency_asked_unless(self, have_one: bool) -> Self {
        Self { as_asked: self.as_asked || !have_one, ..self }
    }

    /// Stops the compiler where a part of the flow `F` is told nowhere and nobody says why.
    #[track_caller]
    pub const fn is_whole<F: Flow>(&self) {
        // Of hundreds of flows nearly all are, and rustc interprets this for each.
        if matches!(self.id, Evidence::Unsaid) || matches!(self.amount, Evidence::Unsaid) {
            tells_all(&[self.needed_by::<F>()]);
        }
    }

    /// Beside what the flow `F` needs.
    #[must_use]
    pub const fn needed_by<F: Flow>(&self) -> Needed {
        Needed::by::<F>(*self)
    }

    /// That of a derived response: what it lacks is reported once, for all of its flows together
    /// ([`tells_all`]), and not where each of them uses it.
    #[must_use]
    pub const fn reported(self) -> Self {
        Self { id: self.id.reported(), amount: self.amount.reported(), ..self }
    }

    /// And it tells of each capture.
    #[must_use]
    pub const fn and_captures(self) -> Self {
        Self { captures: true, ..self }
    }

    /// And by which id a capture is asked about.
    #[must_use]
    pub const fn and_capture_id(self) -> Self {
        Self { capture_id: true, ..self }
    }

    /// And what was captured.
    #[must_use]
    pub const fn and_captured(self) -> Self {
        Self { captured: true, ..self }
    }

    /// And the keys at which the words for the status stand.
    #[must_use]
    pub const fn with_status_at(self, status_at: &'static [&'static str]) -> Self {
        Self { status_at, ..self }
    }

    /// And what the merchant called it.
    #[must_use]
    pub const fn and_reference(self) -> Self {
        Self { reference: true, ..self }
    }

    /// And the order that was announced for it.
    #[must_use]
    pub const fn and_order(self) -> Self {
        Self { order: true, ..self }
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
    use crate::{Authorize, Capture, PSync, PayoutCreateRecipient, RSync};

    #[test]
    fn a_part_is_marked_or_excused_or_unsaid() {
        let all = integrity::<PSync>(&["connector_transaction_id", "amount"], None, None);
        let none_of_a_capture = Integrity { capture_id: false, captured: false, ..Integrity::TOLD };
        assert_eq!(all, Integrity { reference: false, order: false, ..none_of_a_capture });
        let excused = integrity::<Capture>(&["amount"], Some("a number of its own"), Some("none"));
        assert_eq!(excused.id, Evidence::Absent("a number of its own"));
        assert_eq!(excused.amount, Evidence::Absent("none"), "the amount that was captured counts");
        let silent = integrity::<PSync>(&[], None, None);
        assert_eq!(silent, Integrity::UNSAID);
        let others = silent.and_captures().and_reference().and_order();
        let said = Integrity { captures: true, reference: true, order: true, ..silent };
        assert_eq!(others, said);
        let of_one = silent.and_capture_id().and_captured();
        assert_eq!(of_one, Integrity { capture_id: true, captured: true, ..silent });
        integrity::<PayoutCreateRecipient>(&["connector_recipient_id"], None, None)
            .is_whole::<PayoutCreateRecipient>();
    }

    #[test]
    fn shapes_are_as_silent_as_the_least_of_them() {
        let told = Integrity::TOLD;
        let absent = Integrity { amount: Evidence::Absent("none"), ..told };
        let unsaid = Integrity { id: Evidence::Unsaid, reference: false, ..told };
        assert_eq!(weakest(&[told, absent]), absent);
        assert_eq!(
            weakest(&[absent, unsaid]),
            Integrity { amount: Evidence::Absent("none"), ..unsaid }
        );
    }

    #[test]
    fn shapes_read_their_status_at_one_key_or_it_is_not_known() {
        let at = |status_at| Integrity { status_at, ..Integrity::TOLD };
        let (state, kind): (&[&str], &[&str]) = (&["state"], &["kind"]);
        assert_eq!(weakest(&[at(state), at(state)]).status_at, state);
        for several in
            [[at(state), at(kind)], [at(state), at(&[])], [at(&["state", "kind"]), at(state)]]
        {
            assert!(weakest(&several).status_at.is_empty());
        }
    }

    #[test]
    #[should_panic(expected = "`PSync` needs the `connector_transaction_id`, and")]
    fn silence_stops_the_compiler() {
        integrity::<PSync>(&["amount"], None, None).is_whole::<PSync>();
    }

    #[test]
    #[should_panic(
        expected = "`PSync`, `Authorize` and `Capture` need the `connector_transaction_id`, and"
    )]
    fn what_several_flows_lack_is_said_once() {
        tells_all(&[
            integrity::<PSync>(&["amount"], None, None).needed_by::<PSync>(),
            integrity::<Authorize>(&["amount"], None, None).needed_by::<Authorize>(),
            integrity::<RSync>(&["amount"], None, Some("none")).needed_by::<RSync>(),
            integrity::<Capture>(&["amount"], None, None).needed_by::<Capture>(),
        ]);
    }

    #[test]
    #[should_panic(expected = "`no_amount` gives a reason for nothing")]
    fn an_excuse_for_nothing_stops_the_compiler() {
        excuses_something("no_amount", &[Evidence::Told, Evidence::Unsaid]);
    }
}
