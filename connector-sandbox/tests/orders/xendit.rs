//! Xendit: payment requests, captures, refunds and customers.

use connector_sandbox::{CardResult, Processor, Sandbox};
use serde_json::{Value, json};

use crate::client::{Reply, read, send};

const APPROVED: &str = "4000000000001000";

async fn xendit(sandbox: &Sandbox, path: &str, body: &Value, key: &str) -> Reply {
    let pair = "Basic eG5kX2RldmVsb3BtZW50X0Nvbm5lY3RvclNhbmRib3gwMTIzNDU2Nzg5Og==";
    let mut headers = vec![("authorization", pair), ("content-type", "application/json")];
    if !key.is_empty() {
        headers.push(("idempotency-key", key));
    }
    send(sandbox, "POST", &format!("/xendit/{path}"), &headers, &body.to_string()).await.unwrap()
}

/// Pays 10.00 PHP by this card.
fn xendit_body(number: &str) -> Value {
    json!({
        "reference_id": "order 1",
        "amount": 10.0,
        "currency": "PHP",
        "payment_method": {
            "type": "CARD",
            "reusability": "ONE_TIME_USE",
            "card": {
                "channel_properties": { "skip_three_d_secure": true },
                "card_information": {
                    "card_number": number,
                    "expiry_month": "12",
                    "expiry_year": "2030",
                },
            },
        },
    })
}

async fn payment(sandbox: &Sandbox, id: &str) -> Value {
    read(sandbox, Processor::Xendit, &format!("/payment_requests/{id}")).await.unwrap().json()
}

#[tokio::test]
async fn a_part_is_captured_once() {
    let sandbox = Sandbox::start().await.unwrap();
    let mut body = xendit_body(APPROVED);
    body["capture_method"] = "MANUAL".into();
    let told = xendit(&sandbox, "payment_requests", &body, "").await;
    assert_eq!((told.code, &told.json()["status"]), (201, &"AWAITING_CAPTURE".into()));
    let id = told.json()["id"].as_str().unwrap().to_owned();
    let path = format!("payment_requests/{id}/captures");
    assert_eq!(xendit(&sandbox, &path, &json!({}), "").await.code, 400);
    assert_eq!(xendit(&sandbox, &path, &json!({ "capture_amount": 10.01 }), "").await.code, 400);
    let told = xendit(&sandbox, &path, &json!({ "capture_amount": 3.0 }), "").await.json();
    let amounts = (&told["authorized_amount"], &told["captured_amount"]);
    assert_eq!(amounts, (&json!(10.0), &json!(3.0)));
    assert_eq!(told["payment_request_id"], id.as_str());
    assert_eq!(xendit(&sandbox, &path, &json!({ "capture_amount": 1.0 }), "").await.code, 400);
    let told = payment(&sandbox, &id).await;
    assert_eq!((&told["status"], &told["capture_method"]), (&"SUCCEEDED".into(), &"MANUAL".into()));
    // No more is given back than was taken.
    let back = |amount: Value| json!({ "payment_request_id": id, "reason": "OTHERS", "amount": amount, "currency": "PHP" });
    let refused = xendit(&sandbox, "refunds", &back(json!(3.01)), "").await;
    assert_eq!(refused.json()["error_code"], "MAXIMUM_REFUND_AMOUNT_REACHED");
    assert_eq!(xendit(&sandbox, "refunds", &back(json!(3.0)), "").await.code, 200);
}

#[tokio::test]
async fn a_refund_is_pending_until_the_night_and_made_once_under_a_key() {
    let sandbox = Sandbox::start().await.unwrap();
    let told = xendit(&sandbox, "payment_requests", &xendit_body(APPROVED), "k1").await.json();
    assert_eq!(
        xendit(&sandbox, "payment_requests", &xendit_body(APPROVED), "k1").await.json(),
        told
    );
    assert_eq!(told["status"], "SUCCEEDED");
    let part = json!({
        "payment_request_id": told["id"], "reason": "OTHERS", "amount": 4, "currency": "PHP",
    });
    let refund = xendit(&sandbox, "refunds", &part, "k2").await.json();
    assert_eq!(
        (&refund["status"], &refund["payment_request_id"]),
        (&"PENDING".into(), &told["id"])
    );
    let reused = xendit(
        &sandbox,
        "refunds",
        &json!({ "reason": "OTHERS", "payment_request_id": told["id"] }),
        "k2",
    )
    .await;
    assert_eq!((reused.code, &reused.json()["error_code"]), (409, &"DUPLICATE_ERROR".into()));
    sandbox.settle();
    let path = format!("/refunds/{}", refund["id"].as_str().unwrap());
    assert_eq!(
        read(&sandbox, Processor::Xendit, &path).await.unwrap().json()["status"],
        "SUCCEEDED"
    );
}

