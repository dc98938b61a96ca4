//! Holds the table in `ui/README.md` against the tests that there are.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

const README: &str = include_str!("../../ui/README.md");

/// The lines of the table of cases: the number, and the tests.
fn cases() -> Vec<(usize, Vec<&'static str>)> {
    let lines = README.lines().filter_map(|line| {
        let cells: Vec<&str> = line.split('|').map(str::trim).collect();
        let number = cells.get(1)?.parse().ok()?;
        Some((number, in_backticks(cells.get(3)?)))
    });
    lines.collect()
}

fn in_backticks(text: &str) -> Vec<&str> {
    text.split('`').skip(1).step_by(2).collect()
}

fn workspace() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

#[test]
fn every_case_has_its_tests() {
    let cases = cases();
    let numbers: Vec<usize> = cases.iter().map(|(number, _)| *number).collect();
    assert_eq!(numbers, (1..=40).collect::<Vec<usize>>());
    for (number, tests) in &cases {
        assert!(!tests.is_empty(), "case {number} has no test");
        for test in tests {
            assert!(is_there(test), "case {number}: `{test}` is not there");
        }
    }
}

/// Whether a fixture, or a function of a file, is there.
fn is_there(test: &str) -> bool {
    let Some((file, function)) = test.split_once("::") else {
        return workspace().join("tests/ui").join(test).with_extension("stderr").exists();
    };
    let source = std::fs::read_to_string(workspace().join(file)).unwrap_or_default();
    source.contains(&format!("#[test]\n    fn {function}()"))
        || source.contains(&format!("#[test]\nfn {function}()"))
}

#[test]
fn every_fixture_stands_in_a_table() {
    let named: BTreeSet<&str> = README.lines().flat_map(in_backticks).collect();
    let fail = workspace().join("tests/ui/fail");
    for topic in std::fs::read_dir(fail).unwrap() {
        for fixture in std::fs::read_dir(topic.unwrap().path()).unwrap() {
            let fixture = fixture.unwrap().path().with_extension("");
            let name = fixture.to_string_lossy().replace('\\', "/");
            let name = name.split("/ui/").last().unwrap();
            assert!(named.contains(name), "`{name}` stands in no table");
        }
    }
}

#[test]
fn every_row_stands_once_and_names_what_is_there() {
    let mut titles = BTreeSet::new();
    let rows = README.lines().filter(|line| line.starts_with("| ") && line.contains('`'));
    for row in rows {
        let cells: Vec<&str> = row.split('|').map(str::trim).collect();
        assert!(titles.insert(cells[1]), "`{}` stands twice", cells[1]);
        let fixtures = in_backticks(row).into_iter().filter(|name| name.starts_with("fail/"));
        let gone: Vec<&str> = fixtures.filter(|fixture| !is_there(fixture)).collect();
        assert!(gone.is_empty(), "{gone:?} are not there");
    }
}
