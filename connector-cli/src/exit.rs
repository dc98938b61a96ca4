//! How a command ended, for the shell: one table for the code, the help and the README.

use std::fmt::Write as _;

use connector_core::Report;

/// How a command ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Exit {
    Done,
    Failed,
    Usage,
    NotFound,
    NoInformation,
    SentUnknown,
    Mismatch,
    NotSent,
    Declined,
    GaveUp,
    Unverified,
}

impl Exit {
    const ALL: &[Self] = &[
        Self::Done,
        Self::Failed,
        Self::Usage,
        Self::NotFound,
        Self::NoInformation,
        Self::SentUnknown,
        Self::Mismatch,
        Self::NotSent,
        Self::Declined,
        Self::GaveUp,
        Self::Unverified,
    ];

    pub(crate) const fn code(self) -> u8 {
        self.row().0
    }

    /// What it means, as a sentence without its full stop.
    pub(crate) const fn meaning(self) -> &'static str {
        self.row().1
    }

    const fn row(self) -> (u8, &'static str) {
        match self {
            Self::Done => (0, "a status was told, or the command did its job"),
            Self::Failed => (
                1,
                "output or this program failed; something was unexpected (`demo`), a page is stale (`docs`), a row could not be asked (`sync`)",
            ),
            Self::Usage => (
                2,
                "bad input: arguments, names, ids, files, data or credentials; nothing was sent",
            ),
            Self::NotFound => (
                3,
                "the processor knows nothing under this id, or not yet; an order was not carried out",
            ),
            Self::NoInformation => (4, "the processor told nothing about it; keep what you have"),
            Self::SentUnknown => {
                (5, "sent, and the outcome is unknown; sync before sending it again")
            }
            Self::Mismatch => {
                (6, "the answer is about something else than what was asked; apply nothing of it")
            }
            Self::NotSent => (
                7,
                "the processor could not be reached, no access token could be had, or plain HTTP is not allowed \
                 (`--allow-plain-http`); nothing was sent",
            ),
            Self::Declined => (8, "the bank, the network or the processor's risk rules said no"),
            Self::GaveUp => (9, "`--watch` gave up before the status was final"),
            Self::Unverified => (10, "nothing proves that the processor sent the webhook"),
        }
    }

    /// How a command ends that prints this report.
    pub(crate) fn of(report: &Report) -> Self {
        match report.outcome {
            "status" => Self::Done,
            "not_found" => Self::NotFound,
            "sent_unknown" => Self::SentUnknown,
            "mismatch" => Self::Mismatch,
            "not_sent" => Self::NotSent,
            "declined" => Self::Declined,
            // The cautious reading of any word that may come later: keep what you have.
            _ => Self::NoInformation,
        }
    }
}

/// The table for the help.
pub(crate) fn table() -> String {
    let mut table = "Exit codes:".to_owned();
    for exit in Exit::ALL {
        // Writing to a string cannot fail.
        write!(table, "\n  {}  {}", exit.code(), exit.meaning()).ok();
    }
    table
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_readme_has_the_same_table() {
        let readme = include_str!("../README.md");
        for (number, exit) in Exit::ALL.iter().enumerate() {
            assert_eq!(usize::from(exit.code()), number);
            let row = format!("| {} | {} |", exit.code(), exit.meaning());
            assert!(readme.contains(&row), "the README lacks: {row}");
        }
    }
}