#[tokio::test]
async fn a_decline_is_a_payment_that_failed() {
    let sandbox = Sandbox::start().await.unwrap();
    for row in Processor::Xendit.test_cards() {
        let CardResult::Declined(reason) = row.result else { continue };
        let told = xendit(&sandbox, "payment_requests", &xendit_body(row.number), "").await;
        assert_eq!((told.code, &told.json()["status"]), (201, &"FAILED".into()));
        assert_eq!(told.json()["failure_code"], reason);
    }
}

#[tokio::test]
async fn the_customer_authenticates_where_it_is_asked_for() {
    let sandbox = Sandbox::start().await.unwrap();
    for (outcome, status) in [("success", "SUCCEEDED"), ("failure", "FAILED")] {
        let mut body = xendit_body("4000000000001091");
        body["payment_method"]["card"]["channel_properties"]["skip_three_d_secure"] = false.into();
        let told = xendit(&sandbox, "payment_requests", &body, "").await.json();
        assert_eq!(told["status"], "REQUIRES_ACTION");
        assert_eq!(told["actions"][0]["url_type"], "WEB");
        let url = told["actions"][0]["url"].as_str().unwrap();
        let path = url.strip_prefix(&format!("http://{}", sandbox.address())).unwrap();
        send(&sandbox, "GET", &format!("{path}?outcome={outcome}"), &[], "").await.unwrap();
        let told = payment(&sandbox, told["id"].as_str().unwrap()).await;
        assert_eq!((&told["status"], &told["actions"]), (&status.into(), &json!([])));
    }
}

#[tokio::test]
async fn a_payment_method_is_paid_with_again() {
    let sandbox = Sandbox::start().await.unwrap();
    let customer = json!({ "reference_id": "customer-7", "type": "INDIVIDUAL" });
    let customer = xendit(&sandbox, "customers", &customer, "").await.json();
    assert_eq!(customer["reference_id"], "customer-7");
    let mut first = xendit_body(APPROVED);
    first["payment_method"]["reusability"] = "MULTIPLE_USE".into();
    first["customer_id"] = customer["id"].clone();
    let told = xendit(&sandbox, "payment_requests", &first, "").await.json();
    assert_eq!(told["payment_method"]["reusability"], "MULTIPLE_USE");
    let again = json!({
        "amount": 5, "currency": "PHP", "initiator": "MERCHANT",
        "payment_method_id": told["payment_method"]["id"],
    });
    assert_eq!(
        xendit(&sandbox, "payment_requests", &again, "").await.json()["status"],
        "SUCCEEDED"
    );
    let unknown = json!({ "amount": 5, "currency": "PHP", "payment_method_id": "pm-none" });
    assert_eq!(xendit(&sandbox, "payment_requests", &unknown, "").await.code, 404);
}

#[tokio::test]
async fn a_body_is_refused() {
    let sandbox = Sandbox::start().await.unwrap();
    for (place, value) in [
        ("/amount", json!(0)),
        ("/amount", json!(10.005)),
        ("/currency", json!("PHX")),
        ("/capture_method", json!("LATER")),
        ("/payment_method/reusability", json!("TWICE")),
        ("/payment_method/type", json!("CASH")),
        ("/payment_method/card/card_information/card_number", json!("4000000000001001")),
        ("/payment_method/card/card_information/expiry_year", json!("2020")),
    ] {
        let mut body = xendit_body(APPROVED);
        body["capture_method"] = "AUTOMATIC".into();
        *body.pointer_mut(place).unwrap() = value;
        let told = xendit(&sandbox, "payment_requests", &body, "").await;
        assert_eq!(
            (told.code, &told.json()["error_code"]),
            (400, &"API_VALIDATION_ERROR".into()),
            "{body}"
        );
    }
}
