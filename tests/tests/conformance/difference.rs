//! The differences from the peer, as they are found and as the files of `peer-differences` have them.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// One thing that the peer does otherwise.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Difference {
    pub(crate) connector: String,
    pub(crate) flow: String,
    pub(crate) what: String,
    pub(crate) peer: String,
    pub(crate) ours: String,
}

impl Difference {
    /// The row of the connector's table, but for the reasons.
    fn row(&self) -> String {
        let Self { flow, what, peer, ours, .. } = self;
        format!("| {flow} | {what} | {peer} | {ours} | … | … |")
    }
}

/// The file that has the differences of one connector.
fn file(connector: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("peer-differences").join(format!("{connector}.md"))
}

/// The rows of a connector's table, each with its reasons; none where it has no file.
fn table(connector: &str) -> Vec<Difference> {
    let text = std::fs::read_to_string(file(connector)).unwrap_or_default();
    let rows = text.lines().filter(|line| line.starts_with("| ")).skip(1);
    let differences = rows.map(|line| {
        let cells: Vec<&str> = line.trim_matches('|').split(" | ").map(str::trim).collect();
        let &[flow, what, peer, ours, why, decided_by] = cells.as_slice() else {
            panic!("not six cells: {line}");
        };
        assert!(why.len() > 10 && decided_by.len() > 5, "no reasons: {line}");
        let [connector, flow, what, peer, ours] =
            [connector, flow, what, peer, ours].map(str::to_owned);
        Difference { connector, flow, what, peer, ours }
    });
    differences.collect()
}

/// Whether a row is of this difference: its flow can be `all`, and what all connectors share stands in
/// the table of `README.md`.
fn explains(row: &Difference, one: &Difference) -> bool {
    (row.flow == "all" || row.flow == one.flow)
        && (&row.what, &row.peer, &row.ours) == (&one.what, &one.peer, &one.ours)
}

/// Fails where a difference of this kind, by how it begins, is in no table, or a table has one that is
/// no more. Says which rows to add to which file, and which to take out.
#[track_caller]
pub(crate) fn assert_listed(kind: &str, found: &BTreeSet<Difference>) {
    let mut wrong = String::new();
    let shared = table("README");
    for connector in connectors::all().iter().map(|connector| connector.name()) {
        let table: Vec<Difference> =
            table(connector).into_iter().filter(|row| row.what.starts_with(kind)).collect();
        assert_eq!(table.iter().collect::<BTreeSet<_>>().len(), table.len(), "{connector}.md");
        let own: Vec<&Difference> = found.iter().filter(|one| one.connector == connector).collect();
        let rows = || table.iter().chain(&shared);
        let new = own.iter().filter(|one| !rows().any(|row| explains(row, one)));
        let gone = table.iter().filter(|row| !own.iter().any(|one| explains(row, one)));
        for (told, differences) in [
            ("to be added", new.map(|one| one.row()).collect::<Vec<_>>()),
            ("gone", gone.map(Difference::row).collect()),
        ] {
            if !differences.is_empty() {
                let (rows, file) = (differences.join("\n"), file(connector));
                wrong.push_str(&format!("\n{} has to follow, {told}:\n{rows}\n", file.display()));
            }
        }
    }
    let idle = shared.iter().filter(|row| row.what.starts_with(kind));
    let idle = idle.filter(|row| !found.iter().any(|one| explains(row, one)));
    for row in idle {
        wrong.push_str(&format!("\nREADME.md has a row of no connector:\n{}\n", row.row()));
    }
    assert!(wrong.is_empty(), "{wrong}");
}

/// A file whose connector is no more would be read by nobody.
#[test]
fn every_table_is_of_a_connector() {
    let folder = file("any").parent().unwrap().to_owned();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_stem().unwrap().to_str().unwrap();
        assert!(name == "README" || connectors::get(name).is_ok(), "{}", path.display());
    }
}
