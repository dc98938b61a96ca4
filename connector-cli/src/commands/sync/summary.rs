//! What the file tells in all, those rows included that an earlier run asked.

use std::collections::BTreeMap;
use std::fmt;

use connector_core::Report;
use serde::Serialize;

use super::lane::Stopped;
use crate::exit::Exit;
use crate::field_list::shortened;
use crate::report_text::word;
use crate::table::Table;

/// The outcome of a row that could not be understood.
pub(super) const NOT_ASKED: &str = "not_asked";

/// How many rows were told what.
#[derive(Debug, Default, Serialize)]
pub(super) struct Summary {
    /// The rows of the output: by status, or by outcome where there is none.
    told: BTreeMap<String, usize>,
    /// The rows that nobody answered, and that the next run asks.
    unanswered: usize,
    /// Why not, by connector and kind.
    reasons: BTreeMap<String, Reason>,
    /// Connectors that answered nothing any more; their last rows were not asked.
    stopped: Vec<&'static str>,
}

#[derive(Debug, Default, Serialize)]
struct Reason {
    rows: usize,
    last: String,
}

/// The most of a reason that is shown to people, in bytes.
const SHOWN: usize = 200;

impl Summary {
    /// Of what earlier runs were told.
    pub(super) fn of(before: &BTreeMap<String, usize>) -> Self {
        Self { told: before.clone(), ..Self::default() }
    }

    pub(super) fn told(&mut self, what: &str) {
        let rows = self.told.entry(what.to_owned()).or_default();
        *rows = rows.saturating_add(1);
    }

    pub(super) fn unanswered(&mut self, connector: &str, report: &Report) {
        let kind = report.fault.map_or_else(|| report.outcome.to_owned(), word);
        let reason = self.reasons.entry(format!("{connector} {kind}")).or_default();
        reason.rows = reason.rows.saturating_add(1);
        reason.last = report.detail.clone().unwrap_or_default();
        self.unanswered = self.unanswered.saturating_add(1);
    }

    /// A processor was not asked to the end.
    pub(super) fn stopped(&mut self, Stopped { connector, rows }: Stopped) {
        self.stopped.push(connector);
        self.unanswered = self.unanswered.saturating_add(rows);
    }

    /// How the command ends.
    pub(super) fn exit(&self) -> Exit {
        if self.told.contains_key("mismatch") {
            Exit::Mismatch
        } else if self.unanswered > 0 {
            Exit::NoInformation
        } else if self.told.contains_key(NOT_ASKED) {
            Exit::Failed
        } else {
            Exit::Done
        }
    }
}

/// Under which name a report is counted.
pub(super) fn name<'a>(outcome: &'a str, status: &'a str) -> &'a str {
    if status.is_empty() { outcome } else { status }
}

impl fmt::Display for Summary {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut table = Table::with_head(0, ["told", "rows"]);
        for (what, rows) in &self.told {
            table.row([what.clone(), rows.to_string()]);
        }
        write!(f, "{table}")?;
        for (what, reason) in &self.reasons {
            let last = shortened(&reason.last, SHOWN).replace('\n', "\\n");
            write!(f, "\nnot answered: {} rows, {what}: {last}", reason.rows)?;
        }
        for connector in &self.stopped {
            write!(f, "\n{connector} answered nothing any more, and was not asked about the rest")?;
        }
        if self.unanswered > 0 {
            let rows = self.unanswered;
            write!(f, "\nthe same command, once more, asks the {rows} rows that are not answered")?;
        }
        Ok(())
    }
}
