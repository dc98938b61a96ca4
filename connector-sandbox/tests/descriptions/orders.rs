//! The answers to orders, held against the descriptions: good ones, declines and refusals.

use connector_sandbox::{Processor, Sandbox};
use serde_json::{Value, json};

use crate::client::{read, send};
use crate::description;
use crate::merchant::{
    checkout, checkout_body, mollie, mollie_body, square, square_body, stripe, stripe_form,
};
use crate::openapi::{assert_valid, validator};

const VISA: &str = "4242424242424242";

#[tokio::test]
async fn stripe_orders() {
    let Some(text) = description("stripe/derived/spec3.payments-subset.json") else {
        return;
    };
    let description: Value = serde_json::from_str(&text).unwrap();
    let [intents, refunds, charges, errors, methods, setups] =
        ["payment_intent", "refund", "charge", "error", "payment_method", "setup_intent"]
            .map(|schema| validator(&description, schema));
    let sandbox = Sandbox::start().await.unwrap();
    let mut ids = Vec::new();
    for (number, more) in [
        (VISA, ""),
        (VISA, "&capture_method=manual&metadata[order]=1&description=one&customer=cus_1"),
        ("4000002500003155", "&return_url=https://shop.example/"),
        ("4000002500003155", ""),
    ] {
        let intent =
            stripe(&sandbox, "payment_intents", &stripe_form(number, more), "").await.json();
        assert_valid(&intents, &intent, number);
        ids.push(intent["id"].as_str().unwrap().to_owned());
    }
    let announced = stripe(&sandbox, "payment_intents", "amount=1&currency=usd", "").await.json();
    assert_valid(&intents, &announced, "announced");
    for number in ["4000000000000002", "4000000000000069", "4242424242424241"] {
        let error = stripe(&sandbox, "payment_intents", &stripe_form(number, ""), "").await.json();
        assert_valid(&errors, &error, number);
        let failed = &error["error"]["payment_intent"];
        if failed.is_object() {
            assert_valid(&intents, failed, number);
        }
    }
    for (path, form, schema) in [
        (format!("payment_intents/{}/capture", ids[1]), "amount_to_capture=1001", &errors),
        (format!("payment_intents/{}/capture", ids[1]), "amount_to_capture=10", &intents),
        (format!("payment_intents/{}/capture", ids[1]), "", &errors),
        (format!("payment_intents/{}/cancel", ids[2]), "", &intents),
        ("refunds".to_owned(), &format!("payment_intent={}&amount=1", ids[0]), &refunds),
        ("refunds".to_owned(), &format!("payment_intent={}&amount=1000", ids[0]), &errors),
        ("payment_methods".to_owned(), "type=card&card[token]=pm_card_visa", &methods),
        ("setup_intents".to_owned(), "payment_method=pm_card_visa&confirm=true", &setups),
    ] {
        let body = stripe(&sandbox, &path, form, "").await.json();
        assert_valid(schema, &body, &path);
    }
    let url = format!("/_customer/stripe/{}?outcome=failure", ids[3]);
    send(&sandbox, "GET", &url, &[], "").await.unwrap();
    for id in ids {
        let path = format!("/v1/payment_intents/{id}");
        let body = read(&sandbox, Processor::Stripe, &path).await.unwrap().json();
        assert_valid(&intents, &body, &id);
        let path = format!("{path}?expand[]=latest_charge");
        let body = read(&sandbox, Processor::Stripe, &path).await.unwrap().json();
        if !body["latest_charge"].is_null() {
            assert_valid(&charges, &body["latest_charge"], &id);
        }
    }
}

#[tokio::test]
async fn checkout_orders() {
    let Some(text) = description("checkout/nas_spec.bundled.json") else {
        return;
    };
    let description: Value = serde_json::from_str(&text).unwrap();
    let [paid, pending, captured, voided, refunded, invalid, details, actions] = [
        "PaymentResponse",
        "PaymentAcceptedResponse",
        "CaptureAcceptedResponse",
        "VoidAcceptedResponse",
        "RefundAcceptedResponse",
        "ValidationError",
        "PaymentDetails",
        "PaymentActionsResponse",
    ]
    .map(|schema| validator(&description, schema));
    let sandbox = Sandbox::start().await.unwrap();
    let with = |number: &str, name: &str, value: Value| {
        let mut body = checkout_body(number);
        body[name] = value;
        body
    };
    let mut ids = Vec::new();
    for (body, schema) in [
        (with(VISA, "capture", false.into()), &paid),
        (with(VISA, "capture", false.into()), &paid),
        (with(VISA, "metadata", json!({ "a": "b" })), &paid),
        (with(VISA, "amount", 0.into()), &paid),
        (with("4544249167673670", "capture", true.into()), &paid),
        (with(VISA, "3ds", json!({ "enabled": true })), &pending),
    ] {
        let told = checkout(&sandbox, "payments", &body, "").await.json();
        assert_valid(schema, &told, &body.to_string());
        ids.push(told["id"].as_str().unwrap().to_owned());
    }
    for (path, body, schema) in [
        (format!("{}/captures", ids[0]), json!({ "amount": 1_001 }), &invalid),
        (format!("{}/captures", ids[0]), json!({ "amount": 10 }), &captured),
        (format!("{}/voids", ids[1]), json!({}), &voided),
        (format!("{}/refunds", ids[2]), json!({ "amount": 10 }), &refunded),
    ] {
        let told = checkout(&sandbox, &format!("payments/{path}"), &body, "").await.json();
        assert_valid(schema, &told, &path);
    }
    for id in ids {
        let path = format!("/payments/{id}");
        let body = read(&sandbox, Processor::Checkout, &path).await.unwrap().json();
        assert_valid(&details, &body, &id);
        let listed = read(&sandbox, Processor::Checkout, &format!("{path}/actions")).await.unwrap();
        assert_valid(&actions, &listed.json(), &id);
    }
}

