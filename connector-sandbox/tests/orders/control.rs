//! Orders in the control API.

use connector_sandbox::{Processor, Sandbox};
use serde_json::json;

use crate::client::send;
use crate::merchant::{stripe, stripe_form};

#[tokio::test]
async fn it_shows_payments_and_cards_and_takes_faults() {
    let sandbox = Sandbox::start().await.unwrap();
    let fault = json!({ "processor": "stripe", "fault": "rate_limited", "when": "before" });
    let added = send(&sandbox, "POST", "/_sandbox/faults", &[], &fault.to_string()).await.unwrap();
    assert_eq!(added.code, 201);
    let form = stripe_form("4242424242424242", "&capture_method=manual");
    assert_eq!(stripe(&sandbox, "payment_intents", &form, "").await.code, 429);
    let id = stripe(&sandbox, "payment_intents", &form, "").await.json()["id"].clone();
    let shown = send(&sandbox, "GET", "/_sandbox/payments", &[], "").await.unwrap().json();
    let expected = json!([{
        "processor": "stripe",
        "id": id,
        "status": "requires_capture",
        "reason": null,
        "currency": "USD",
        "authorized": 1_000,
        "captured": 0,
        "refunded": 0,
        "refunds": [],
        "authentication_url": null,
    }]);
    assert_eq!(shown["payments"], expected);
    assert_eq!(send(&sandbox, "POST", "/_sandbox/settle", &[], "").await.unwrap().code, 200);
    let cards = send(&sandbox, "GET", "/_sandbox/cards", &[], "").await.unwrap().json();
    for processor in Processor::ALL {
        let own = cards[processor.name()].as_array().unwrap();
        assert_eq!(own.len(), processor.test_cards().len());
    }
    assert_eq!(cards["stripe"][0]["result"], "approved");
    for (fault, hint) in [
        (json!({ "processor": "stripe", "fault": "rset", "when": "after" }), "there are slow"),
        (json!({ "processor": "stripe", "fault": "huge", "when": "before" }), "after the order"),
        (json!({ "processor": "stripe", "fault": "reset", "when": "later" }), "unknown variant"),
    ] {
        let reply = send(&sandbox, "POST", "/_sandbox/faults", &[], &fault.to_string()).await;
        let reply = reply.unwrap();
        let text = reply.json()["error"].as_str().unwrap().to_owned();
        assert!(reply.code == 400 && text.contains(hint), "{text}");
    }
}
