//! Mollie: payments, captures, refunds, customers and mandates.

use connector_sandbox::{CardResult, Processor, Sandbox};
use serde_json::{Value, json};

use crate::client::{Reply, read, send};
use crate::merchant::{mollie, mollie_body};

async fn payment(sandbox: &Sandbox, id: &str) -> Value {
    read(sandbox, Processor::Mollie, &format!("/v2/payments/{id}")).await.unwrap().json()
}

async fn held(sandbox: &Sandbox) -> String {
    let mut body = mollie_body("tkn_visa");
    body["captureMode"] = "manual".into();
    let told = mollie(sandbox, "payments", &body, "").await.json();
    assert_eq!(
        (&told["status"], &told["amountCaptured"]["value"]),
        (&"authorized".into(), &"0.00".into())
    );
    told["id"].as_str().unwrap().to_owned()
}

#[tokio::test]
async fn parts_are_captured_until_the_rest_is_released() {
    let sandbox = Sandbox::start().await.unwrap();
    let id = held(&sandbox).await;
    let part = |value: &str| json!({ "amount": { "currency": "EUR", "value": value } });
    let path = format!("payments/{id}/captures");
    let told = mollie(&sandbox, &path, &part("3.00"), "").await;
    assert_eq!((told.code, &told.json()["amount"]["value"]), (201, &"3.00".into()));
    assert_eq!(payment(&sandbox, &id).await["status"], "authorized");
    assert_eq!(mollie(&sandbox, &path, &part("7.01"), "").await.code, 422);
    let path_of_release = format!("payments/{id}/release-authorization");
    let released = mollie(&sandbox, &path_of_release, &Value::Null, "").await;
    assert_eq!((released.code, released.body.len()), (202, 0));
    let told = payment(&sandbox, &id).await;
    assert_eq!(
        (&told["status"], &told["amountCaptured"]["value"]),
        (&"paid".into(), &"3.00".into())
    );
    assert_eq!(mollie(&sandbox, &path, &part("1.00"), "").await.code, 422);

    let id = held(&sandbox).await;
    mollie(&sandbox, &format!("payments/{id}/release-authorization"), &Value::Null, "").await;
    assert_eq!(payment(&sandbox, &id).await["status"], "canceled");
}

#[tokio::test]
async fn a_refund_is_pending_until_the_night_and_stands_below_its_payment() {
    let sandbox = Sandbox::start().await.unwrap();
    let told = mollie(&sandbox, "payments", &mollie_body("tkn_mastercard"), "").await.json();
    let id = told["id"].as_str().unwrap();
    assert_eq!(told["status"], "paid");
    let part = json!({ "amount": { "currency": "EUR", "value": "4.00" }, "description": "back" });
    let refund = mollie(&sandbox, &format!("payments/{id}/refunds"), &part, "").await.json();
    assert_eq!(refund["status"], "pending");
    sandbox.settle();
    let path = format!("/v2/payments/{id}/refunds/{}", refund["id"].as_str().unwrap());
    assert_eq!(
        read(&sandbox, Processor::Mollie, &path).await.unwrap().json()["status"],
        "refunded"
    );
    let elsewhere = path.replace(id, "tr_paid");
    assert_eq!(read(&sandbox, Processor::Mollie, &elsewhere).await.unwrap().code, 404);
    assert_eq!(payment(&sandbox, id).await["amountRemaining"]["value"], "6.00");
    let all = json!({});
    assert_eq!(mollie(&sandbox, &format!("payments/{id}/refunds"), &all, "").await.code, 422);
}

#[tokio::test]
async fn a_decline_is_a_payment_that_failed() {
    let sandbox = Sandbox::start().await.unwrap();
    for row in Processor::Mollie.test_cards() {
        let CardResult::Declined(reason) = row.result else { continue };
        let reply = mollie(&sandbox, "payments", &mollie_body(row.token.unwrap()), "").await;
        assert_eq!((reply.code, &reply.json()["status"]), (201, &"failed".into()));
        assert_eq!(reply.json()["details"]["failureReason"], reason);
    }
}

