//! Square: payments, refunds, customers and their cards.

use connector_sandbox::{CardResult, Processor, Sandbox};
use serde_json::{Value, json};

use crate::client::read;
use crate::merchant::{square, square_body};

async fn payment(sandbox: &Sandbox, id: &str) -> Value {
    let told =
        read(sandbox, Processor::Square, &format!("/v2/payments/{id}")).await.unwrap().json();
    told["payment"].clone()
}

async fn held(sandbox: &Sandbox, key: &str) -> String {
    let mut body = square_body("cnon:card-nonce-ok", key);
    body["autocomplete"] = false.into();
    let told = square(sandbox, "POST", "payments", &body).await.json();
    assert_eq!(told["payment"]["status"], "APPROVED");
    told["payment"]["id"].as_str().unwrap().to_owned()
}

fn refund(id: &str, amount: i64, key: &str) -> Value {
    let money = json!({ "amount": amount, "currency": "USD" });
    json!({ "idempotency_key": key, "payment_id": id, "amount_money": money })
}

#[tokio::test]
async fn all_that_is_held_is_completed_once() {
    let sandbox = Sandbox::start().await.unwrap();
    let id = held(&sandbox, "k1").await;
    let complete = format!("payments/{id}/complete");
    // The body has to be there.
    assert_eq!(square(&sandbox, "POST", &complete, &Value::Null).await.code, 400);
    let told = square(&sandbox, "POST", &complete, &json!({})).await;
    assert_eq!((told.code, &told.json()["payment"]["status"]), (200, &"COMPLETED".into()));
    let again = square(&sandbox, "POST", &complete, &json!({})).await;
    assert_eq!((again.code, &again.json()["errors"][0]["code"]), (400, &"BAD_REQUEST".into()));
    let cancel = format!("payments/{id}/cancel");
    assert_eq!(square(&sandbox, "POST", &cancel, &Value::Null).await.code, 400);

    let id = held(&sandbox, "k2").await;
    let cancel = format!("payments/{id}/cancel");
    let told = square(&sandbox, "POST", &cancel, &Value::Null).await;
    assert_eq!((told.code, &told.json()["payment"]["status"]), (200, &"CANCELED".into()));
}

#[tokio::test]
async fn what_is_held_is_changed_to_more_or_to_less() {
    let sandbox = Sandbox::start().await.unwrap();
    let id = held(&sandbox, "k1").await;
    let path = format!("payments/{id}");
    for (amount, key, code) in [(1_500, "k2", 200), (300, "k3", 200), (0, "k4", 400)] {
        let money = json!({ "amount": amount, "currency": "USD" });
        let body = json!({ "idempotency_key": key, "payment": { "amount_money": money } });
        assert_eq!(square(&sandbox, "PUT", &path, &body).await.code, code, "{amount}");
    }
    square(&sandbox, "POST", &format!("{path}/complete"), &json!({})).await;
    let told = payment(&sandbox, &id).await;
    assert_eq!(
        (&told["status"], &told["amount_money"]["amount"]),
        (&"COMPLETED".into(), &300.into())
    );
    assert_eq!(square(&sandbox, "POST", "refunds", &refund(&id, 301, "k5")).await.code, 400);
}

#[tokio::test]
async fn a_refund_is_pending_until_the_night() {
    let sandbox = Sandbox::start().await.unwrap();
    let body = square_body("cnon:card-nonce-ok", "k1");
    let told = square(&sandbox, "POST", "payments", &body).await.json();
    let id = told["payment"]["id"].as_str().unwrap();
    assert_eq!(told["payment"]["status"], "COMPLETED");
    let told = square(&sandbox, "POST", "refunds", &refund(id, 400, "k2")).await.json();
    assert_eq!(
        (&told["refund"]["status"], &told["refund"]["payment_id"]),
        (&"PENDING".into(), &id.into())
    );
    // The same under the same key.
    assert_eq!(square(&sandbox, "POST", "refunds", &refund(id, 400, "k2")).await.json(), told);
    let other = square(&sandbox, "POST", "refunds", &refund(id, 500, "k2")).await;
    assert_eq!(other.json()["errors"][0]["code"], "IDEMPOTENCY_KEY_REUSED");
    sandbox.settle();
    let path = format!("/v2/refunds/{}", told["refund"]["id"].as_str().unwrap());
    let told = read(&sandbox, Processor::Square, &path).await.unwrap().json();
    assert_eq!(told["refund"]["status"], "COMPLETED");
    assert_eq!(payment(&sandbox, id).await["refunded_money"]["amount"], 400);
    assert_eq!(square(&sandbox, "POST", "refunds", &refund(id, 601, "k3")).await.code, 400);
}

