//! Which statuses the answers to a flow can tell, and a table of words held against them.

use super::compared::has;
use super::text::Text;
use crate::dispatch::FlowFacts;

/// What the answers to a flow can tell of its status. Names of statuses, so that a table of words can
/// be held against them while the program is compiled.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
pub struct FlowStatuses {
    /// What was asked for has come to its good end, or is taken.
    pub succeeds: &'static [&'static str],
    /// It came to nothing.
    pub fails: &'static [&'static str],
    /// It is under way, or the answer is about something else of the payment's.
    pub otherwise: &'static [&'static str],
}

impl FlowStatuses {
    /// Whether an answer can tell the status of this name.
    #[must_use]
    pub const fn contain(&self, status: &str) -> bool {
        has(self.succeeds, status) || has(self.fails, status) || has(self.otherwise, status)
    }
}

/// Holds a table of words against what a flow can tell, word by word; for the derives and for
/// programs that write declarations.
///
/// ```
/// use connector_core::{AttemptStatus, Capture, Flow, StatusCheck};
///
/// let mut check = StatusCheck::of::<Capture>();
/// check.word("paid", AttemptStatus::Charged.as_name());
/// check.word("cancelled", AttemptStatus::Voided.as_name());
/// assert_eq!(
///     check.problem(),
///     Some("`Capture` never tells `Voided`, as the word `cancelled` would"),
/// );
/// ```
#[derive(Debug)]
pub struct StatusCheck {
    flow: &'static str,
    statuses: Option<FlowStatuses>,
    /// Whether nobody else says that it failed: a question is never declined.
    owes_failure: bool,
    succeeds: bool,
    fails: bool,
    /// Whether a word means what the flow never tells.
    is_misread: bool,
    problems: Text,
}

impl StatusCheck {
    /// A check of words in the answers to the flow `F`.
    #[must_use]
    pub const fn of<F: crate::flow::Flow>() -> Self {
        Self::of_flow(F::NAME, F::STATUSES, F::REPETITION.is_free())
    }

    /// A check of words in the answers to a flow of the table.
    pub(super) const fn of_facts(flow: &FlowFacts) -> Self {
        Self::of_flow(flow.name, flow.statuses, flow.repetition.is_free())
    }

    /// A check of words in the answers to a flow of this name.
    pub(crate) const fn of_flow(
        flow: &'static str,
        statuses: Option<FlowStatuses>,
        owes_failure: bool,
    ) -> Self {
        Self {
            flow,
            statuses,
            owes_failure,
            succeeds: false,
            fails: false,
            is_misread: false,
            problems: Text::EMPTY,
        }
    }

    /// A word, and the name of the status that it means in this flow.
    pub const fn word(&mut self, word: &str, status: &str) {
        if !self.is_told(status) {
            self.never_tells(status, (", as the word `", word, "` would"));
            self.is_misread = true;
        }
    }

    /// What a word means that is not documented. That it could be a success is no word for one.
    pub(crate) const fn unknown_word(&mut self, status: &str) {
        if let Some(statuses) = self.statuses
            && !statuses.contain(status)
        {
            self.never_tells(status, (", as a word would that is not known", "", ""));
        }
    }

    /// What an answer is by itself.
    pub(crate) const fn answer(&mut self, status: &str) {
        if !self.is_told(status) {
            self.never_tells(status, ("", "", ""));
        }
    }

    const fn is_told(&mut self, status: &str) -> bool {
        let Some(statuses) = self.statuses else { return true };
        // Each list is looked through once: rustc interprets this for every word.
        if has(statuses.succeeds, status) {
            self.succeeds = true;
            return true;
        }
        if has(statuses.fails, status) {
            self.fails = true;
            return true;
        }
        has(statuses.otherwise, status)
    }

    /// Once, where a word means it in several ways of capturing.
    const fn never_tells(&mut self, status: &str, (before, word, after): (&str, &str, &str)) {
        let mut problem = Text::EMPTY;
        problem.push("`");
        problem.push(self.flow);
        problem.push("` never tells `");
        problem.push_variant(status);
        problem.push("`");
        problem.push(before);
        problem.push(word);
        problem.push(after);
        if !self.problems.ends_with(&problem) {
            self.problems.next_problem();
            self.problems.push(problem.as_str());
        }
    }

    /// After the last word: some of them have to say that it succeeded, and that it failed.
    pub const fn succeeds_somehow(&mut self) {
        if let Some(statuses) = self.statuses
            && self.lacks_success()
        {
            self.no_word("succeeded", statuses.succeeds, "no_success");
        }
    }

    /// After the last word: where nobody else says that it failed, some of them have to.
    pub const fn fails_somehow(&mut self) {
        if let Some(statuses) = self.statuses
            && self.lacks_failure()
        {
            self.no_word("failed", statuses.fails, "no_failure");
        }
    }