#[tokio::test]
async fn without_a_token_the_customer_goes_to_the_page() {
    let sandbox = Sandbox::start().await.unwrap();
    for (outcome, status) in [("success", "paid"), ("failure", "failed")] {
        let mut body = mollie_body("");
        body["method"] = "ideal".into();
        let told = mollie(&sandbox, "payments", &body, "").await.json();
        assert_eq!(told["status"], "open");
        let url = told["_links"]["checkout"]["href"].as_str().unwrap();
        let path = url.strip_prefix(&format!("http://{}", sandbox.address())).unwrap();
        send(&sandbox, "GET", &format!("{path}?outcome={outcome}"), &[], "").await.unwrap();
        let told = payment(&sandbox, told["id"].as_str().unwrap()).await;
        assert_eq!(told["status"], status);
        assert!(told["_links"].get("checkout").is_none());
    }
}

#[tokio::test]
async fn a_first_payment_makes_a_mandate_until_it_is_revoked() {
    let sandbox = Sandbox::start().await.unwrap();
    let customer = mollie(&sandbox, "customers", &json!({ "name": "A. Payer" }), "").await.json();
    assert_eq!(customer["name"], "A. Payer");
    let customer = customer["id"].clone();
    let mut first = mollie_body("tkn_visa");
    first["sequenceType"] = "first".into();
    first["amount"]["value"] = "0.00".into();
    assert_eq!(mollie(&sandbox, "payments", &first, "").await.code, 422);
    first["customerId"] = customer.clone();
    let told = mollie(&sandbox, "payments", &first, "").await.json();
    assert_eq!(told["status"], "paid");
    let mandate = told["mandateId"].as_str().unwrap().to_owned();
    let again = json!({
        "amount": { "currency": "EUR", "value": "5.00" },
        "description": "again",
        "sequenceType": "recurring",
        "customerId": customer,
        "mandateId": mandate,
    });
    assert_eq!(mollie(&sandbox, "payments", &again, "").await.json()["status"], "paid");
    let path = format!("/mollie/v2/customers/{}/mandates/{mandate}", customer.as_str().unwrap());
    assert_eq!(delete(&sandbox, &path).await.code, 204);
    assert_eq!(delete(&sandbox, &path).await.code, 404);
    assert_eq!(mollie(&sandbox, "payments", &again, "").await.code, 422);
}

async fn delete(sandbox: &Sandbox, path: &str) -> Reply {
    let key = sandbox.credentials(Processor::Mollie)["api_key"].as_str().unwrap().to_owned();
    let authorization = format!("Bearer {key}");
    send(sandbox, "DELETE", path, &[("authorization", &authorization)], "").await.unwrap()
}

#[tokio::test]
async fn a_body_is_refused_with_the_field() {
    let sandbox = Sandbox::start().await.unwrap();
    for (name, value, field) in [
        ("amount", json!({ "currency": "EUR", "value": "10.0" }), "amount"),
        ("amount", json!({ "currency": "JPY", "value": "10.00" }), "amount"),
        ("amount", json!({ "currency": "EUR", "value": "0.00" }), "amount"),
        ("description", json!(""), "description"),
        ("redirectUrl", Value::Null, "redirectUrl"),
        ("cardToken", json!("tkn_unknown"), "cardToken"),
        ("sequenceType", json!("last"), "sequenceType"),
    ] {
        let mut body = mollie_body("tkn_visa");
        body[name] = value;
        let reply = mollie(&sandbox, "payments", &body, "").await;
        assert_eq!((reply.code, &reply.json()["field"]), (422, &field.into()), "{body}");
    }
    let again = mollie_body("tkn_visa");
    let first = mollie(&sandbox, "payments", &again, "k1").await.json();
    assert_eq!(mollie(&sandbox, "payments", &again, "k1").await.json(), first);
}
