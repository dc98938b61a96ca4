//! What an answer has to be: from the step that the sandbox takes, and the connector's own table.

use std::fmt::{self, Display};

use connector_core::{Report, StatusMapping};
use connector_sandbox::{Case, Fault, Step};

use super::vocabulary::{Meaning, meaning};

/// What an answer has to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Expectation {
    /// The status that the table has for the word.
    Status(&'static str),
    /// The word comes with the reason of a failure: the table's status if that is final, or another
    /// final one and the reason as its error.
    Failed(&'static str),
    /// A status of ours that is not final, for a word that nobody knows.
    Unrecognised,
    /// Any outcome but a status.
    NoStatus,
    /// Something else was answered about.
    Mismatch,
    /// There is no such thing yet.
    NotFound,
    /// A line of the table that is missing.
    Declaration(String),
}

impl Expectation {
    /// What the answer to this step has to be.
    pub(super) fn of(case: &Case, step: &Step, table: &[StatusMapping]) -> Self {
        let word = match step {
            Step::Fault(Fault::UnheardOfStatus) => return Self::Unrecognised,
            Step::Fault(Fault::WrongResource) => return Self::Mismatch,
            Step::Fault(_) => return Self::NoStatus,
            Step::Status(_) => step.status().unwrap_or_default(),
        };
        match meaning(case.processor, case.kind, word, table) {
            Meaning::Declared(Some(status)) if step.reason().is_some() => Self::Failed(status),
            Meaning::Declared(Some(status)) => Self::Status(status),
            Meaning::Declared(None) => Self::NoStatus,
            Meaning::NotListed => Self::NotFound,
            Meaning::Undeclared => Self::Declaration(word.to_owned()),
        }
    }

    pub(super) fn is_met_by(&self, answer: &Report) -> bool {
        let told = answer.outcome == "status";
        match self {
            Self::Status(status) => {
                answer.status == Some(status) && answer.recognised == Some(true)
            }
            Self::Failed(status) => {
                let explained = answer.status == Some(status) || answer.error.is_some();
                answer.is_final == Some(true) && explained
            }
            Self::Unrecognised => {
                told && answer.recognised == Some(false) && answer.is_final == Some(false)
            }
            Self::NoStatus => !told && answer.status.is_none(),
            Self::Mismatch => answer.outcome == "mismatch" && answer.status.is_none(),
            Self::NotFound => answer.outcome == "not_found",
            Self::Declaration(_) => false,
        }
    }
}

impl Display for Expectation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Status(status) => write!(f, "the status {status}"),
            Self::Failed(status) => write!(f, "{status} or another final status, with its reason"),
            Self::Unrecognised => f.write_str("a status that is not final, for an unknown word"),
            Self::NoStatus => f.write_str("no status"),
            Self::Mismatch => f.write_str("a mismatch"),
            Self::NotFound => f.write_str("not found"),
            Self::Declaration(word) => write!(f, "a line for `{word}` in the connector's table"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(status: Option<&'static str>, is_final: bool) -> Report {
        let mut report = Report::default();
        report.outcome = if status.is_some() { "status" } else { "no_information" };
        report.status = status;
        report.is_final = status.map(|_| is_final);
        report.recognised = status.map(|_| true);
        report
    }

    #[test]
    fn a_fault_that_yields_a_status_is_unexpected() {
        assert!(Expectation::NoStatus.is_met_by(&told(None, false)));
        assert!(!Expectation::NoStatus.is_met_by(&told(Some("failure"), true)));
        assert!(!Expectation::Mismatch.is_met_by(&told(Some("charged"), true)));
        assert!(!Expectation::Unrecognised.is_met_by(&told(Some("pending"), false)));
    }

    #[test]
    fn a_reason_makes_the_status_final() {
        let failed = Expectation::Failed("payment_method_awaited");
        assert!(!failed.is_met_by(&told(Some("payment_method_awaited"), false)));
        assert!(!failed.is_met_by(&told(Some("failure"), true)));
        let mut explained = told(Some("failure"), true);
        explained.error = Some(connector_core::ProcessorError::default());
        assert!(failed.is_met_by(&explained));
    }
}
