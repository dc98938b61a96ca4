//! Cybersource: payments, captures, reversals, voids, refunds, and the records of them.

use connector_sandbox::{Processor, Sandbox};
use serde_json::{Value, json};

use crate::client::{Reply, read, send, signed};

async fn order(sandbox: &Sandbox, method: &str, path: &str, body: &Value) -> Reply {
    signed(sandbox, method, &format!("/pts/v2/{path}"), &body.to_string()).await.unwrap()
}

async fn record(sandbox: &Sandbox, id: &str) -> Value {
    let path = format!("/tss/v2/transactions/{id}");
    read(sandbox, Processor::Cybersource, &path).await.unwrap().json()
}

fn payment(code: &str, capture: bool) -> Value {
    json!({
        "clientReferenceInformation": { "code": code },
        "processingInformation": { "capture": capture },
        "paymentInformation": { "card": {
            "number": "4111111111111111", "expirationMonth": "12", "expirationYear": "2030",
        }},
        "orderInformation": { "amountDetails": { "totalAmount": "10.00", "currency": "USD" } },
    })
}

fn amount(value: &str) -> Value {
    json!({ "orderInformation": { "amountDetails": { "totalAmount": value, "currency": "USD" } } })
}

async fn paid(sandbox: &Sandbox, code: &str, capture: bool) -> String {
    let told = order(sandbox, "POST", "payments", &payment(code, capture)).await;
    assert_eq!((told.code, &told.json()["status"]), (201, &"AUTHORIZED".into()));
    told.json()["id"].as_str().unwrap().to_owned()
}

#[tokio::test]
async fn a_capture_has_a_record_of_its_own_and_the_authorization_does_not_tell_of_it() {
    let sandbox = Sandbox::start().await.unwrap();
    let id = paid(&sandbox, "order-1", false).await;
    let captures = format!("payments/{id}/captures");
    assert_eq!(order(&sandbox, "POST", &captures, &amount("10.01")).await.code, 400);
    let told = order(&sandbox, "POST", &captures, &amount("3.00")).await.json();
    assert_eq!(told["status"], "PENDING");
    assert_eq!(order(&sandbox, "POST", &captures, &amount("1.00")).await.code, 400);
    let capture = told["id"].as_str().unwrap();
    assert_ne!(capture, id);
    let status = |record: &Value| record["applicationInformation"]["status"].clone();
    assert_eq!(status(&record(&sandbox, &id).await), "AUTHORIZED");
    sandbox.settle();
    let told = record(&sandbox, capture).await;
    assert_eq!((&status(&told), &told["rootId"]), (&"TRANSMITTED".into(), &id.as_str().into()));
    assert_eq!(told["orderInformation"]["amountDetails"]["totalAmount"], "3.00");

    let refunds = format!("captures/{capture}/refunds");
    assert_eq!(order(&sandbox, "POST", &refunds, &amount("3.01")).await.code, 400);
    let refund = order(&sandbox, "POST", &refunds, &amount("2.00")).await.json();
    assert_eq!(refund["refundAmountDetails"]["refundAmount"], "2.00");
    let refund = refund["id"].as_str().unwrap().to_owned();
    assert_eq!(status(&record(&sandbox, &refund).await), "PENDING");
    sandbox.settle();
    assert_eq!(status(&record(&sandbox, &refund).await), "TRANSMITTED");
}

#[tokio::test]
async fn what_is_let_go_is_reversed_before_its_capture_and_voided_after_it() {
    let sandbox = Sandbox::start().await.unwrap();
    let id = paid(&sandbox, "order-1", false).await;
    let details = json!({ "amountDetails": { "totalAmount": "10.00", "currency": "USD" } });
    let all = json!({ "reversalInformation": details });
    let reversals = format!("payments/{id}/reversals");
    let told = order(&sandbox, "POST", &reversals, &all).await.json();
    assert_eq!(told["status"], "REVERSED");
    assert_eq!(order(&sandbox, "POST", &reversals, &all).await.code, 400);

    let id = paid(&sandbox, "order-2", false).await;
    let told = order(&sandbox, "POST", &format!("payments/{id}/captures"), &amount("10.00")).await;
    let capture = told.json()["id"].as_str().unwrap().to_owned();
    let voids = format!("captures/{capture}/voids");
    let told = order(&sandbox, "POST", &voids, &json!({})).await.json();
    assert_eq!(told["status"], "VOIDED");
    let told = record(&sandbox, &capture).await;
    assert_eq!(told["applicationInformation"]["status"], "VOIDED");
}

