//! Checkout.com: payments and their actions.

use connector_sandbox::{CardResult, Processor, Sandbox};
use serde_json::{Value, json};

use crate::client::{read, send};
use crate::merchant::{checkout, checkout_body};

const VISA: &str = "4242424242424242";

async fn payment(sandbox: &Sandbox, path: &str) -> Value {
    read(sandbox, Processor::Checkout, &format!("/payments/{path}")).await.unwrap().json()
}

async fn held(sandbox: &Sandbox) -> String {
    let mut body = checkout_body(VISA);
    body["capture"] = false.into();
    let reply = checkout(sandbox, "payments", &body, "").await;
    let told = reply.json();
    assert_eq!((reply.code, &told["status"]), (201, &"Authorized".into()));
    assert_eq!((&told["approved"], &told["response_code"]), (&true.into(), &"10000".into()));
    told["id"].as_str().unwrap().to_owned()
}

#[tokio::test]
async fn a_payment_is_held_taken_and_given_back() {
    let sandbox = Sandbox::start().await.unwrap();
    let id = held(&sandbox).await;
    let early = checkout(&sandbox, &format!("payments/{id}/refunds"), &Value::Null, "").await;
    assert_eq!((early.code, early.body.len()), (403, 0));
    let captured = checkout(&sandbox, &format!("payments/{id}/captures"), &Value::Null, "").await;
    assert_eq!(captured.code, 202);
    let action = captured.json()["action_id"].clone();
    assert_eq!(payment(&sandbox, &id).await["status"], "Captured");
    let part = json!({ "amount": 300, "reference": "back" });
    let refund = checkout(&sandbox, &format!("payments/{id}/refunds"), &part, "").await;
    assert_eq!(refund.code, 202);
    assert_eq!(payment(&sandbox, &id).await["status"], "Partially Refunded");
    let too_much = json!({ "amount": 701 });
    let refused = checkout(&sandbox, &format!("payments/{id}/refunds"), &too_much, "").await;
    assert_eq!(refused.code, 422);
    assert_eq!(refused.json()["error_codes"], json!(["refund_amount_exceeds_balance"]));
    checkout(&sandbox, &format!("payments/{id}/refunds"), &Value::Null, "").await;
    assert_eq!(payment(&sandbox, &id).await["status"], "Refunded");
    let actions = payment(&sandbox, &format!("{id}/actions")).await;
    let actions = actions.as_array().unwrap();
    let kinds: Vec<&str> = actions.iter().map(|action| action["type"].as_str().unwrap()).collect();
    assert_eq!(kinds, ["Refund", "Refund", "Capture", "Authorization"]);
    assert_eq!((&actions[2]["id"], &actions[1]["amount"]), (&action, &300.into()));
    assert_eq!(actions[1]["id"], refund.json()["action_id"]);
}

#[tokio::test]
async fn captures_take_parts_until_the_final_one() {
    let sandbox = Sandbox::start().await.unwrap();
    let id = held(&sandbox).await;
    let path = format!("payments/{id}/captures");
    let part = json!({ "amount": 300, "capture_type": "NonFinal" });
    assert_eq!(checkout(&sandbox, &path, &part, "").await.code, 202);
    assert_eq!(payment(&sandbox, &id).await["status"], "Partially Captured");
    let refused = checkout(&sandbox, &path, &json!({ "amount": 701 }), "").await;
    let codes = json!(["capture_value_greater_than_remaining_authorized"]);
    assert_eq!((refused.code, &refused.json()["error_codes"]), (422, &codes));
    assert_eq!(checkout(&sandbox, &path, &json!({ "amount": 100 }), "").await.code, 202);
    assert_eq!(checkout(&sandbox, &path, &json!({ "amount": 1 }), "").await.code, 403);
    let void = checkout(&sandbox, &format!("payments/{id}/voids"), &Value::Null, "").await;
    assert_eq!((void.code, void.body.len()), (403, 0));
}

#[tokio::test]
async fn what_is_held_is_let_go() {
    let sandbox = Sandbox::start().await.unwrap();
    let id = held(&sandbox).await;
    let void = checkout(&sandbox, &format!("payments/{id}/voids"), &json!({}), "").await;
    assert!(void.json()["action_id"].as_str().unwrap().starts_with("act_"));
    assert_eq!(payment(&sandbox, &id).await["status"], "Voided");
    assert_eq!(
        checkout(&sandbox, &format!("payments/{id}/captures"), &json!({}), "").await.code,
        403
    );
    let unknown = checkout(&sandbox, "payments/pay_none/captures", &Value::Null, "").await;
    assert_eq!((unknown.code, unknown.body.len()), (404, 0));
}

