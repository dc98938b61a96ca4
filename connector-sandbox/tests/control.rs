//! The control API.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "this is only compiled for tests")]

mod client;

use client::{payment_path, read, send};
use connector_sandbox::{Processor, Sandbox};
use serde_json::{Value, json};

async fn post(sandbox: &Sandbox, what: &str, body: &str) -> (u16, Value) {
    let reply = send(sandbox, "POST", &format!("/_sandbox/{what}"), &[], body).await.unwrap();
    (reply.code, reply.json())
}

#[tokio::test]
async fn payments_and_refunds_can_be_added() {
    let sandbox = Sandbox::start().await.unwrap();
    let script = json!({
        "processor": "stripe", "amount": 700, "currency": "jpy",
        "steps": ["processing", "!server_error", "succeeded"],
    });
    let (code, added) = post(&sandbox, "payments", &script.to_string()).await;
    assert_eq!(code, 201);
    let id = added["id"].as_str().unwrap();
    let path = payment_path(Processor::Stripe, id);
    let mut codes = Vec::new();
    for _ in 0..3 {
        codes.push(read(&sandbox, Processor::Stripe, &path).await.unwrap().code);
    }
    assert_eq!(codes, [200, 500, 200]);

    let script = json!({ "processor": "stripe", "payment_id": id, "steps": ["pending"] });
    let (code, added) = post(&sandbox, "refunds", &script.to_string()).await;
    assert_eq!(code, 201);
    let path = format!("/v1/refunds/{}", added["id"].as_str().unwrap());
    let refund = read(&sandbox, Processor::Stripe, &path).await.unwrap().json();
    assert_eq!((&refund["amount"], &refund["status"]), (&700.into(), &"pending".into()));
}

#[tokio::test]
async fn a_mistake_is_told_what_to_do() {
    let sandbox = Sandbox::start().await.unwrap();
    let payment = |processor: &str, amount: i64, currency: &str, step: &str| {
        json!({ "processor": processor, "amount": amount, "currency": currency, "steps": [step] })
            .to_string()
    };
    for (what, body, hint) in [
        ("payments", String::new(), "send a JSON object such as"),
        ("payments", "{\"processor\":\"stripe\",\"sum\":1}".into(), "unknown field `sum`"),
        ("payments", payment("nobody", 1, "USD", "x"), "there are stripe, checkout"),
        ("payments", payment("stripe", 1, "USD", "suceeded"), "requires_capture"),
        ("payments", payment("stripe", 1, "USD", "!rest"), "`!reset`"),
        ("payments", payment("stripe", -1, "USD", "succeeded"), "not negative"),
        ("payments", payment("stripe", 1, "Yen", "!rést"), "`!reset`"),
        ("payments", payment("stripe", 1, "¥", "succeeded"), "three letters"),
        (
            "refunds",
            "{\"processor\":\"stripe\",\"payment_id\":\"pi_no\"}".into(),
            "add the payment",
        ),
    ] {
        let (code, error) = post(&sandbox, what, &body).await;
        let text = error["error"].as_str().unwrap();
        assert!(code == 400 && text.contains(hint), "{body}: {code} {text}");
    }
    assert_eq!(post(&sandbox, "nothing", "").await.0, 404);
}

#[tokio::test]
async fn cases_and_credentials_are_listed() {
    let sandbox = Sandbox::start().await.unwrap();
    let list = send(&sandbox, "GET", "/_sandbox/cases", &[], "").await.unwrap().json();
    let list = list["cases"].as_array().unwrap();
    assert_eq!(list.len(), sandbox.cases().len());
    assert!(
        list.iter().any(|case| case["id"] == "re_failed" && case["payment_id"] == "pi_of_failed")
    );
    let all = send(&sandbox, "GET", "/_sandbox/credentials", &[], "").await.unwrap().json();
    for processor in Processor::ALL {
        assert_eq!(all[processor.name()], sandbox.credentials(*processor));
        assert_eq!(all[processor.name()]["base_url"], sandbox.base_url(*processor).as_str());
    }
}

#[tokio::test]
async fn disputes_can_be_added_and_decided() {
    let sandbox = Sandbox::start().await.unwrap();
    let open = json!({ "processor": "checkout", "status": "evidence_required" });
    let (code, added) = post(&sandbox, "disputes", &open.to_string()).await;
    assert_eq!(code, 201);
    let path = format!("/disputes/{}", added["id"].as_str().unwrap());
    let told = read(&sandbox, Processor::Checkout, &path).await.unwrap().json();
    assert_eq!(told["status"], "evidence_required");
    let won = json!({ "processor": "checkout", "status": "won", "id": added["id"] });
    assert_eq!(post(&sandbox, "disputes", &won.to_string()).await.0, 200);
    let told = read(&sandbox, Processor::Checkout, &path).await.unwrap().json();
    assert_eq!(told["status"], "won");
    for (wrong, why) in [
        (json!({ "processor": "checkout", "status": "wonn" }), "write one of"),
        (json!({ "processor": "klarna", "status": "won" }), "no disputes"),
        (json!({ "processor": "checkout", "status": "won", "id": "dsp_x" }), "no dispute `dsp_x`"),
    ] {
        let (code, told) = post(&sandbox, "disputes", &wrong.to_string()).await;
        assert_eq!(code, 400);
        assert!(told["error"].as_str().unwrap().contains(why), "{told}");
    }
    let all = send(&sandbox, "GET", "/_sandbox/disputes", &[], "").await.unwrap().json();
    assert!(all["disputes"].as_array().unwrap().len() > 45);
}
