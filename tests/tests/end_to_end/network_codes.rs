//! Why the card's network declined, and what it advises, reaches the merchant from every processor that tells it.

use connector_tests::merchant::{connect, made_up_credentials};
use connector_tests::question::Question;
use serde_json::{Value, json};

use super::error_classes::Order;

/// Payments that were declined with the network's code 51 and its advice 02.
fn declined() -> Vec<(&'static str, Value)> {
    vec![
        (
            "braintree",
            json!({ "data": { "payment": {
                "id": "p_1",
                "status": "PROCESSOR_DECLINED",
                "reasons": [{}, {
                    "processorResponse": { "legacyCode": "2001", "message": "Insufficient Funds" },
                    "networkResponse": { "code": "51" },
                    "merchantAdviceCodeResponse": { "code": "02" },
                }],
            } } }),
        ),
        (
            "cybersource",
            json!({
                "id": "p_1",
                "applicationInformation": { "status": "DECLINED" },
                "errorInformation": { "reason": "INSUFFICIENT_FUND" },
                "processorInformation": { "responseCode": "51", "merchantAdvice": { "code": "02" } },
            }),
        ),
        (
            "paypal",
            json!({ "id": "p_1", "status": "COMPLETED", "purchase_units": [{ "payments": {
                "captures": [{
                    "id": "c_1",
                    "status": "DECLINED",
                    "processor_response": { "response_code": "51", "payment_advice_code": "02" },
                }],
            } }] }),
        ),
        (
            "stripe",
            json!({
                "id": "p_1",
                "object": "payment_intent",
                "amount": 1234,
                "currency": "usd",
                "status": "requires_payment_method",
                "last_payment_error": {
                    "type": "card_error",
                    "code": "card_declined",
                    "decline_code": "insufficient_funds",
                    "network_decline_code": "51",
                    "network_advice_code": "02",
                },
            }),
        ),
    ]
}

#[test]
fn a_sync_tells_both_codes() {
    for (connector, body) in declined() {
        let connection = connect(connector, made_up_credentials(connector, str::to_owned));
        let psync = connection.flow_by_name("PSync").unwrap();
        let response = http::Response::new(body.to_string().into());
        let asked = Question::payment("p_1").json();
        let report = psync.handle_response(&asked, response).unwrap();
        assert_eq!(report.outcome, "status", "{connector}: {report:#?}");
        let error = report.error.unwrap();
        assert_eq!(error.network_decline_code.as_deref(), Some("51"), "{connector}");
        assert_eq!(error.network_advice_code.as_deref(), Some("02"), "{connector}");
        let shown = serde_json::to_value(error).unwrap();
        assert_eq!(shown["network_advice_code"], "02");
    }
}

/// Stripe tells a decline as an HTTP error, and Adyen answers no questions.
#[test]
fn an_order_tells_both_codes() {
    let refused = json!({
        "pspReference": "p_1",
        "resultCode": "Refused",
        "refusalReason": "Not enough balance",
        "refusalReasonCode": "12",
        "additionalData": { "refusalReasonRaw": "51", "merchantAdviceCode": "02" },
    });
    let error = json!({ "error": {
        "type": "card_error",
        "code": "card_declined",
        "decline_code": "insufficient_funds",
        "network_decline_code": "51",
        "network_advice_code": "02",
    } });
    for (connector, status, outcome, body) in
        [("adyen", 200, "status", refused), ("stripe", 402, "declined", error)]
    {
        let report = Order::at(connector).answered(status, &body);
        assert_eq!(report.outcome, outcome, "{connector}: {report:#?}");
        let error = report.error.unwrap();
        assert_eq!(error.network_decline_code.as_deref(), Some("51"), "{connector}");
        assert_eq!(error.network_advice_code.as_deref(), Some("02"), "{connector}");
    }
}
