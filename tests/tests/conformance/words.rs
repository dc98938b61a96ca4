//! The words of a connector's status table, held against those of a description.

use std::collections::BTreeSet;

use connector_core::{FlowDescription, StatusMapping};

/// Words that came after the descriptions.
const NEWER: &[(&str, &str, &str)] = &[
    // The descriptions are of 2021; the peer reads this word as well.
    ("checkout", "PSync", "Retry Scheduled"),
    // A word of payouts, which the description lists apart from payments.
    ("checkout", "PSync", "Returned"),
];

pub(crate) fn flow(connector: &str, flow: &str) -> FlowDescription {
    let description = connectors::get(connector).unwrap().describe();
    description.flows.into_iter().find(|one| one.name == flow).unwrap()
}

/// Fails where the description has a word that the connector's table lacks, or the table has one that
/// nobody documents.
#[track_caller]
pub(crate) fn assert_agreed(connector: &str, flow_name: &str, described: &[&str]) {
    let table: Vec<StatusMapping> = flow(connector, flow_name).statuses;
    let ours: BTreeSet<&str> = table.iter().map(|line| line.connector_status).collect();
    assert_eq!(ours.len(), table.len(), "a word is there twice");
    let newer = NEWER.iter().filter(|row| (row.0, row.1) == (connector, flow_name));
    let mut expected: BTreeSet<&str> = described.iter().copied().collect();
    assert!(expected.len() > 3, "the description was not read: {expected:?}");
    expected.extend(newer.map(|row| row.2));
    assert_eq!(ours, expected, "{connector} {flow_name}");
}