#[tokio::test]
async fn a_decline_is_an_error_beside_a_payment_that_failed() {
    let sandbox = Sandbox::start().await.unwrap();
    for (row, number) in Processor::Square.test_cards().iter().zip(0..) {
        let CardResult::Declined(reason) = row.result else { continue };
        let body = square_body(row.token.unwrap(), &format!("k{number}"));
        let told = square(&sandbox, "POST", "payments", &body).await;
        assert_eq!(told.code, 400);
        assert_eq!(told.json()["errors"][0]["code"], reason);
        assert_eq!(told.json()["payment"]["status"], "FAILED");
    }
}

#[tokio::test]
async fn a_card_on_file_is_paid_with_until_it_is_disabled() {
    let sandbox = Sandbox::start().await.unwrap();
    let told = json!({ "idempotency_key": "k1", "given_name": "A. Payer" });
    let customer = square(&sandbox, "POST", "customers", &told).await.json()["customer"].clone();
    assert_eq!(customer["given_name"], "A. Payer");
    let mut keep =
        json!({ "idempotency_key": "k2", "source_id": "cnon:card-nonce-ok", "card": {} });
    assert_eq!(square(&sandbox, "POST", "cards", &keep).await.code, 400);
    keep["card"]["customer_id"] = customer["id"].clone();
    let card = square(&sandbox, "POST", "cards", &keep).await.json()["card"].clone();
    let card = card["id"].as_str().unwrap();
    assert!(card.starts_with("ccof:"), "{card}");

    let mut again = square_body(card, "k3");
    assert_eq!(square(&sandbox, "POST", "payments", &again).await.code, 400);
    again["customer_id"] = customer["id"].clone();
    let told = square(&sandbox, "POST", "payments", &again).await.json();
    assert_eq!(told["payment"]["status"], "COMPLETED");
    let told =
        square(&sandbox, "POST", &format!("cards/{card}/disable"), &Value::Null).await.json();
    assert_eq!((&told["card"]["id"], &told["card"]["enabled"]), (&card.into(), &false.into()));
    again["idempotency_key"] = "k4".into();
    assert_eq!(square(&sandbox, "POST", "payments", &again).await.code, 404);
}

#[tokio::test]
async fn a_body_is_refused_with_the_field() {
    let sandbox = Sandbox::start().await.unwrap();
    for (name, value, field) in [
        ("idempotency_key", Value::Null, "idempotency_key"),
        ("idempotency_key", json!("k".repeat(46)), "idempotency_key"),
        ("source_id", Value::Null, "source_id"),
        ("amount_money", json!({ "amount": 0, "currency": "USD" }), "amount_money.amount"),
        ("amount_money", json!({ "amount": 1, "currency": "USX" }), "amount_money.currency"),
        ("location_id", json!("LELSEWHERE"), "location_id"),
        ("reference_id", json!("r".repeat(41)), "reference_id"),
        ("note", json!("n".repeat(501)), "note"),
    ] {
        let mut body = square_body("cnon:card-nonce-ok", "k1");
        body[name] = value;
        let reply = square(&sandbox, "POST", "payments", &body).await;
        assert_eq!(
            (reply.code, &reply.json()["errors"][0]["field"]),
            (400, &field.into()),
            "{body}"
        );
    }
}
