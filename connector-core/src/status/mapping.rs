//! One line of a connector's status table, and which lines are those of a flow.

use super::compared::{has, same};
use super::flow_statuses::StatusCheck;
use super::text::Text;
use crate::data::{CaptureMethod, StatusIn};
use crate::dispatch::FLOWS;
use crate::flow::Flow;
use crate::status::Status as _;

/// One line of a connector's status table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
pub struct StatusMapping {
    /// What the processor says.
    pub connector_status: &'static str,
    /// The name of what it means to us; `None` where it says nothing about this flow.
    pub status: Option<&'static str>,
    /// Where the processor says it, if the answer has several places for it: the field by its name on the wire, or the
    /// shape in which the answer comes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub field: Option<&'static str>,
    /// The flow in whose answers alone it means that. The table of one flow has no such lines.
    #[serde(skip)]
    pub flow: Option<&'static str>,
    /// Whether it means that where the payment is captured by itself (`true`), or on an order
    /// (`false`), alone.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub automatic_capture: Option<bool>,
    /// Whether it is the line of all words that are not documented; [`of_flow`](Self::of_flow) leaves it out.
    #[serde(skip)]
    pub is_of_others: bool,
}

/// What a word means that the processor does not document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
pub struct UnknownWord {
    /// Where it stands, if the answer has several places for it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub field: Option<&'static str>,
    /// The name of what it means to us.
    pub status: &'static str,
}

impl StatusMapping {
    /// A word and the name of what it means to us.
    #[must_use]
    pub const fn new(connector_status: &'static str, status: &'static str) -> Self {
        line(connector_status, Some(status))
    }

    /// The lines of a table that are those of the flow `F`: a word's own meaning in it, or else what
    /// the word means everywhere.
    pub fn of_flow<F: Flow>(table: &'static [Self]) -> impl Iterator<Item = Self> {
        let lines = table.iter().enumerate().filter(|(_, line)| !line.is_of_others);
        let own = lines.filter(|(place, line)| {
            let after = table.get(place.saturating_add(1)..).unwrap_or_default();
            line.is_of(F::NAME, after)
        });
        own.map(|(_, line)| *line)
    }

    /// What the words mean that the table does not list, field by field.
    pub fn of_unknown_words(table: &'static [Self]) -> impl Iterator<Item = UnknownWord> {
        let others = table.iter().filter(|line| line.is_of_others);
        others.filter_map(|line| Some(UnknownWord { field: line.field, status: line.status? }))
    }

    /// Behind what a word means everywhere stand its own meanings. Several tables can be one behind the other, and what
    /// a word means in a flow by one of them it does not by the next.
    const fn is_of(&self, flow: &str, mut after: &[Self]) -> bool {
        if let Some(own) = self.flow {
            return same(own, flow);
        }
        while let [line, rest @ ..] = after {
            match line.flow {
                Some(own) if same(own, flow) => return false,
                None if line.automatic_capture.is_none() => break,
                _ => after = rest,
            }
        }
        true
    }
}

/// What a word means everywhere; called by the derive.
#[must_use]
pub const fn line(connector_status: &'static str, status: Option<&'static str>) -> StatusMapping {
    StatusMapping {
        connector_status,
        status,
        field: None,
        flow: None,
        automatic_capture: None,
        is_of_others: false,
    }
}

/// What every word means that is not documented.
#[must_use]
pub const fn line_of_others(status: &'static str) -> StatusMapping {
    StatusMapping { is_of_others: true, ..line("", Some(status)) }
}

/// What a word means in the answers to the flow `F`.
#[must_use]
pub const fn line_in<F: Flow>(
    connector_status: &'static str,
    status: Option<&'static str>,
) -> StatusMapping {
    StatusMapping { flow: Some(F::NAME), ..line(connector_status, status) }
}

/// What a word means where the payment is captured by itself, or on an order.
#[must_use]
pub const fn line_by(
    automatic_capture: bool,
    connector_status: &'static str,
    status: Option<&'static str>,
) -> StatusMapping {
    StatusMapping { automatic_capture: Some(automatic_capture), ..line(connector_status, status) }
}

