//! What became of one case.

use connector_core::{FaultKind, Report, StatusMapping};
use connector_sandbox::{Case, Step};
use serde::Serialize;

use super::expectation::Expectation;
use crate::report_text::in_a_word;

/// What kind of story a case has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Class {
    /// It moves.
    Journey,
    /// It stands still at one status.
    Status,
    /// It always goes wrong.
    Fault,
    /// It is ordered, from the first order to the last.
    Orders,
}

/// What became of one case.
#[derive(Debug, Serialize)]
pub(super) struct CaseResult {
    pub(super) processor: &'static str,
    pub(super) flow: &'static str,
    id: String,
    pub(super) title: String,
    pub(super) class: Class,
    /// The processor's words in order; what told no status is in brackets.
    pub(super) story: Vec<String>,
    /// The last status, in our words.
    pub(super) status: Option<&'static str>,
    pub(super) is_final: Option<bool>,
    pub(super) outcome: &'static str,
    pub(super) fault: Option<FaultKind>,
    pub(super) ok: bool,
    /// What would have been expected.
    pub(super) unexpected: Option<String>,
}

impl CaseResult {
    /// Holds each answer against the step that it is the answer to.
    pub(super) fn new(
        flow: &'static str,
        case: &Case,
        answers: &[Report],
        table: &[StatusMapping],
    ) -> Self {
        let class = match case.steps.as_slice() {
            [Step::Status(_)] => Class::Status,
            [Step::Fault(_)] => Class::Fault,
            _ => Class::Journey,
        };
        // The last step stays.
        let steps = case.steps.iter().chain(case.steps.last().into_iter().cycle());
        let surprise = answers.iter().zip(steps).find_map(|(answer, step)| {
            let expected = Expectation::of(case, step, table);
            let told = || answer.status.unwrap_or(answer.outcome);
            (!expected.is_met_by(answer))
                .then(|| format!("at `{step}`: expected {expected}, and not {}", told()))
        });
        let cut_short = answers.is_empty().then(|| "there was no answer".to_owned());
        let unexpected = surprise.or(cut_short);
        let last = answers.last();
        Self {
            processor: case.processor.name(),
            flow,
            id: case.id.clone(),
            title: case.title.clone(),
            class,
            story: answers.iter().map(in_a_word).collect(),
            status: last.and_then(|last| last.status),
            is_final: last.and_then(|last| last.is_final),
            outcome: last.map_or("no_information", |last| last.outcome),
            fault: last.and_then(|last| last.fault),
            ok: unexpected.is_none(),
            unexpected,
        }
    }

    /// What came of a payment's orders.
    pub(super) fn of_orders(
        processor: &'static str,
        flow: &'static str,
        id: String,
        title: &str,
        story: Vec<String>,
        last: Option<Report>,
        unexpected: Option<String>,
    ) -> Self {
        let last = last.unwrap_or_default();
        Self {
            processor,
            flow,
            id,
            title: title.to_owned(),
            class: Class::Orders,
            story,
            status: last.status,
            is_final: last.is_final,
            outcome: last.outcome,
            fault: last.fault,
            ok: unexpected.is_none(),
            unexpected,
        }
    }
}
