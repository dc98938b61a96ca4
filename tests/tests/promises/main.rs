//! What the documents promise of the code as a whole, held against its files.

#![allow(clippy::unwrap_used, reason = "this is only compiled for tests")]

mod never_shown;

use std::fs;
use std::path::{Path, PathBuf};

use connector_core::IntegrityPart;

const PAGE: &str = include_str!("../../../docs/what-goes-wrong.md");

fn workspace() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

#[test]
fn whatever_goes_wrong_elsewhere_has_its_tests() {
    let lines = PAGE.lines().filter_map(|line| {
        let cells: Vec<&str> = line.split('|').map(str::trim).collect();
        let number: u32 = cells.get(1)?.parse().ok()?;
        Some((number, *cells.get(3)?, *cells.get(4)?))
    });
    let lines: Vec<(u32, &str, &str)> = lines.collect();
    let numbers: Vec<u32> = lines.iter().map(|(number, ..)| *number).collect();
    let expected: Vec<u32> = (1..=28).chain(38..=45).chain(65..=67).collect();
    assert_eq!(numbers, expected);
    for (number, prevents, tests) in lines {
        let tests: Vec<&str> = tests.split('`').skip(1).step_by(2).collect();
        assert_eq!(tests.is_empty(), prevents.starts_with("not yet"), "{number}");
        for test in tests {
            assert!(is_there(test), "{number}: `{test}` is not there");
        }
    }
}

/// Whether a fixture, or a test of a file, is there.
fn is_there(test: &str) -> bool {
    let Some((file, name)) = test.split_once("::") else {
        return workspace().join("tests/ui").join(test).with_extension("stderr").exists();
    };
    let source = fs::read_to_string(workspace().join(file)).unwrap_or_default();
    let lines: Vec<&str> = source.lines().map(str::trim).collect();
    let marked = lines.windows(2).any(|pair| {
        let [above, below] = pair else { return false };
        let function = below.strip_prefix("async ").unwrap_or(below);
        let is_test = above.starts_with("#[test]") || above.starts_with("#[tokio::test");
        is_test && function.starts_with(&format!("fn {name}("))
    });
    // Made by a macro of the file, once for each kind of status.
    marked || (source.contains("macro_rules! hold") && source.contains(&format!(" {name}")))
}

/// The code of a crate: its lines that are no comments.
fn code(folder: &str) -> Vec<(PathBuf, String)> {
    fn collect(folder: &Path, files: &mut Vec<(PathBuf, String)>) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                collect(&path, files);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let source = fs::read_to_string(&path).unwrap();
                let is_code = |line: &&str| !line.trim_start().starts_with("//");
                let lines: Vec<&str> = source.lines().filter(is_code).collect();
                files.push((path, lines.join("\n")));
            }
        }
    }
    let mut files = Vec::new();
    collect(&workspace().join(folder), &mut files);
    assert!(!files.is_empty(), "{folder} has no code");
    files
}

/// The words of a source: names and numbers.
fn words(source: &str) -> impl Iterator<Item = &str> {
    source.split(|letter: char| !letter.is_alphanumeric() && letter != '_')
}

/// A float that is only declared, and never calculated with, is caught by no lint, and serde would read an
/// amount into it.
#[test]
fn no_float_is_a_type_where_money_is_handled() {
    for folder in [
        "connector-core/src",
        "connector-macros/src",
        "connector-client/src",
        "connector-cli/src",
        "connectors/src",
        "examples/acme/src",
    ] {
        for (path, source) in code(folder) {
            let float = words(&source).find(|word| ["f32", "f64"].contains(word));
            assert_eq!(float, None, "{}", path.display());
        }
    }
}

/// A count without its currency is what stands on a wire, and nowhere in the core but where it becomes money.
#[test]
fn no_amount_of_the_core_is_without_its_currency() {
    const COUNTS: [&str; 8] = ["MinorUnit", "i64", "u64", "i32", "u32", "i128", "u128", "usize"];
    const AMOUNTS: [&str; 6] = ["amount", "price", "total", "tax", "fee", "rest"];
    let mut fields = 0;
    for (path, source) in code("connector-core/src") {
        if path.components().any(|part| part.as_os_str() == "money") {
            continue;
        }
        let source = source.split("#[cfg(test)]").next().unwrap();
        for line in source.lines().filter(|line| line.ends_with(',')) {
            let Some((field, of)) = line.trim().trim_start_matches("pub ").split_once(": ") else {
                continue;
            };
            // A rate of a tax is in hundredths of a percent.
            let named =
                field.split('_').any(|word| AMOUNTS.contains(&word)) && !field.ends_with("rate");
            let count = words(of).find(|word| COUNTS.contains(word));
            let bare = count.is_some_and(|count| count == "MinorUnit" || named);
            assert!(!bare, "{}: {line}", path.display());
            fields += usize::from(named && words(of).any(|word| word == "Money"));
        }
    }
    assert!(fields > 30, "{fields} fields of money");
}

#[test]
fn the_core_does_no_io_and_reads_no_clock() {
    let modules = [
        "std::fs",
        "std::net::Tcp",
        "std::net::Udp",
        "std::env",
        "std::process",
        "std::thread",
        "tokio::",
        "hyper::",
    ];
    let clocks = ["Instant::now", "SystemTime::now"];
    for (path, source) in code("connector-core/src") {
        let io = modules.iter().chain(&clocks).find(|name| source.contains(**name));
        assert_eq!(io, None, "{}", path.display());
    }
}

#[test]
fn the_core_names_no_processor_in_its_code() {
    let mut names: Vec<&str> = connectors::all().iter().map(|connector| connector.name()).collect();
    assert!(names.contains(&"stripe"));
    // Ways to pay, too, whoever processes them.
    names.retain(|name| !["klarna", "paypal"].contains(name));
    for (path, source) in code("connector-core/src") {
        let source = source.split("#[cfg(test)]").next().unwrap_or_default().to_lowercase();
        let named = words(&source).find(|word| names.contains(word));
        assert_eq!(named, None, "{}", path.display());
    }
}

#[test]
fn whatever_answer_tells_an_amount_says_in_which_unit_and_so_does_what_is_sent() {
    let mut sent = 0;
    for connector in connectors::all() {
        let description = connector.describe();
        for flow in &description.flows {
            let name = format!("{} {}", description.name, flow.name);
            let tells = |part: &&IntegrityPart| part.field == "amount" && part.absent.is_none();
            let tells_an_amount = flow.integrity.iter().any(|part| tells(&part));
            assert!(!tells_an_amount || flow.response_unit.is_some(), "{name}");
            // Square captures all or nothing: it is compared, and not sent.
            if name == "square Capture" {
                continue;
            }
            for place in flow.places {
                let is_amount = place.from.is_some_and(|from| from.ends_with("amount"));
                let is_currency = place.name.to_ascii_lowercase().contains("currency");
                if is_amount && !is_currency && !place.place.starts_with("refused") {
                    assert!(place.unit.is_some(), "{name}: {}", place.name);
                    sent += 1;
                }
            }
        }
    }
    assert!(sent > 30, "{sent} amounts that are sent");
}