/// Stops the compiler where words that are of these statuses are given a meaning in a flow that tells
/// another one.
#[track_caller]
pub const fn tells_one_of<F: Flow>(kinds: &[&str]) {
    if has(kinds, StatusIn::<F>::KIND) {
        return;
    }
    let mut text = Text::EMPTY;
    text.push("`");
    text.push(F::NAME);
    text.push("` tells a `");
    text.push(StatusIn::<F>::KIND);
    text.push("`, which these words are not the status of");
    assert!(text.as_str().is_empty(), "{}", text.as_str());
}

/// Stops the compiler at a reason why no word says that it succeeded, or that it failed, where one does in
/// each flow that can tell what the words mean: the words by the name of their statuses.
#[track_caller]
pub const fn excuses_an_end(key: &str, mut tables: &[(&str, &'static [StatusMapping])]) {
    let mut is_needed = false;
    while let [(kind, table), rest @ ..] = tables {
        let mut flows = FLOWS;
        while let [flow, others @ ..] = flows {
            if same(flow.status, kind) {
                is_needed |= lacks_an_end(StatusCheck::of_facts(flow), flow.name, table, key);
            }
            flows = others;
        }
        tables = rest;
    }
    let mut text = Text::EMPTY;
    text.push("`");
    text.push(key);
    text.push(
        "` gives a reason for nothing: a word says so, in every flow that these words can be of",
    );
    assert!(is_needed, "{}", text.as_str());
}

/// Whether these can be the words of the flow, and lack what the key excuses.
const fn lacks_an_end(
    check: StatusCheck,
    flow: &str,
    table: &'static [StatusMapping],
    key: &str,
) -> bool {
    let check = check_in(check, flow, table);
    if check.problem().is_some() {
        return false;
    }
    if same(key, "no_success") { check.lacks_success() } else { check.lacks_failure() }
}

/// The line of a word that has a meaning of its own in the flow `F`, or by this way of capturing.
pub(super) fn special<F: Flow>(
    table: &'static [StatusMapping],
    word: &str,
    capture_method: Option<CaptureMethod>,
) -> Option<&'static StatusMapping> {
    let mut lines = table.iter().filter(|line| line.connector_status == word);
    let by = capture_method.map(CaptureMethod::is_automatic);
    let of_flow = lines.clone().find(|line| line.flow.is_some_and(|flow| flow == F::NAME));
    of_flow.or_else(|| by.and_then(|by| lines.find(|line| line.automatic_capture == Some(by))))
}

/// Holds every line of the flow against what its answers can tell.
pub(crate) const fn check<F: Flow>(table: &[StatusMapping]) -> StatusCheck {
    check_in(StatusCheck::of::<F>(), F::NAME, table)
}

/// The same of a flow by its name.
pub(crate) const fn check_in(
    mut check: StatusCheck,
    flow: &str,
    table: &[StatusMapping],
) -> StatusCheck {
    let mut lines = table;
    while let [line, rest @ ..] = lines {
        if let Some(status) = line.status
            && !line.is_of_others
            && line.is_of(flow, rest)
        {
            check.word(line.connector_status, status);
        }
        lines = rest;
    }
    check
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Authorize, PSync};

    #[test]
    fn what_a_word_means_in_a_flow_by_one_table_it_does_not_by_another() {
        static TABLES: &[StatusMapping] = &[
            line("created", Some("authorized")),
            line("created", Some("pending")),
            line_by(true, "created", Some("charged")),
            line_in::<Authorize>("created", None),
            line("done", Some("charged")),
        ];
        let told = |lines: Vec<StatusMapping>| -> Vec<_> {
            lines.into_iter().map(|line| (line.connector_status, line.status)).collect()
        };
        let of_order = told(StatusMapping::of_flow::<Authorize>(TABLES).collect());
        let done = ("done", Some("charged"));
        assert_eq!(of_order, [("created", Some("authorized")), ("created", None), done]);
        let of_sync = told(StatusMapping::of_flow::<PSync>(TABLES).collect());
        assert_eq!(
            of_sync,
            [
                ("created", Some("authorized")),
                ("created", Some("pending")),
                ("created", Some("charged")),
                done
            ]
        );
    }
}
