//! What the words for a status say in all flows of a response: what the flows can tell, and enough of it. Held against
//! the flows together, so that a word that is missing is one mistake, however many flows miss it.

use super::status_field::BesideWords;
use crate::flow::Flow;
use crate::status::compared::{has, same};
use crate::status::mapping::check_in;
use crate::status::text::Text;
use crate::status::{FlowStatuses, StatusCheck, StatusMapping};

/// The words in the answers to one flow.
#[derive(Debug, Clone, Copy)]
pub struct FlowWords<'a> {
    flow: &'static str,
    statuses: Option<FlowStatuses>,
    owes_failure: bool,
    table: &'a [StatusMapping],
    /// What is said beside the words of the one field.
    beside: BesideWords,
    /// Beside those of several fields.
    others: &'a [BesideWords],
}

/// The words in the answers to the flow `F`: those of several fields are one table, and the excuses of one are those of
/// all.
#[must_use]
pub const fn words_in<'a, F: Flow>(
    table: &'a [StatusMapping],
    others: &'a [BesideWords],
) -> FlowWords<'a> {
    FlowWords { others, ..words_of::<F>(table, BesideWords::NOTHING) }
}

/// Those of one field.
pub(super) const fn words_of<F: Flow>(
    table: &[StatusMapping],
    beside: BesideWords,
) -> FlowWords<'_> {
    let (statuses, owes_failure) = (F::STATUSES, F::REPETITION.is_free());
    FlowWords { flow: F::NAME, statuses, owes_failure, table, beside, others: &[] }
}

/// [`are_complete`] for one flow.
#[track_caller]
pub const fn is_complete<F: Flow>(table: &[StatusMapping], beside: &[BesideWords]) {
    are_complete(&[words_in::<F>(table, beside)]);
}

/// Stops the compiler where a word means what one of these flows never tells, and where no word says that it succeeded
/// or failed.
#[track_caller]
pub const fn are_complete(flows: &[FlowWords<'_>]) {
    // Of hundreds of responses nearly all are: the text is not even begun.
    let mut rest = flows;
    let mut are_complete = true;
    while let [flow, others @ ..] = rest {
        are_complete &= flow.is_complete();
        rest = others;
    }
    if are_complete {
        return;
    }
    let mut text = Text::EMPTY;
    misread(&mut text, flows);
    lacking(&mut text, flows, End::Success);
    lacking(&mut text, flows, End::Failure);
    let problem = text.as_str();
    assert!(problem.is_empty(), "{}", problem);
}

#[derive(Clone, Copy)]
enum End {
    Success,
    Failure,
}

impl End {
    const fn of(self, statuses: &FlowStatuses) -> &'static [&'static str] {
        match self {
            Self::Success => statuses.succeeds,
            Self::Failure => statuses.fails,
        }
    }

    const fn is_excused(self, beside: &BesideWords) -> bool {
        match self {
            Self::Success => beside.no_success,
            Self::Failure => beside.no_failure,
        }
    }
}

impl FlowWords<'_> {
    const fn is_complete(&self) -> bool {
        let check = self.check();
        check.problem().is_none()
            && !self.lacks_in(&check, End::Success)
            && !self.lacks_in(&check, End::Failure)
    }

    /// The words held against the flow, one by one.
    const fn check(&self) -> StatusCheck {
        let check = StatusCheck::of_flow(self.flow, self.statuses, self.owes_failure);
        let mut check = check_in(check, self.flow, self.table);
        // Of two fields of the same words it is said once.
        let (mut rest, mut before) = (self.others, "");
        if let Some(status) = self.beside.unknown {
            check.unknown_word(status);
        }
        while let [words, others @ ..] = rest {
            if let Some(status) = words.unknown
                && !same(status, before)
            {
                check.unknown_word(status);
                before = status;
            }
            rest = others;
        }
        check
    }

    /// Whether no word says that it came to this end, and nobody says why.
    const fn lacks(&self, end: End) -> bool {
        self.lacks_in(&self.check(), end)
    }

    const fn lacks_in(&self, check: &StatusCheck, end: End) -> bool {
        let is_owed = match end {
            End::Success => check.lacks_success(),
            End::Failure => check.lacks_failure(),
        };
        is_owed && !self.excuses(end)
    }

    const fn excuses(&self, end: End) -> bool {
        let mut rest = self.others;
        while let [words, others @ ..] = rest {
            if end.is_excused(words) {
                return true;
            }
            rest = others;
        }
        end.is_excused(&self.beside)
    }

    /// Whether it can come to this end with this status.
    const fn ends_with(&self, end: End, status: &str) -> bool {
        match &self.statuses {
            Some(statuses) => has(end.of(statuses), status),
            None => false,
        }
    }
}