#[tokio::test]
async fn a_decline_is_201_with_its_code_and_stays_one() {
    let sandbox = Sandbox::start().await.unwrap();
    for row in Processor::Checkout.test_cards() {
        let CardResult::Declined(reason) = row.result else { continue };
        let reply = checkout(&sandbox, "payments", &checkout_body(row.number), "").await;
        let told = reply.json();
        assert_eq!(
            (reply.code, &told["approved"], &told["status"]),
            (201, &false.into(), &"Declined".into())
        );
        assert_eq!(told["response_code"], reason);
        let id = told["id"].as_str().unwrap();
        assert_eq!(
            checkout(&sandbox, &format!("payments/{id}/captures"), &Value::Null, "").await.code,
            403
        );
        assert_eq!(payment(&sandbox, id).await["status"], "Declined");
    }
}

#[tokio::test]
async fn three_d_secure_waits_for_the_customer() {
    let sandbox = Sandbox::start().await.unwrap();
    let mut body = checkout_body(VISA);
    body["3ds"] = json!({ "enabled": true });
    for (outcome, status) in [("success", "Captured"), ("failure", "Declined")] {
        let reply = checkout(&sandbox, "payments", &body, "").await;
        let told = reply.json();
        assert_eq!((reply.code, &told["status"]), (202, &"Pending".into()));
        let id = told["id"].as_str().unwrap();
        let url = told["_links"]["redirect"]["href"].as_str().unwrap();
        let path = url.strip_prefix(&format!("http://{}", sandbox.address())).unwrap();
        assert_eq!(payment(&sandbox, id).await["status"], "Pending");
        assert_eq!(
            checkout(&sandbox, &format!("payments/{id}/voids"), &Value::Null, "").await.code,
            403
        );
        let page = send(&sandbox, "GET", &format!("{path}?outcome={outcome}"), &[], "").await;
        assert_eq!(page.unwrap().code, 200);
        assert_eq!(payment(&sandbox, id).await["status"], status);
    }
}

#[tokio::test]
async fn a_key_gives_the_first_answer_again_if_it_was_a_good_one() {
    let sandbox = Sandbox::start().await.unwrap();
    let first = checkout(&sandbox, "payments", &checkout_body(VISA), "k1").await;
    let again = checkout(&sandbox, "payments", &checkout_body(VISA), "k1").await;
    assert_eq!((again.code, first.json()), (201, again.json()));
    let id = held(&sandbox).await;
    let path = format!("payments/{id}/captures");
    assert_eq!(checkout(&sandbox, &path, &json!({ "amount": 1_001 }), "k2").await.code, 422);
    assert_eq!(checkout(&sandbox, &path, &json!({ "amount": 1_000 }), "k2").await.code, 202);
    assert_eq!(checkout(&sandbox, &path, &json!({ "amount": 1_000 }), "k2").await.code, 202);
    assert_eq!(checkout(&sandbox, &path, &json!({ "amount": 1_000 }), "k3").await.code, 403);
}

#[tokio::test]
async fn a_body_is_refused_with_a_code() {
    let sandbox = Sandbox::start().await.unwrap();
    let with = |name: &str, value: Value| {
        let mut body = checkout_body(VISA);
        body[name] = value;
        body
    };
    let card = |number: &str, year: u16| json!({ "type": "card", "number": number, "expiry_month": 1, "expiry_year": year });
    for (body, code) in [
        (with("currency", Value::Null), "currency_required"),
        (with("currency", "XXQ".into()), "currency_invalid"),
        (with("amount", (-1).into()), "amount_invalid"),
        (with("source", Value::Null), "payment_source_required"),
        (with("source", card("4242424242424241", 2030)), "card_number_invalid"),
        (with("source", card(VISA, 2020)), "card_expired"),
        (with("reference", "x".repeat(51).into()), "reference_invalid"),
        (json!([]), "request_body_malformed"),
    ] {
        let reply = checkout(&sandbox, "payments", &body, "").await;
        assert_eq!((reply.code, &reply.json()["error_codes"]), (422, &json!([code])));
    }
    let verified = checkout(&sandbox, "payments", &with("amount", 0.into()), "").await;
    assert_eq!(verified.json()["status"], "Card Verified");
}
