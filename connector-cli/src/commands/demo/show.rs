//! The demo's results for a stranger.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::{self, Display, Formatter};
use std::time::Duration;

use serde::Serialize;

use super::absent::{self, Absent};
use super::case_result::{CaseResult, Class};
use crate::report_text::word;
use crate::table::{Table, wrapped};

/// So wide is a terminal that nobody has made wider.
pub(super) const WIDTH: usize = 100;

/// All results.
#[derive(Debug, Serialize)]
pub(super) struct Run {
    pub(super) ok: bool,
    counts: Counts,
    cases: Vec<CaseResult>,
    /// The stories that are not told.
    absent: Vec<Absent>,
    #[serde(skip)]
    all: bool,
    #[serde(skip)]
    took: Duration,
}

#[derive(Debug, Default, Serialize)]
struct Counts {
    cases: usize,
    as_expected: usize,
    unexpected: usize,
    /// Of all cases, those whose last answer was a status that never changes again.
    final_statuses: usize,
    /// Of all cases, those whose last answer was any other status.
    other_statuses: usize,
    /// Of all cases, those whose last answer told no status.
    no_status: usize,
}

impl Run {
    pub(super) fn new(
        mut cases: Vec<CaseResult>,
        mut absent: Vec<Absent>,
        took: Duration,
        all: bool,
    ) -> Self {
        absent.sort_by_key(|one| one.processor);
        // Stories of orders go through many flows, and keep the order in which they are told.
        let flow = |case: &CaseResult| if case.class == Class::Orders { "" } else { case.flow };
        cases.sort_by_key(|case| (case.processor, flow(case)));
        let count = |fits: fn(&CaseResult) -> bool| cases.iter().filter(|case| fits(case)).count();
        let counts = Counts {
            cases: cases.len(),
            as_expected: count(|case| case.ok),
            unexpected: count(|case| !case.ok),
            final_statuses: count(|case| case.is_final == Some(true)),
            other_statuses: count(|case| case.is_final == Some(false)),
            no_status: count(|case| case.is_final.is_none()),
        };
        Self { ok: counts.unexpected == 0 && counts.cases > 0, counts, cases, absent, all, took }
    }

    fn of_class(&self, class: Class) -> Vec<&CaseResult> {
        self.cases.iter().filter(|case| case.class == class).collect()
    }
}

impl Display for Run {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str(
            "Payments and refunds that move, asked about over HTTP until they are done.\n",
        )?;
        f.write_str("In brackets: an answer that told no status.\n\n")?;
        stories(f, &self.of_class(Class::Journey))?;
        let ordered = self.of_class(Class::Orders);
        if !ordered.is_empty() {
            f.write_str("\nPayments from their first order to their last:\n\n")?;
            orders(f, &ordered)?;
        }
        if !self.absent.is_empty() {
            f.write_str("\nWhat is told elsewhere and not here, as the connectors say it:\n\n")?;
            absent::show(f, &self.absent)?;
        }
        f.write_str("\nEvery status that the processors document, asked about once")?;
        if self.all {
            f.write_str(":\n\n")?;
            stories(f, &self.of_class(Class::Status))?;
        } else {
            f.write_str(" (--all shows them):\n\n")?;
            statuses(f, &self.of_class(Class::Status))?;
        }
        f.write_str("\nWhat goes wrong on the way says nothing about the payment:\n\n")?;
        faults(f, &self.of_class(Class::Fault))?;
        for case in self.cases.iter().filter(|case| !case.ok) {
            let CaseResult { processor, flow, title, .. } = case;
            let why = case.unexpected.as_deref().unwrap_or_default();
            write!(f, "\nunexpected: {processor} {flow} ({title}): {why}")?;
        }
        write!(f, "\n{}, in {:.1} s.", self.counts, self.took.as_secs_f32())
    }
}

impl Display for Counts {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let Self { cases, as_expected, unexpected, .. } = self;
        let Self { final_statuses, other_statuses, no_status, .. } = self;
        write!(f, "{cases} cases: {as_expected} as expected, {unexpected} unexpected; ")?;
        write!(
            f,
            "{final_statuses} final statuses, {other_statuses} others, {no_status} without one"
        )
    }
}

