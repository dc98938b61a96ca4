//! Checkout.com's OpenAPI descriptions, of its newer and of its older accounts.

use std::str::FromStr as _;

use connector_tests::merchant::{connect, made_up_credentials};
use connector_tests::outside::shared;
use connector_tests::question::Question;
use http::Response;
use serde_json::Value;

use crate::words::assert_agreed;

const PAYMENT: &str = "pay_mbabizu24mvu3mela5njyhpit4";

fn description(of: &str) -> Option<Value> {
    let text = shared(&format!("specs/checkout/{of}_spec.bundled.json"))?;
    Some(Value::from_str(&text).unwrap())
}

#[test]
fn every_status_of_a_payment_has_its_meaning() {
    for (of, schema) in [("nas", "PaymentDetails"), ("abc", "Payment")] {
        let Some(description) = description(of) else {
            return;
        };
        let words = &description["components"]["schemas"][schema]["properties"]["status"]["enum"];
        let words: Vec<&str> = words.as_array().unwrap().iter().filter_map(Value::as_str).collect();
        assert_agreed("checkout", "PSync", &words);
    }
}

/// Of all actions in the example only the refund is one, whichever is asked for.
#[test]
fn the_examples_actions_are_read() {
    for of in ["nas", "abc"] {
        let Some(description) = description(of) else {
            return;
        };
        let example = &description["components"]["schemas"]["PaymentActionsResponse"]["example"];
        let connection = connect("checkout", made_up_credentials("checkout", str::to_owned));
        let rsync = connection.flow_by_name("RSync").unwrap();
        let mut refunds = 0_usize;
        for action in example.as_array().unwrap() {
            let id = action["id"].as_str().unwrap();
            let question = Question::refund(id, PAYMENT);
            let question = question.about(action["amount"].as_i64().unwrap(), "USD");
            let response = Response::new(example.to_string().into());
            let report = rsync.handle_response(&question.json(), response).unwrap();
            if action["type"] == "Refund" {
                refunds = refunds.saturating_add(1);
                assert_eq!(report.status, Some("success"), "{report:#?}");
                assert_eq!(report.connector_refund_id.as_deref(), Some(id));
                assert_eq!(connector_tests::minor(report.amount), action["amount"].as_i64());
            } else {
                assert_eq!(report.outcome, "not_found", "{report:#?}");
            }
        }
        assert_eq!(refunds, 1);
    }
}
