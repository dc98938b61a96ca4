//! How long the connectors are: what is code in each, per processor and per flow, beside the peer's.
//! `BLESS=1 cargo test -p connector-tests --test lines` writes `docs/lines.md`.

#![allow(clippy::unwrap_used, reason = "this is only compiled for tests")]

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

/// Above so many lines a file becomes a folder.
const LONGEST_FILE: usize = 400;

/// The peer's median: 666 lines of a connector's file and 1,335 of its transformers, counted in its
/// repository (commit 79cfb69e of 2026-05).
const MEDIAN_OF_THE_PEER: usize = 2_001;

/// All lines of the peer's connectors and of their transformers, of 87 processors, and what they implement: 584 flows
/// by its macros and 35 by hand. Counted as its median is.
const LINES_OF_THE_PEER: usize = 61_995 + 140_844;
const FLOWS_OF_THE_PEER: usize = 584 + 35;

const HEAD: &str = "\
<!-- Written by `BLESS=1 cargo test -p connector-tests --test lines`; the test fails where a number is off by more than
a twentieth. -->

# Lines

The lines of each connector before its unit tests, of all that is in its file and its folder: requests, responses,
words, webhooks, comments. The peer's median is that of a connector's file and its transformers together, in its
repository at commit 79cfb69e of 2026-05; how long each of these is, and each of its flows, nobody has counted here.

| Processor | Files | Lines | Flows | Lines per flow |
|---|---|---|---|---|
";

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
    let mut table = HEAD.to_owned();
    let mut all = Vec::new();
    let mut all_flows = 0_usize;
    for connector in connectors::all() {
        let (name, flows) = (connector.name(), connector.describe().flows.len());
        let files = files(name);
        for file in &files {
            let lines = lines(file);
            assert!(lines <= LONGEST_FILE, "{} has {lines} lines", file.display());
        }
        let total: usize = files.iter().map(|file| lines(file)).sum();
        let each = total.checked_div(flows).unwrap();
        writeln!(table, "| {name} | {} | {total} | {flows} | {each} |", files.len()).unwrap();
        assert!(total > 30 && total < MEDIAN_OF_THE_PEER, "{name} has {total} lines");
        all.push(total);
        all_flows = all_flows.checked_add(flows).unwrap();
    }
    all.sort_unstable();
    // The one in the middle, or between the two that are there.
    let (below, above) = (all.len().saturating_sub(1) / 2, all.len() / 2);
    let median = (all.get(below).unwrap() + all.get(above).unwrap()) / 2;
    writeln!(table, "\nThe median is {median} lines; the peer's is {MEDIAN_OF_THE_PEER}.").unwrap();
    let each = all.iter().sum::<usize>().checked_div(all_flows).unwrap();
    let of_the_peer = LINES_OF_THE_PEER.checked_div(FLOWS_OF_THE_PEER).unwrap();
    writeln!(
        table,
        "\nA flow has {each} lines, over all of them; the peer's has {of_the_peer}: {LINES_OF_THE_PEER} lines of \
         connectors and\ntransformers for {FLOWS_OF_THE_PEER} flows of 87 processors, counted in its repository at the \
         same commit."
    )
    .unwrap();
    assert!(each < of_the_peer, "a flow has {each} lines");
    let page = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/lines.md");
    if std::env::var_os("BLESS").is_some() {
        std::fs::write(&page, &table).unwrap();
    }
    let written = std::fs::read_to_string(page).unwrap();
    assert!(is_fresh(&written, &table), "docs/lines.md is stale: BLESS=1 writes\n{table}");
}

/// Whether the texts differ in nothing but numbers, and each of them by a twentieth at most.
fn is_fresh(written: &str, counted: &str) -> bool {
    let parts = |text: &str| -> Vec<String> {
        text.split([' ', '\n']).map(|part| part.trim_end_matches(['.', ';']).to_owned()).collect()
    };
    let (written, counted) = (parts(written), parts(counted));
    let is_near = |(one, other): (&String, &String)| {
        let numbers = one.parse::<usize>().ok().zip(other.parse::<usize>().ok());
        numbers.map_or(one == other, |(one, other)| {
            one.abs_diff(other).saturating_mul(20) <= one.max(other)
        })
    };
    written.len() == counted.len() && written.iter().zip(&counted).all(is_near)
}

#[test]
fn a_page_is_stale_where_a_number_is_far_off_or_a_row_is_not_there() {
    assert!(is_fresh("| a | 100 |\n| b | 7 |", "| a | 105 |\n| b | 7 |"));
    assert!(!is_fresh("| a | 100 |\n| b | 7 |", "| a | 106 |\n| b | 7 |"));
    assert!(!is_fresh("| a | 100 |\n| b | 7 |", "| a | 100 |\n| b | 8 |"));
    assert!(!is_fresh("| a | 100 |", "| b | 100 |"));
    assert!(!is_fresh("| a | 100 |", "| a | 100 |\n| b | 7 |"));
}