fn verdict(case: &CaseResult) -> &'static str {
    if case.ok { "ok" } else { "unexpected" }
}

/// What happens, and what it means; below it, what the processor said.
fn stories(f: &mut Formatter<'_>, cases: &[&CaseResult]) -> fmt::Result {
    let mut table = Table::with_head(4, ["flow", "what happens", "our status", "final", ""]);
    for case in cases {
        let status = case.status.unwrap_or(case.outcome);
        let is_final = if case.is_final == Some(true) { "yes" } else { "no" };
        table.row([case.flow, &case.title, status, is_final, verdict(case)]);
    }
    told(f, &table, cases)
}

fn orders(f: &mut Formatter<'_>, cases: &[&CaseResult]) -> fmt::Result {
    let mut table = Table::with_head(4, ["story", "our status", ""]);
    for case in cases {
        table.row([&case.title, case.status.unwrap_or(case.outcome), verdict(case)]);
    }
    told(f, &table, cases)
}

/// A table of these cases, by processor, with each case's story below its row.
fn told<const N: usize>(
    f: &mut Formatter<'_>,
    table: &Table<N>,
    cases: &[&CaseResult],
) -> fmt::Result {
    let mut rows = table.within(WIDTH).into_iter();
    f.write_str(&rows.next().unwrap_or_default())?;
    let mut processor = "";
    for (case, row) in cases.iter().zip(rows) {
        if case.processor != processor {
            processor = case.processor;
            writeln!(f, "  {processor}")?;
        }
        f.write_str(&row)?;
        // A flow stays with its word.
        let story = case.story.join(" -> ").replace(": ", ":\u{a0}");
        for line in wrapped(&story, WIDTH.saturating_sub(8)) {
            writeln!(f, "        {}", line.replace('\u{a0}', " "))?;
        }
    }
    Ok(())
}

/// One line for each processor and flow.
fn statuses(f: &mut Formatter<'_>, cases: &[&CaseResult]) -> fmt::Result {
    let mut groups: BTreeMap<_, Vec<&CaseResult>> = BTreeMap::new();
    for case in cases {
        groups.entry((case.processor, case.flow)).or_default().push(case);
    }
    let mut table = Table::with_head(2, ["processor", "flow", "statuses", "as its table says"]);
    for ((processor, flow), cases) in groups {
        let right = cases.iter().filter(|case| case.ok).count();
        table.row([processor, flow, &cases.len().to_string(), &right.to_string()]);
    }
    table.fmt(f)
}

/// One line for each fault and what it becomes, with the processors at which it does.
fn faults(f: &mut Formatter<'_>, cases: &[&CaseResult]) -> fmt::Result {
    let mut lines: Vec<(&str, String, &str, Vec<&str>)> = Vec::new();
    for case in cases {
        let (title, becomes) = (case.title.as_str(), becomes(case));
        let same = lines
            .iter_mut()
            .find(|line| line.0 == title && line.1 == becomes && line.2 == verdict(case));
        match same {
            Some((.., processors)) => processors.push(case.processor),
            None => lines.push((title, becomes, verdict(case), vec![case.processor])),
        }
    }
    // In the order of the first processor, with what differs at another one beside it.
    let order: Vec<&str> = lines.iter().map(|line| line.0).collect();
    lines.sort_by_key(|line| order.iter().position(|title| *title == line.0));
    let asked: BTreeSet<&str> = cases.iter().map(|case| case.processor).collect();
    let mut table = Table::with_head(2, ["what happens", "what it becomes", "at", ""]);
    for (title, becomes, verdict, processors) in &lines {
        let at = match processors.len() == asked.len() {
            true => format!("all {}", asked.len()),
            false => processors.join(", "),
        };
        table.row([*title, becomes, &at, verdict]);
    }
    table.within(WIDTH).iter().try_for_each(|row| f.write_str(row))
}

fn becomes(case: &CaseResult) -> String {
    match (case.status, case.fault) {
        (Some(status), _) => format!("{status}, marked as not recognised"),
        (None, Some(fault)) => format!("{} ({})", case.outcome, word(fault)),
        (None, None) => case.outcome.to_owned(),
    }
}
