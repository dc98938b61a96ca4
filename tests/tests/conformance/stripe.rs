//! Stripe's OpenAPI description and its fixtures.

use std::str::FromStr as _;

use connector_tests::merchant::{connect, made_up_credentials};
use connector_tests::outside::shared;
use connector_tests::question::Question;
use http::Response;
use serde_json::Value;

use crate::words::{assert_agreed, flow};

fn description() -> Option<Value> {
    let text = shared("specs/stripe/derived/spec3.payments-subset.json")?;
    Some(Value::from_str(&text).unwrap())
}

#[test]
fn every_status_of_a_payment_intent_has_its_meaning() {
    let Some(description) = description() else {
        return;
    };
    let words = &description["components"]["schemas"]["payment_intent"]["properties"]["status"];
    let words = words["enum"].as_array().unwrap().iter();
    let words: Vec<&str> = words.filter_map(Value::as_str).collect();
    assert_agreed("stripe", "PSync", &words);
}

/// Any text by its type; the words stand in its prose, between backticks.
#[test]
fn every_status_of_a_refund_has_its_meaning() {
    let Some(description) = description() else {
        return;
    };
    let prose = &description["components"]["schemas"]["refund"]["properties"]["status"];
    let prose = prose["description"].as_str().unwrap();
    let words: Vec<&str> = prose.split('`').skip(1).step_by(2).collect();
    assert_agreed("stripe", "RSync", &words);
}

/// The version that every request asks for is the one whose description was read.
#[test]
fn the_version_is_that_of_the_description() {
    let Some(description) = description() else {
        return;
    };
    let headers = connectors::get("stripe").unwrap().describe().headers;
    let version = description["info"]["version"].as_str().unwrap();
    assert!(headers.contains(&("stripe-version", version)), "{headers:?}");
}

#[test]
fn the_fixtures_are_read_as_their_statuses_say() {
    for file in ["fixtures3.json", "fixtures3.2026-08.json"] {
        let Some(text) = shared(&format!("specs/stripe/{file}")) else {
            return;
        };
        let fixtures = Value::from_str(&text).unwrap();
        let connection = connect("stripe", made_up_credentials("stripe", str::to_owned));
        for (resource, name) in [("payment_intent", "PSync"), ("refund", "RSync")] {
            let body = &fixtures["resources"][resource];
            let id = body["id"].as_str().unwrap();
            let question =
                if name == "PSync" { Question::payment(id) } else { Question::refund(id, "pi_1") };
            let question = question.about(
                body["amount"].as_i64().unwrap(),
                &body["currency"].as_str().unwrap().to_ascii_uppercase(),
            );
            let response = Response::new(body.to_string().into());
            let read = connection.flow_by_name(name).unwrap();
            let report = read.handle_response(&question.json(), response).unwrap();
            let mut lines = flow("stripe", name).statuses.into_iter();
            let line = lines.find(|line| body["status"] == line.connector_status).unwrap();
            // The newer fixture shows every field filled, also the one that makes it a failure.
            let failed = body["last_payment_error"].is_object();
            let status = if failed { Some("failure") } else { line.status };
            assert_eq!(report.status, status, "{file} {resource}: {report:#?}");
            assert_eq!(report.recognised, Some(true));
            assert_eq!(report.amount, body["amount"].as_i64());
        }
    }
}
