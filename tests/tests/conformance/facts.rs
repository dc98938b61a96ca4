//! What was noted down of the processors whose requests no description of their own has: Razorpay, of which there are
//! bodies of answers alone, and Xendit, whose file was written by others and is of its newer API. Their requests and
//! words are held against the rows of that list.

use std::collections::BTreeSet;

use connector_tests::asked::Asked;
use connector_tests::outside::{shared, skipped};

/// The columns of the list, by the flow that they are about.
const PATHS: [(&str, usize); 6] =
    [("PSync", 4), ("RSync", 5), ("Authorize", 6), ("Capture", 7), ("Void", 8), ("Refund", 9)];
const WORDS: [(&str, usize); 2] = [("PSync", 11), ("RSync", 12)];

/// What is not as the list has it, and why.
const OTHERWISE: &[(&str, &str, &str)] = &[
    ("xendit", "PSync", "the older API, whose statuses the list has from Xendit's own SDK"),
    ("xendit", "Authorize", "the older API: the newer one documents no key"),
    ("xendit", "Capture", "the list has no capture; Xendit's own SDK has this one"),
];

fn cells(facts: &str, processor: &str) -> Vec<String> {
    let begin = format!("| {processor} |");
    let row = facts.lines().find(|line| line.starts_with(&begin));
    let row = row.unwrap_or_else(|| panic!("nothing is noted of {processor}"));
    row.split('|').map(|cell| cell.trim().to_owned()).collect()
}

/// `GET /v1/payments/{id}`: the method, and the segments of which those in braces are any.
fn is_noted(cell: &str, method: &str, path: &str) -> bool {
    let noted = cell.split([';', ',']).filter_map(|one| one.trim().split_once(' '));
    noted.into_iter().any(|(noted, template)| {
        let segments = |path: &str| path.split('/').map(str::to_owned).collect::<Vec<_>>();
        let (template, path) = (segments(template), segments(path));
        let fits = |(one, other): (&String, &String)| one.starts_with('{') || one == other;
        noted == method && template.len() == path.len() && template.iter().zip(&path).all(fits)
    })
}

/// The words in a cell, which are written as the processor writes them: the rest of it is a sentence.
fn words(connector: &str, cell: &str) -> BTreeSet<String> {
    let prose = ["seen", "in", "the", "bodies", "order", "attempted"];
    let is_word = |word: &&str| match connector {
        "xendit" => word.len() > 5 && word.chars().all(|sign| sign.is_uppercase() || sign == '_'),
        _ => !word.is_empty() && !prose.contains(word),
    };
    let parts = cell.split(|sign: char| !sign.is_alphabetic() && sign != '_');
    parts.filter(is_word).map(str::to_owned).collect()
}

#[test]
fn what_no_description_has_is_held_against_what_was_noted_of_it() {
    let Some(facts) = shared("specs/FACTS.md") else {
        return;
    };
    let mut otherwise = BTreeSet::new();
    let mut compared = 0_usize;
    for (connector, processor) in [("razorpay", "Razorpay"), ("xendit", "Xendit")] {
        let cells = cells(&facts, processor);
        for asked in Asked::all().iter().filter(|asked| asked.name.0 == connector) {
            let Some((flow, column)) = PATHS.iter().find(|(flow, _)| *flow == asked.name.1) else {
                continue;
            };
            let Ok(request) = asked.build(asked.data.as_bytes()) else { continue };
            let (method, path) = (request.method().as_str(), request.uri().path());
            compared = compared.saturating_add(1);
            if is_noted(&cells[*column], method, path) {
                continue;
            }
            let excuse = OTHERWISE.iter().find(|row| (row.0, row.1) == (connector, *flow));
            let excuse = excuse.unwrap_or_else(|| {
                panic!("{connector} {flow}: {method} {path} is not `{}`", cells[*column])
            });
            skipped(&format!(
                "{connector} {flow}: {method} {path} is described nowhere here: {}",
                excuse.2
            ));
            otherwise.insert((excuse.0, excuse.1));
        }
        let lacked = cells[8].split(' ').next() == Some("none");
        let connector = connectors::get(connector).unwrap().describe();
        assert!(!lacked || connector.why_without("Void").is_some(), "{processor} Void");
        for (flow, column) in WORDS {
            let noted = words(connector.name, &cells[column]);
            let known = connector.flows.iter().find(|one| one.name == flow).unwrap();
            let known: BTreeSet<&str> =
                known.statuses.iter().map(|line| line.connector_status).collect();
            assert!(!noted.is_empty(), "{processor} {flow}");
            for word in noted {
                assert!(known.contains(word.as_str()), "{processor} {flow} has no `{word}`");
                compared = compared.saturating_add(1);
            }
        }
    }
    assert!(compared >= 20, "only {compared} were compared");
    assert_eq!(otherwise.len(), OTHERWISE.len(), "excuses nothing any more: {otherwise:?}");
}
