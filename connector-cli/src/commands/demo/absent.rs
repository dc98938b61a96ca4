//! Stories that are not told at a processor, with the reasons that its connector gives for what it lacks.

use std::fmt::{self, Formatter};

use connector_core::ConnectorDescription;
use serde::Serialize;

use super::show::WIDTH;
use crate::table::Table;

/// A story that is not told.
#[derive(Debug, Serialize)]
pub(super) struct Absent {
    pub(super) processor: &'static str,
    story: &'static str,
    why: String,
}

impl Absent {
    /// One for want of the first of these flows that the connector says something of.
    pub(super) fn without(
        connector: &ConnectorDescription,
        story: &'static str,
        flows: &[&str],
    ) -> Self {
        let reasons = flows.iter().filter_map(|flow| Some((flow, connector.why_without(flow)?)));
        let why = reasons.map(|(flow, why)| format!("no {flow}: {why}")).next();
        let why = why.unwrap_or_else(|| "the sandbox has nothing to tell it with".to_owned());
        Self { processor: connector.name, story, why }
    }

    /// One of an order that is sent twice, at a processor that does not know it again.
    pub(super) fn without_key(connector: &ConnectorDescription, story: &'static str) -> Self {
        let mut flows = connector.flows.iter();
        let why = flows.find(|flow| flow.name == "Authorize").and_then(|flow| flow.no_idempotency);
        let why = why.unwrap_or("the processor answers a repeated order anew").to_owned();
        Self { processor: connector.name, story, why }
    }
}

/// One line for each, in the order of the processors.
pub(super) fn show(f: &mut Formatter<'_>, absent: &[Absent]) -> fmt::Result {
    let mut table = Table::with_head(2, ["processor", "story", "why it is not there"]);
    for Absent { processor, story, why } in absent {
        table.row([*processor, *story, why]);
    }
    table.within(WIDTH).iter().try_for_each(|row| f.write_str(row))
}
