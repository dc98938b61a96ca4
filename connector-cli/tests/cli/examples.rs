//! `request CONNECTOR FLOW --example`: data that this connector takes in this flow.

use serde_json::{Map, Value};

use crate::run::{TestFile, run};

/// Credentials that are of the right form; the amounts of the examples are euros.
fn credentials(connector: &str) -> TestFile {
    let fields = connectors::get(connector).unwrap().describe().credentials.iter();
    let value = |is_secret| if is_secret { "c2VjcmV0" } else { "EUR" };
    let fields = fields.map(|field| (field.example_name(), Value::from(value(field.is_secret))));
    TestFile::new(Value::from(fields.collect::<Map<_, _>>()).to_string())
}

#[test]
fn an_example_of_every_flow_of_every_connector_can_be_sent_as_it_is() {
    let mut refused = Vec::new();
    for connector in connectors::all() {
        let credentials = credentials(connector.name());
        for flow in connector.describe().flows {
            let asked = ["request", connector.name(), flow.name];
            let example = run(&[&asked[..], &["--example"]].concat());
            let data = TestFile::new(&example.stdout);
            let files = ["--data", data.path(), "--credentials", credentials.path()];
            let sent = run(&[&asked[..], &files].concat());
            if (example.code, sent.code) != (0, 0) {
                refused.push(format!("{asked:?}: {}{}", example.stderr, sent.stderr));
            }
        }
    }
    assert!(refused.is_empty(), "{}", refused.join("\n"));
}

#[test]
fn an_example_is_the_same_for_people_and_for_programs() {
    for flow in ["authorize", "psync"] {
        let example = run(&["request", "stripe", flow, "--example"]).ends(0).stdout;
        assert!(example.lines().count() > 3, "{example}");
        let json = run(&["request", "stripe", flow, "--example", "--format", "json"]).json();
        assert_eq!(json, serde_json::from_str::<Value>(&example).unwrap());
    }
    run(&["request", "adyen", "psync", "--example"]).fails(2, "`adyen` has no PSync: ");
    run(&["request", "stripe", "psync"]).fails(2, "--data <FILE>");
    run(&["request", "stripe", "psync", "--example", "--reveal"]).fails(2, "cannot be used with");
}
