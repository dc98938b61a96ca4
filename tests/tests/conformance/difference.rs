//! The differences from the peer, as they are found and as `peer-differences.md` has them.

use std::collections::BTreeSet;
use std::path::Path;

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
    /// The row of the table, but for the reasons.
    fn row(&self) -> String {
        let Self { connector, flow, what, peer, ours } = self;
        format!("| {connector} | {flow} | {what} | {peer} | {ours} | … | … |")
    }
}

/// The rows of the table whose differences are of this kind, each with its reasons.
fn listed(kind: &str) -> BTreeSet<Difference> {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("peer-differences.md");
    let text = std::fs::read_to_string(file).unwrap();
    let mut found = BTreeSet::new();
    for line in text.lines().filter(|line| line.starts_with("| ")).skip(1) {
        let line = line.trim_matches('|');
        let cells: Vec<&str> = line.split(" | ").map(str::trim).collect();
        let &[connector, flow, what, peer, ours, why, decided_by] = cells.as_slice() else {
            panic!("not seven cells: {line}");
        };
        assert!(why.len() > 10 && decided_by.len() > 5, "no reasons: {line}");
        if what.starts_with(kind) {
            let [connector, flow, what, peer, ours] =
                [connector, flow, what, peer, ours].map(str::to_owned);
            let new = found.insert(Difference { connector, flow, what, peer, ours });
            assert!(new, "twice: {line}");
        }
    }
    found
}

/// Fails where a difference is not in the table, or the table has one that is no more.
#[track_caller]
pub(crate) fn assert_listed(kinds: &[&str], found: &BTreeSet<Difference>) {
    let listed: BTreeSet<Difference> = kinds.iter().flat_map(|kind| listed(kind)).collect();
    let rows = |differences: Vec<&Difference>| {
        let rows: Vec<String> = differences.into_iter().map(Difference::row).collect();
        rows.join("\n")
    };
    let new = rows(found.difference(&listed).collect());
    let gone = rows(listed.difference(found).collect());
    assert!(
        new.is_empty() && gone.is_empty(),
        "peer-differences.md: not in the table:\n{new}\n\nno difference any more:\n{gone}\n"
    );
}
