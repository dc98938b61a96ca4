//! Razorpay: orders, payments and refunds.

use connector_sandbox::{CardResult, Processor, Sandbox};
use serde_json::{Value, json};

use crate::client::{RAZORPAY, Reply, read, send};

const VISA: &str = "4012888888881881";

async fn razorpay(sandbox: &Sandbox, path: &str, body: &Value, key: &str) -> Reply {
    let mut headers = vec![("authorization", RAZORPAY), ("content-type", "application/json")];
    if !key.is_empty() {
        headers.push(("x-refund-idempotency", key));
    }
    let path = format!("/razorpay/v1/{path}");
    send(sandbox, "POST", &path, &headers, &body.to_string()).await.unwrap()
}

/// Pays 10.00 INR of this order with this card.
fn razorpay_body(order: &str, number: &str) -> Value {
    json!({
        "amount": 1_000,
        "currency": "INR",
        "email": "payer@shop.example",
        "contact": "+919000000000",
        "order_id": order,
        "method": "card",
        "card": {
            "number": number, "name": "A. Payer", "expiry_month": "12", "expiry_year": "30", "cvv": "123",
        },
        "ip": "192.0.2.7",
        "user_agent": "Mozilla/5.0",
        "browser": { "java_enabled": false },
    })
}

async fn payment(sandbox: &Sandbox, id: &str) -> Value {
    read(sandbox, Processor::Razorpay, &format!("/v1/payments/{id}")).await.unwrap().json()
}

async fn order(sandbox: &Sandbox, capture: &str) -> String {
    let body = json!({ "amount": 1_000, "currency": "INR", "payment": { "capture": capture } });
    let told = razorpay(sandbox, "orders", &body, "").await.json();
    assert_eq!((&told["status"], &told["amount_due"]), (&"created".into(), &1_000.into()));
    told["id"].as_str().unwrap().to_owned()
}

async fn paid(sandbox: &Sandbox, capture: &str) -> String {
    let order = order(sandbox, capture).await;
    let body = razorpay_body(&order, VISA);
    let told = razorpay(sandbox, "payments/create/json", &body, "").await.json();
    assert_eq!(told["razorpay_order_id"], order);
    told["razorpay_payment_id"].as_str().unwrap().to_owned()
}

fn description(told: &Value) -> &str {
    told["error"]["description"].as_str().unwrap()
}

#[tokio::test]
async fn all_that_is_held_is_captured_once_and_never_a_part() {
    let sandbox = Sandbox::start().await.unwrap();
    let id = paid(&sandbox, "manual").await;
    assert_eq!(payment(&sandbox, &id).await["status"], "authorized");
    let path = format!("payments/{id}/capture");
    for amount in [300, 1_001, 0] {
        let body = json!({ "amount": amount, "currency": "INR" });
        let told = razorpay(&sandbox, &path, &body, "").await;
        assert_eq!(told.code, 400, "{amount}");
        assert!(description(&told.json()).contains("equal to the amount authorized"));
    }
    let all = json!({ "amount": 1_000, "currency": "INR" });
    let told = razorpay(&sandbox, &path, &all, "").await.json();
    assert_eq!((&told["status"], &told["captured"]), (&"captured".into(), &true.into()));
    let again = razorpay(&sandbox, &path, &all, "").await;
    assert_eq!(description(&again.json()), "This payment has already been captured");
}

#[tokio::test]
async fn how_it_is_captured_stands_in_the_order() {
    let sandbox = Sandbox::start().await.unwrap();
    let id = paid(&sandbox, "automatic").await;
    assert_eq!(payment(&sandbox, &id).await["status"], "captured");
    let strange = razorpay_body("ord_1", VISA);
    assert_eq!(razorpay(&sandbox, "payments/create/json", &strange, "").await.code, 400);
    let mut silent = razorpay_body(&order(&sandbox, "manual").await, VISA);
    silent["ip"] = Value::Null;
    let told = razorpay(&sandbox, "payments/create/json", &silent, "").await;
    assert_eq!(description(&told.json()), "The ip field is required.");
}

#[tokio::test]
async fn a_refund_is_made_once_under_its_key() {
    let sandbox = Sandbox::start().await.unwrap();
    let id = paid(&sandbox, "automatic").await;
    let path = format!("payments/{id}/refund");
    let part = json!({ "amount": 400 });
    let told = razorpay(&sandbox, &path, &part, "refund-0001").await.json();
    assert_eq!((&told["status"], &told["amount"]), (&"processed".into(), &400.into()));
    assert_eq!(razorpay(&sandbox, &path, &part, "refund-0001").await.json(), told);
    let other = razorpay(&sandbox, &path, &json!({ "amount": 500 }), "refund-0001").await;
    assert_eq!(other.code, 400);
    let refund = told["id"].as_str().unwrap();
    let read_again =
        read(&sandbox, Processor::Razorpay, &format!("/v1/refunds/{refund}")).await.unwrap();
    assert_eq!(read_again.json()["payment_id"], id);
    let too_much = json!({ "amount": 601 });
    assert_eq!(razorpay(&sandbox, &path, &too_much, "refund-0002").await.code, 400);
    razorpay(&sandbox, &path, &json!({}), "refund-0003").await;
    let told = payment(&sandbox, &id).await;
    assert_eq!(
        (&told["status"], &told["refund_status"], &told["amount_refunded"]),
        (&"refunded".into(), &"full".into(), &1_000.into())
    );
}

#[tokio::test]
async fn every_card_does_what_is_said_of_it() {
    let sandbox = Sandbox::start().await.unwrap();
    for row in Processor::Razorpay.test_cards() {
        let body = razorpay_body(&order(&sandbox, "automatic").await, row.number);
        let told = razorpay(&sandbox, "payments/create/json", &body, "").await;
        let (code, told) = (told.code, told.json());
        let id = told["razorpay_payment_id"].as_str();
        let id = id.or(told["error"]["metadata"]["payment_id"].as_str()).unwrap().to_owned();
        let status = payment(&sandbox, &id).await["status"].clone();
        match row.result {
            CardResult::Approved => assert_eq!((code, status), (200, "captured".into())),
            CardResult::Declined(reason) => {
                assert_eq!((code, status), (400, "failed".into()));
                assert_eq!(told["error"]["reason"], reason);
            }
            CardResult::Authentication => {
                assert_eq!((code, status), (200, "created".into()));
                assert_eq!(told["next"][0]["action"], "redirect");
                assert!(sandbox.authenticate(Processor::Razorpay, &id, true));
                assert_eq!(payment(&sandbox, &id).await["status"], "captured");
            }
        }
    }
}

#[tokio::test]
async fn a_customer_is_told_as_they_were_named() {
    let sandbox = Sandbox::start().await.unwrap();
    let body = json!({ "name": "A. Payer", "email": "payer@shop.example", "fail_existing": "0" });
    let told = razorpay(&sandbox, "customers", &body, "").await.json();
    assert!(told["id"].as_str().unwrap().starts_with("cust_"), "{told}");
    assert_eq!(told["name"], "A. Payer");
}
