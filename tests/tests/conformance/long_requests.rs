//! A limit that a description has, and the connector does not declare, is found by a text that is longer: each text of
//! the data is sent as long as the connector lets it be.

use std::collections::BTreeSet;

use connector_tests::inputs::try_long;

use crate::requests::Judge;

/// What is refused for another reason than a declared limit, and would be refused if it were shorter: connector, flow, what
/// the refusal says, why.
const REFUSED: &[(&str, &str, &str, &str)] = &[
    ("cybersource", "Authorize", "an `eci` for which", "its words are few"),
    (
        "cybersource",
        "RepeatPayment",
        "a transaction of more than 15 characters",
        "a limit, told by hand",
    ),
    ("klarna", "SetupMandate", "a `language` that is no locale", "its words are few"),
    (
        "paypal",
        "SubmitEvidence",
        "have more than 2000 characters",
        "a limit of several texts together, told by hand",
    ),
];

/// Whether a description says so of a text's length, in one of the languages. What it says of a text's shape is held by
/// texts of that shape, in `requests.rs`.
fn is_of_a_length(problem: &str) -> bool {
    problem.contains(" is longer than ") || problem.contains(" characters, not ")
}

#[test]
fn no_text_is_sent_that_is_longer_than_described() {
    let mut wrong = BTreeSet::new();
    let mut refused = BTreeSet::new();
    let mut judged = BTreeSet::new();
    for (connector, mut judge) in Judge::all() {
        let name = connector.name();
        judged.insert(name);
        let connection = judge.connection(name);
        for flow in connector.describe().flows {
            let tried = try_long(&*connection, flow.name);
            println!("{name} {}: {} built", flow.name, tried.built.len());
            for (place, problem) in tried.refused {
                let row = REFUSED.iter().find(|(connector, flows, told, _)| {
                    *connector == name && *flows == flow.name && problem.contains(told)
                });
                match row {
                    Some(row) => drop(refused.insert(*row)),
                    None => drop(wrong.insert(format!("{name} {}: {place}: {problem}", flow.name))),
                }
            }
            for built in &tried.built {
                let problems = judge.problems(&built.request).into_iter();
                let problems = problems.filter(|problem| is_of_a_length(problem));
                wrong
                    .extend(problems.map(|problem| {
                        format!("{name} {}: {}", flow.name, without_runs(&problem))
                    }));
            }
        }
    }
    let told: Vec<String> = wrong.into_iter().collect();
    assert!(told.is_empty(), "{} problems:\n{}", told.len(), told.join("\n"));
    let unused = REFUSED.iter().filter(|row| judged.contains(row.0) && !refused.contains(*row));
    let unused: Vec<_> = unused.collect();
    assert!(unused.is_empty(), "is refused no more: {unused:#?}");
}

/// As it can be read: `aaaaaaaaaaaa` is `a…`.
fn without_runs(text: &str) -> String {
    let mut shown = String::new();
    for run in text.chars().collect::<Vec<char>>().chunk_by(|one, other| one == other) {
        let (kept, more) = if run.len() > 10 { (&run[..1], "…") } else { (run, "") };
        shown.extend(kept);
        shown.push_str(more);
    }
    shown
}

#[test]
fn what_is_longer_is_told_from_what_is_of_another_shape() {
    assert!(is_of_a_length(r#"body: /city "Berlin" is longer than 3 characters"#));
    assert!(is_of_a_length(r#"billTo/city: "Berlin" has 6 characters, not 0 to 3"#));
    assert!(!is_of_a_length(r#"body: /email "a" is not a "email""#));
    assert_eq!(without_runs("Maaaaaaaaaaaask"), "Ma…sk");
}
