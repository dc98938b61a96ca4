//! A text that is longer than the processor's description allows is refused before anything is sent.

use connector_tests::inputs;
use connector_tests::merchant::{connect, made_up_credentials, moment};
use serde_json::{Value, json};

/// Connector, flow, field of the request, and how many characters the description allows there.
const LIMITS: &[(&str, &str, &str, usize)] = &[
    ("adyen", "Authorize", "return_url", 8_000),
    ("adyen", "RepeatPayment", "statement_descriptor", 10_000),
    ("authorizenet", "Authorize", "description", 255),
    ("checkout", "Authorize", "return_url", 255),
    ("checkout", "SetupMandate", "return_url", 255),
    ("mollie", "Authorize", "description", 255),
    ("mollie", "RepeatPayment", "description", 255),
    ("stripe", "Authorize", "description", 1_000),
    ("stripe", "RepeatPayment", "description", 1_000),
    ("stripe", "IncrementalAuthorization", "reason", 1_000),
    ("stripe", "CreateConnectorCustomer", "description", 5_000),
    ("stripe", "SubmitEvidence", "customer_name", 5_000),
    ("stripe", "SubmitEvidence", "uncategorized_text", 20_000),
];

#[test]
fn a_text_that_is_longer_than_described_is_not_sent() {
    for (name, flow, field, most) in LIMITS.iter().copied() {
        let connection = connect(name, made_up_credentials(name, str::to_owned));
        let data = inputs::fullest(&*connection, flow).unwrap();
        let is_built = |length: usize| {
            let mut data: Value = serde_json::from_str(&data).unwrap();
            let text = format!("{:x<length$}", "https://shop.example/");
            data["request"][field] = json!(text);
            let flow = connection.flow_by_name(flow).unwrap();
            flow.build_request_at(data.to_string().as_bytes(), &moment()).is_ok()
        };
        assert!(is_built(most), "{name} {flow} {field}");
        assert!(!is_built(most.saturating_add(1)), "{name} {flow} {field}");
    }
}