    /// Whether no word so far says that it succeeded, and one has to.
    pub(crate) const fn lacks_success(&self) -> bool {
        matches!(&self.statuses, Some(statuses) if !self.succeeds && !statuses.succeeds.is_empty())
    }

    /// Whether no word so far says that it failed, and one has to.
    pub(crate) const fn lacks_failure(&self) -> bool {
        let fails = matches!(&self.statuses, Some(statuses) if !statuses.fails.is_empty());
        self.owes_failure && !self.fails && fails
    }

    /// After all that is wrong: what helps against it.
    pub(crate) const fn advise(&mut self) {
        if self.is_misread {
            self.problems
                .push(": a word says so where it means something else in one flow, `flow(");
            self.problems.push(self.flow);
            self.problems.push(" = \u{2026})`, or nothing, `flow(");
            self.problems.push(self.flow);
            self.problems.push(" = none)`");
        }
    }

    /// What is wrong, if anything is.
    #[must_use]
    pub const fn problem(&self) -> Option<&str> {
        let problems = self.problems.as_str();
        if problems.is_empty() { None } else { Some(problems) }
    }

    const fn no_word(&mut self, what: &str, expected: &[&str], key: &str) {
        self.problems.next_problem();
        self.problems.push("no word says that `");
        self.problems.push(self.flow);
        self.problems.push("` ");
        self.problems.push(what);
        self.problems.push(": map one to ");
        self.problems.push_variants(expected);
        self.problems.push(", or say why there is none: `");
        self.problems.push(key);
        self.problems.push(" = \"…\"`");
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{AttemptStatus, Capture, Flow, PSync, RSync, Refund, RefundStatus, Status, Void};

    fn names(statuses: FlowStatuses) -> Vec<&'static str> {
        [statuses.succeeds, statuses.fails, statuses.otherwise].concat()
    }

    /// A new status has to be placed; a question tells whatever is true.
    #[test]
    fn a_sync_tells_every_status() {
        fn told<F: Flow, S: Status>() {
            let mut told = names(F::STATUSES.unwrap());
            let mut all: Vec<&str> = S::ALL.iter().map(|status| status.name()).collect();
            told.sort_unstable();
            all.sort_unstable();
            assert_eq!(told, all);
        }
        told::<PSync, AttemptStatus>();
        told::<RSync, RefundStatus>();
    }

    #[test]
    fn a_status_stands_in_one_place_and_every_flow_can_say_pending() {
        for statuses in [Capture::STATUSES, Void::STATUSES, Refund::STATUSES] {
            let mut names = names(statuses.unwrap());
            assert!(names.contains(&"pending"));
            names.sort_unstable();
            let count = names.len();
            names.dedup();
            assert_eq!(names.len(), count);
        }
    }

    #[test]
    fn all_that_is_wrong_with_a_table_is_told() {
        let mut check = StatusCheck::of::<PSync>();
        check.word("open", "pending");
        check.succeeds_somehow();
        check.fails_somehow();
        assert_eq!(
            check.problem(),
            Some(
                "no word says that `PSync` succeeded: map one to `Authorized`, \
                 `PartiallyAuthorized`, `Charged`, `PartialCharged`, \
                 `PartialChargedAndChargeable`, or say why there is none: `no_success = \"…\"`; \
                 no word says that `PSync` failed: map one to `AuthenticationFailed`, \
                 `AuthorizationFailed`, `CaptureFailed`, `Expired`, `RouterDeclined`, `Failure`, \
                 or say why there is none: `no_failure = \"…\"`"
            )
        );
    }

    #[test]
    fn a_word_that_means_the_same_in_both_ways_of_capturing_is_told_once() {
        let mut check = StatusCheck::of::<Capture>();
        check.word("done", "voided");
        check.word("done", "voided");
        check.word("gone", "voided");
        let told = "`Capture` never tells `Voided`, as the word `done` would; \
                    `Capture` never tells `Voided`, as the word `gone` would";
        assert_eq!(check.problem(), Some(told));
    }

    /// An order that fails can be declined, which is no status.
    #[test]
    fn an_order_owes_no_failure() {
        let mut check = StatusCheck::of::<Refund>();
        check.word("done", "success");
        check.succeeds_somehow();
        check.fails_somehow();
        assert_eq!(check.problem(), None);
    }

    /// The message names a variant as it is written, and makes it of its name.
    #[test]
    fn a_variant_is_made_of_its_name() {
        fn all<S: Status>() {
            for status in S::ALL {
                let mut text = Text::EMPTY;
                text.push_variant(status.name());
                assert_eq!(text.as_str(), format!("{status:?}"));
            }
        }
        all::<AttemptStatus>();
        all::<RefundStatus>();
    }
}
