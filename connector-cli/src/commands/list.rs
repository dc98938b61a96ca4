//! `connectors list`: the connectors of this build.

use std::fmt::{self, Display};

use serde::Serialize;

use crate::exit::Exit;
use crate::failure::Failure;
use crate::output::Output;
use crate::table::Table;

#[derive(Debug, Serialize)]
struct Entry {
    name: &'static str,
    flows: Vec<&'static str>,
}

#[derive(Debug, Serialize)]
#[serde(transparent)]
struct List(Vec<Entry>);

pub(crate) fn run(output: &mut Output) -> Result<Exit, Failure> {
    let entry = |connector: &&dyn connector_core::AnyConnector| {
        let flows = connector.describe().flows;
        Entry { name: connector.name(), flows: flows.iter().map(|flow| flow.name).collect() }
    };
    output.data(&List(connectors::all().iter().map(entry).collect()))?;
    Ok(Exit::Done)
}

impl Display for List {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut table = Table::with_head(0, ["connector", "flows"]);
        for entry in &self.0 {
            table.row([entry.name.to_owned(), entry.flows.join(", ")]);
        }
        table.fmt(f)
    }
}