/// What words mean that a flow never tells, flow by flow, and what helps against it.
const fn misread(text: &mut Text, flows: &[FlowWords<'_>]) {
    let mut rest = flows;
    while let [flow, others @ ..] = rest {
        let mut check = flow.check();
        check.advise();
        // Two flows of one name are one question that is asked in two ways.
        if let Some(problem) = check.problem()
            && !is_named(before(flows, rest), flow.flow)
        {
            text.next_problem();
            text.push(problem);
        }
        rest = others;
    }
}

/// What no word says: once, where one word could say it in all of these flows.
const fn lacking(text: &mut Text, flows: &[FlowWords<'_>], end: End) {
    let mut rest = flows;
    while let [flow, others @ ..] = rest {
        if flow.lacks(end) {
            if is_shared(rest, flow, end) {
                return no_word(text, rest, flow, end);
            }
            if !is_named(before(flows, rest), flow.flow) {
                no_word(text, &[*flow], flow, end);
            }
        }
        rest = others;
    }
}

const fn before<'f, 'w>(all: &'f [FlowWords<'w>], rest: &[FlowWords<'_>]) -> &'f [FlowWords<'w>] {
    all.split_at(all.len().saturating_sub(rest.len())).0
}

const fn is_named(mut flows: &[FlowWords<'_>], name: &str) -> bool {
    while let [flow, others @ ..] = flows {
        if same(flow.flow, name) {
            return true;
        }
        flows = others;
    }
    false
}

/// Whether there is a status by which each of these flows that lacks this end could come to it.
const fn is_shared(flows: &[FlowWords<'_>], first: &FlowWords<'_>, end: End) -> bool {
    let Some(statuses) = &first.statuses else { return false };
    let mut rest = end.of(statuses);
    while let [status, others @ ..] = rest {
        if is_of_all(flows, end, status) {
            return true;
        }
        rest = others;
    }
    false
}

const fn is_of_all(mut flows: &[FlowWords<'_>], end: End, status: &str) -> bool {
    while let [flow, others @ ..] = flows {
        if flow.lacks(end) && !flow.ends_with(end, status) {
            return false;
        }
        flows = others;
    }
    true
}

const fn no_word(text: &mut Text, flows: &[FlowWords<'_>], first: &FlowWords<'_>, end: End) {
    text.next_problem();
    text.push("no word says that ");
    names(text, flows, end);
    text.push(match end {
        End::Success => " succeeded: map one to ",
        End::Failure => " failed: map one to ",
    });
    statuses(text, flows, first, end);
    text.push(", or say why there is none: `");
    text.push(match end {
        End::Success => "no_success",
        End::Failure => "no_failure",
    });
    text.push(" = \"…\"`");
}

/// The names of those that lack it, each once.
const fn names(text: &mut Text, flows: &[FlowWords<'_>], end: End) {
    let mut left = how_many(flows, flows, end);
    let mut rest = flows;
    while let [flow, others @ ..] = rest {
        if flow.lacks(end) && !is_named(before(flows, rest), flow.flow) {
            text.push_listed(flow.flow, left);
            left = left.saturating_sub(1);
        }
        rest = others;
    }
}

const fn how_many(all: &[FlowWords<'_>], mut flows: &[FlowWords<'_>], end: End) -> usize {
    let mut count = 0_usize;
    while let [flow, others @ ..] = flows {
        if flow.lacks(end) && !is_named(before(all, flows), flow.flow) {
            count = count.saturating_add(1);
        }
        flows = others;
    }
    count
}

/// The statuses that help in each of them.
const fn statuses(text: &mut Text, flows: &[FlowWords<'_>], first: &FlowWords<'_>, end: End) {
    let Some(statuses) = &first.statuses else { return };
    let (mut rest, mut is_first) = (end.of(statuses), true);
    while let [status, others @ ..] = rest {
        if is_of_all(flows, end, status) {
            text.push(if is_first { "`" } else { ", `" });
            text.push_variant(status);
            text.push("`");
            is_first = false;
        }
        rest = others;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dispatch::PSyncByReference;
    use crate::{Capture, PSync, RSync, Refund, Void};

    const NOTHING: BesideWords = BesideWords::NOTHING;
    const OPEN: &[StatusMapping] = &[StatusMapping::new("open", "pending")];

    fn open<F: Flow>() -> FlowWords<'static> {
        words_in::<F>(OPEN, &[NOTHING])
    }

    #[test]
    #[should_panic(
        expected = "no word says that `Refund` and `RSync` succeeded: map one to `Success`, or say why there is none: \
                    `no_success = \"…\"`; no word says that `RSync` failed: map one to `Failure`, `TransactionFailure`, or"
    )]
    fn what_several_flows_lack_is_said_once() {
        are_complete(&[open::<Refund>(), open::<RSync>()]);
    }

    #[test]
    #[should_panic(
        expected = "no word says that `PSync` and `Capture` succeeded: map one to `Charged`, `PartialCharged`, \
                    `PartialChargedAndChargeable`, or say"
    )]
    fn what_helps_in_each_of_them_is_named() {
        are_complete(&[open::<PSync>(), open::<PSyncByReference>(), open::<Capture>()]);
    }

    #[test]
    #[should_panic(expected = "no word says that `Void` succeeded: map one to `VoidInitiated`")]
    fn what_no_word_could_say_in_both_is_said_of_each() {
        are_complete(&[open::<Capture>(), open::<Void>()]);
    }

    #[test]
    fn a_reason_excuses_it_in_each_flow() {
        let excused = BesideWords { no_success: true, no_failure: true, unknown: None };
        are_complete(&[
            words_in::<Refund>(OPEN, &[NOTHING, excused]),
            words_in::<RSync>(OPEN, &[excused]),
        ]);
    }
}