#[tokio::test]
async fn mollie_orders() {
    let Some(text) = description("mollie/specs.json") else {
        return;
    };
    let description: Value = serde_json::from_str(&text).unwrap();
    let [payments, captures, refunds, customers, errors] = [
        "payment-response",
        "capture-response",
        "entity-refund-response",
        "customer-response",
        "error-response",
    ]
    .map(|schema| validator(&description, schema));
    let sandbox = Sandbox::start().await.unwrap();
    let with = |token: &str, name: &str, value: Value| {
        let mut body = mollie_body(token);
        body[name] = value;
        body
    };
    let mut ids = Vec::new();
    for (body, schema) in [
        (with("tkn_visa", "captureMode", "manual".into()), &payments),
        (with("tkn_visa", "metadata", json!({ "a": "b" })), &payments),
        (with("tkn_insufficient_funds", "method", "creditcard".into()), &payments),
        (with("", "method", "ideal".into()), &payments),
        (with("tkn_visa", "description", Value::Null), &errors),
    ] {
        let told = mollie(&sandbox, "payments", &body, "").await.json();
        assert_valid(schema, &told, &body.to_string());
        ids.extend(told["id"].as_str().map(str::to_owned));
    }
    let part = json!({ "amount": { "currency": "EUR", "value": "1.00" } });
    for (path, body, schema) in [
        (format!("payments/{}/captures", ids[0]), &part, &captures),
        (format!("payments/{}/captures", ids[1]), &part, &errors),
        (format!("payments/{}/refunds", ids[1]), &part, &refunds),
        ("customers".to_owned(), &json!({ "name": "A. Payer" }), &customers),
        ("nothing".to_owned(), &part, &errors),
    ] {
        let told = mollie(&sandbox, &path, body, "").await.json();
        assert_valid(schema, &told, &path);
    }
    for id in ids {
        let path = format!("/v2/payments/{id}");
        let body = read(&sandbox, Processor::Mollie, &path).await.unwrap().json();
        assert_valid(&payments, &body, &id);
    }
}

#[tokio::test]
async fn square_orders() {
    let Some(text) = description("square/derived/api.payments-subset.json") else {
        return;
    };
    let description: Value = serde_json::from_str(&text).unwrap();
    let [payments, refunds, errors] = ["CreatePaymentResponse", "RefundPaymentResponse", "Error"]
        .map(|schema| validator(&description, schema));
    let sandbox = Sandbox::start().await.unwrap();
    let mut held = square_body("cnon:card-nonce-ok", "k1");
    held["autocomplete"] = false.into();
    held["reference_id"] = "order 1".into();
    let held = square(&sandbox, "POST", "payments", &held).await.json();
    assert_valid(&payments, &held, "held");
    let declined = square_body("cnon:card-nonce-declined", "k2");
    let declined = square(&sandbox, "POST", "payments", &declined).await.json();
    assert_valid(&payments, &declined, "declined");
    assert_valid(&errors, &declined["errors"][0], "declined");

    let id = held["payment"]["id"].as_str().unwrap();
    let money = json!({ "amount": 400, "currency": "USD" });
    let refund = json!({ "idempotency_key": "k3", "payment_id": id, "amount_money": money });
    for (path, body, schema) in [
        (format!("payments/{id}/complete"), json!({}), &payments),
        ("refunds".to_owned(), refund, &refunds),
    ] {
        let told = square(&sandbox, "POST", &path, &body).await.json();
        assert_eq!(told.get("errors"), None, "{path}");
        assert_valid(schema, &told, &path);
    }
    let told = read(&sandbox, Processor::Square, &format!("/v2/payments/{id}")).await.unwrap();
    assert_valid(&payments, &told.json(), id);
    let late = square(&sandbox, "POST", &format!("payments/{id}/cancel"), &Value::Null).await;
    assert_valid(&errors, &late.json()["errors"][0], "late");
}
