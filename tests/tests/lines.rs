//! How long the connectors are: what is code in each, per processor and per flow, beside the peer's.
//! `cargo test -p connector-tests --test lines -- --nocapture` prints the table.

#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "this is only compiled for tests, and prints a table"
)]

use std::path::{Path, PathBuf};

/// Above so many lines a file becomes a folder.
const LONGEST_FILE: usize = 400;

/// The peer's median: 666 lines of a connector's file and 1,335 of its transformers, counted in its
/// repository (commit 79cfb69e of 2026-05).
const MEDIAN_OF_THE_PEER: usize = 2_001;

/// The files of a connector: its own, and those of its folder.
fn files(name: &str) -> Vec<PathBuf> {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("../connectors/src");
    let folder = std::fs::read_dir(source.join(name)).into_iter().flatten();
    let folder = folder.map(|entry| entry.unwrap().path());
    std::iter::once(source.join(format!("{name}.rs"))).chain(folder).collect()
}

/// The lines of a file before its unit tests.
fn lines(file: &Path) -> usize {
    let text = std::fs::read_to_string(file).unwrap();
    text.lines().take_while(|line| *line != "#[cfg(test)]").count()
}

#[test]
fn no_file_of_a_connector_is_too_long_and_no_connector_is_as_long_as_the_peers() {
    println!("| Processor | Files | Lines | Flows | Lines per flow |\n|---|---|---|---|---|");
    let mut all = Vec::new();
    for connector in connectors::all() {
        let (name, flows) = (connector.name(), connector.describe().flows.len());
        let files = files(name);
        for file in &files {
            let lines = lines(file);
            assert!(lines <= LONGEST_FILE, "{} has {lines} lines", file.display());
        }
        let total: usize = files.iter().map(|file| lines(file)).sum();
        let each = total.checked_div(flows).unwrap();
        println!("| {name} | {} | {total} | {flows} | {each} |", files.len());
        assert!(total > 30 && total < MEDIAN_OF_THE_PEER, "{name} has {total} lines");
        all.push(total);
    }
    all.sort_unstable();
    let middle = all.len().checked_div(2).unwrap();
    println!(
        "\nThe median is {} lines; the peer's is {MEDIAN_OF_THE_PEER}.",
        all.get(middle).unwrap()
    );
}