#[tokio::test]
async fn more_is_held() {
    let sandbox = Sandbox::start().await.unwrap();
    let id = paid(&sandbox, "order-1", false).await;
    let details = json!({ "amountDetails": { "additionalAmount": "5.00", "currency": "USD" } });
    let more = json!({ "orderInformation": details });
    let told = order(&sandbox, "PATCH", &format!("payments/{id}"), &more).await.json();
    assert_eq!(told["status"], "AUTHORIZED");
    let held = record(&sandbox, &id).await;
    assert_eq!(held["orderInformation"]["amountDetails"]["totalAmount"], "15.00");
}

#[tokio::test]
async fn the_reference_of_a_moment_ago_is_a_duplicate() {
    let sandbox = Sandbox::start().await.unwrap();
    paid(&sandbox, "order-1", true).await;
    let again = order(&sandbox, "POST", "payments", &payment("order-1", true)).await;
    assert_eq!((again.code, &again.json()["reason"]), (400, &"DUPLICATE_REQUEST".into()));
}

#[tokio::test]
async fn nothing_is_carried_out_without_a_signature_that_is_right() {
    let sandbox = Sandbox::start().await.unwrap();
    let path = "/cybersource/pts/v2/payments";
    let body = payment("order-1", true).to_string();
    let merchant = sandbox.credentials(Processor::Cybersource)["merchant_id"].clone();
    let merchant = merchant.as_str().unwrap();
    let signature = "keyid=\"c0ffee00-0000-4000-8000-000000000001\", algorithm=\"HmacSHA256\", \
                     headers=\"host date request-target digest v-c-merchant-id\", signature=\"AAAA\"";
    let headers = [
        ("v-c-merchant-id", merchant),
        ("date", "Thu, 01 Jan 2026 12:00:00 GMT"),
        ("digest", "SHA-256=47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU="),
        ("signature", signature),
    ];
    for number in 0..=headers.len() {
        let told = send(&sandbox, "POST", path, &headers[..number], &body).await.unwrap();
        assert_eq!(told.code, 401);
        assert_eq!(told.json()["response"]["rmsg"], "Authentication Failed");
    }
}

#[tokio::test]
async fn what_was_taken_is_not_reversed_and_what_is_held_is_not_voided() {
    let sandbox = Sandbox::start().await.unwrap();
    let details = json!({ "amountDetails": { "totalAmount": "10.00", "currency": "USD" } });
    let all = json!({ "reversalInformation": details });
    let id = paid(&sandbox, "order-1", true).await;
    let told = order(&sandbox, "POST", &format!("payments/{id}/reversals"), &all).await;
    let reason = &told.json()["reason"];
    assert_eq!((told.code, reason), (400, &"TRANSACTION_ALREADY_REVERSED_OR_SETTLED".into()));

    let id = paid(&sandbox, "order-2", false).await;
    let capture = id.replacen('7', "8", 1);
    let voids = format!("captures/{capture}/voids");
    let told = order(&sandbox, "POST", &voids, &json!({})).await;
    assert_eq!((told.code, &told.json()["reason"]), (400, &"NOT_VOIDABLE".into()));
    let reversals = format!("payments/{id}/reversals");
    assert_eq!(order(&sandbox, "POST", &reversals, &all).await.code, 201);
    let path = format!("/tss/v2/transactions/{capture}");
    assert_eq!(read(&sandbox, Processor::Cybersource, &path).await.unwrap().code, 404);
}

#[tokio::test]
async fn a_card_is_kept_paid_with_and_forgotten() {
    let sandbox = Sandbox::start().await.unwrap();
    let mut keep = payment("keep-1", false);
    keep["processingInformation"]["actionList"] = json!(["TOKEN_CREATE"]);
    keep["orderInformation"]["amountDetails"]["totalAmount"] = json!("0.00");
    let told = order(&sandbox, "POST", "payments", &keep).await.json();
    assert_eq!(told["status"], "AUTHORIZED");
    let token = told["tokenInformation"]["paymentInstrument"]["id"].as_str().unwrap().to_owned();

    let again = |code: &str| {
        let mut again = payment(code, true);
        again["paymentInformation"] = json!({ "paymentInstrument": { "id": token } });
        again
    };
    let told = order(&sandbox, "POST", "payments", &again("order-1")).await;
    assert_eq!((told.code, &told.json()["tokenInformation"]), (201, &Value::Null));
    let path = format!("/tms/v1/paymentinstruments/{token}");
    assert_eq!(signed(&sandbox, "DELETE", &path, "").await.unwrap().code, 204);
    assert_eq!(signed(&sandbox, "DELETE", &path, "").await.unwrap().code, 404);
    let told = order(&sandbox, "POST", "payments", &again("order-2")).await;
    assert_eq!((told.code, &told.json()["reason"]), (400, &"INVALID_DATA".into()));
}
