//! PayPal: orders, with their authorizations and captures, and the tokens without which none is read.

use connector_sandbox::{CardCondition, CardResult, Processor, Sandbox};
use serde_json::{Value, json};

use crate::client::{read, send};
use crate::merchant::{paypal, paypal_body};

const VISA: &str = "4012888888881881";

async fn order(sandbox: &Sandbox, id: &str) -> Value {
    let path = format!("/v2/checkout/orders/{id}");
    read(sandbox, Processor::PayPal, &path).await.unwrap().json()
}

/// The order, and its authorization.
async fn held(sandbox: &Sandbox) -> (String, String) {
    let body = paypal_body("AUTHORIZE", VISA, "A. Payer");
    let reply = paypal(sandbox, "v2/checkout/orders", &body, "").await;
    let told = reply.json();
    let authorization = &told["purchase_units"][0]["payments"]["authorizations"][0];
    assert_eq!((reply.code, &authorization["status"]), (201, &"CREATED".into()), "{told:#}");
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    (text(&told["id"]), text(&authorization["id"]))
}

#[tokio::test]
async fn what_is_held_is_taken_in_parts_and_given_back() {
    let sandbox = Sandbox::start().await.unwrap();
    let (id, authorization) = held(&sandbox).await;
    let path = format!("v2/payments/authorizations/{authorization}/capture");
    let part = json!({ "amount": { "currency_code": "USD", "value": "3.00" } });
    let first = paypal(&sandbox, &path, &part, "").await;
    assert_eq!((first.code, &first.json()["amount"]["value"]), (201, &"3.00".into()));
    assert_eq!(first.json()["supplementary_data"]["related_ids"]["order_id"], id.as_str());
    let payments = order(&sandbox, &id).await["purchase_units"][0]["payments"].clone();
    assert_eq!(payments["authorizations"][0]["status"], "PARTIALLY_CAPTURED");
    assert_eq!(payments["captures"][0]["final_capture"], false);

    let rest = paypal(&sandbox, &path, &json!({ "final_capture": true }), "").await;
    assert_eq!((rest.code, &rest.json()["amount"]["value"]), (201, &"7.00".into()));
    let late = paypal(&sandbox, &path, &Value::Null, "").await;
    assert_eq!(late.code, 422);
    assert_eq!(late.json()["details"][0]["issue"], "AUTHORIZATION_ALREADY_CAPTURED");

    let capture = rest.json()["id"].as_str().unwrap().to_owned();
    let path = format!("v2/payments/captures/{capture}/refund");
    let too_much = json!({ "amount": { "currency_code": "USD", "value": "10.01" } });
    let refused = paypal(&sandbox, &path, &too_much, "").await;
    assert_eq!(refused.json()["details"][0]["issue"], "REFUND_AMOUNT_EXCEEDED");
    let refund = paypal(&sandbox, &path, &part, "").await;
    assert_eq!((refund.code, &refund.json()["status"]), (201, &"COMPLETED".into()));
}

#[tokio::test]
async fn what_is_voided_is_not_taken() {
    let sandbox = Sandbox::start().await.unwrap();
    let (_, authorization) = held(&sandbox).await;
    let path = format!("v2/payments/authorizations/{authorization}");
    let voided = paypal(&sandbox, &format!("{path}/void"), &Value::Null, "").await;
    assert_eq!((voided.code, &voided.json()["status"]), (200, &"VOIDED".into()));
    assert_eq!(paypal(&sandbox, &format!("{path}/capture"), &Value::Null, "").await.code, 422);
}

#[tokio::test]
async fn every_published_card_does_what_is_published_of_it() {
    let sandbox = Sandbox::start().await.unwrap();
    for row in Processor::PayPal.test_cards() {
        let name = match row.condition {
            CardCondition::Holder(name) => name,
            _ => "A. Payer",
        };
        let body = paypal_body("CAPTURE", row.number, name);
        let told = paypal(&sandbox, "v2/checkout/orders", &body, "").await.json();
        let capture = &told["purchase_units"][0]["payments"]["captures"][0];
        let (status, code) = match row.result {
            CardResult::Declined(code) => ("DECLINED", code),
            _ => ("COMPLETED", "0000"),
        };
        assert_eq!(capture["status"], status, "{row:?}");
        assert_eq!(capture["processor_response"]["response_code"], code, "{row:?}");
    }
}

#[tokio::test]
async fn a_card_is_kept_and_pays_again_and_a_key_counts_once() {
    let sandbox = Sandbox::start().await.unwrap();
    let card = paypal_body("CAPTURE", VISA, "A. Payer")["payment_source"].clone();
    let kept =
        paypal(&sandbox, "v3/vault/payment-tokens", &json!({ "payment_source": card }), "").await;
    assert_eq!(kept.code, 201);
    let mut body = paypal_body("CAPTURE", VISA, "A. Payer");
    body["payment_source"] = json!({ "card": { "vault_id": kept.json()["id"] } });
    let first = paypal(&sandbox, "v2/checkout/orders", &body, "key-1").await.json();
    let again = paypal(&sandbox, "v2/checkout/orders", &body, "key-1").await.json();
    assert_eq!(first["id"], again["id"]);
}

#[tokio::test]
async fn an_order_is_announced_first_and_paid_later() {
    let sandbox = Sandbox::start().await.unwrap();
    let mut body = paypal_body("CAPTURE", VISA, "A. Payer");
    let source = body.as_object_mut().unwrap().remove("payment_source").unwrap();
    let announced = paypal(&sandbox, "v2/checkout/orders", &body, "").await.json();
    assert_eq!(announced["status"], "CREATED");
    let path = format!("v2/checkout/orders/{}/capture", announced["id"].as_str().unwrap());
    let paid = paypal(&sandbox, &path, &json!({ "payment_source": source }), "").await.json();
    assert_eq!(paid["purchase_units"][0]["payments"]["captures"][0]["status"], "COMPLETED");
}

#[tokio::test]
async fn without_the_apps_secret_there_is_no_token_and_without_a_token_no_answer() {
    let sandbox = Sandbox::start().await.unwrap();
    let form = "grant_type=client_credentials";
    let wrong = [("authorization", "Basic d3Jvbmc6d3Jvbmc=")];
    let refused = send(&sandbox, "POST", "/paypal/v1/oauth2/token", &wrong, form).await.unwrap();
    assert_eq!((refused.code, &refused.json()["error"]), (401, &"invalid_client".into()));
    for headers in [&[][..], &[("authorization", "Bearer wrong")]] {
        let path = "/paypal/v2/checkout/orders/ORDER000000000100";
        let reply = send(&sandbox, "GET", path, headers, "").await.unwrap();
        assert_eq!((reply.code, &reply.json()["name"]), (401, &"AUTHENTICATION_FAILURE".into()));
    }
}
