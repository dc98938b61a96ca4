//! Stripe's OpenAPI description and its fixtures.

use std::str::FromStr as _;

use connector_core::AnyConnection;
use connector_tests::inputs;
use connector_tests::merchant::{connect, made_up_credentials};
use connector_tests::outside::shared;
use http::Response;
use serde_json::{Value, json};

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

/// What Stripe shows as an answer, and the flows that it answers.
const FIXTURES: [(&str, &[&str]); 5] = [
    ("payment_intent", &["PSync"]),
    ("refund", &["RSync", "Refund"]),
    ("dispute", &["DSync", "Accept", "SubmitEvidence"]),
    ("setup_intent", &["SetupMandate"]),
    ("customer", &["CreateConnectorCustomer"]),
];

/// The data of somebody who ordered what this is the answer to.
fn asked(connection: &dyn AnyConnection, name: &str, body: &Value) -> Value {
    let data = inputs::fullest(connection, name).unwrap();
    let mut data = Value::from_str(&data).unwrap();
    let payment = &body[if name == "PSync" { "id" } else { "payment_intent" }];
    let mut told = vec![
        ("connector_transaction_id", payment.clone()),
        ("connector_refund_id", body["id"].clone()),
        ("connector_dispute_id", body["id"].clone()),
    ];
    if let Some(currency) = body["currency"].as_str().filter(|_| body["amount"].is_number()) {
        let currency = currency.to_ascii_uppercase();
        let amount = json!({ "minor_amount": body["amount"], "currency": currency });
        told.extend([("amount", amount.clone()), ("refund_amount", amount)]);
    }
    for (field, told) in told.into_iter().filter(|(_, told)| !told.is_null()) {
        if let Some(known) = data["request"].get_mut(field) {
            *known = told;
        }
    }
    data
}

#[test]
fn the_fixtures_are_read_as_their_statuses_say() {
    for file in ["fixtures3.json", "fixtures3.2026-08.json"] {
        let Some(text) = shared(&format!("specs/stripe/{file}")) else {
            return;
        };
        let fixtures = Value::from_str(&text).unwrap();
        let connection = connect("stripe", made_up_credentials("stripe", str::to_owned));
        let flows = FIXTURES.iter().flat_map(|(one, flows)| flows.iter().map(|flow| (*one, *flow)));
        for (resource, name) in flows {
            let body = &fixtures["resources"][resource];
            let data = asked(&*connection, name, body).to_string();
            let response = Response::new(body.to_string().into());
            let read = connection.flow_by_name(name).unwrap();
            let report = read.handle_response(data.as_bytes(), response).unwrap();
            let mut lines = flow("stripe", name).statuses.into_iter();
            let status = match body["status"].as_str() {
                // The newer fixture shows every field filled, also the one that makes it a failure.
                _ if body["last_payment_error"].is_object() => Some("failure"),
                Some(word) => lines.find(|line| line.connector_status == word).unwrap().status,
                None => lines.next().unwrap().status,
            };
            let what = format!("{file} {resource} {name}: {report:#?}");
            assert!(status.is_some() && report.status == status, "{what}");
            assert_eq!(report.recognised, Some(true), "{what}");
            assert_eq!(connector_tests::minor(report.amount), body["amount"].as_i64(), "{what}");
            let ids = [
                &report.connector_transaction_id,
                &report.connector_refund_id,
                &report.connector_dispute_id,
                &report.connector_customer_id,
            ];
            let is_told = |id: &Value| ids.iter().any(|told| told.as_deref() == id.as_str());
            assert!(is_told(&body["id"]) || name == "SetupMandate", "{what}");
        }
    }
}
