//! Each processor's wire: what it answers, and how it refuses.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "this is only compiled for tests")]

mod client;

use client::{details_request, post_details, read, send};
use connector_sandbox::{Kind, Payment, Processor, Refund, Sandbox};

#[tokio::test]
async fn stripe_moves_from_read_to_read() {
    let sandbox = Sandbox::start().await.unwrap();
    let path = "/v1/payment_intents/pi_processing_then_succeeded";
    for status in ["processing", "processing", "succeeded", "succeeded"] {
        let reply = read(&sandbox, Processor::Stripe, path).await.unwrap();
        assert_eq!((reply.code, reply.json()["status"].as_str()), (200, Some(status)));
        assert_eq!(reply.headers["content-type"], "application/json");
    }
}

#[tokio::test]
async fn stripe_expands_the_charge_when_asked() {
    let sandbox = Sandbox::start().await.unwrap();
    let payment = Payment::new(4_200, "eur").status("succeeded");
    let id = sandbox.add_payment(Processor::Stripe, payment);
    sandbox.add_refund(Processor::Stripe, &id, Refund::of(200)).unwrap();
    let path = format!("/v1/payment_intents/{id}");
    let plain = read(&sandbox, Processor::Stripe, &path).await.unwrap().json();
    assert_eq!(plain["currency"], "eur");
    assert!(plain["latest_charge"].as_str().unwrap().starts_with("ch_"));
    for expand in
        ["expand[]=latest_charge", "expand%5B%5D=latest_charge", "expand[0]=latest_charge"]
    {
        let path = format!("{path}?{expand}");
        let charge = read(&sandbox, Processor::Stripe, &path).await.unwrap().json();
        let charge = &charge["latest_charge"];
        assert_eq!(charge["object"], "charge");
        assert_eq!(charge["id"], plain["latest_charge"]);
        assert_eq!(charge["amount_refunded"], 200);
    }
}

#[tokio::test]
async fn stripe_says_why_a_payment_failed() {
    let sandbox = Sandbox::start().await.unwrap();
    let fresh = read(&sandbox, Processor::Stripe, "/v1/payment_intents/pi_requires_payment_method");
    assert!(fresh.await.unwrap().json()["last_payment_error"].is_null());
    let path = "/v1/payment_intents/pi_requires_payment_method_insufficient_funds";
    let failed = read(&sandbox, Processor::Stripe, path).await.unwrap().json();
    assert_eq!(failed["status"], "requires_payment_method");
    assert_eq!(failed["last_payment_error"]["code"], "card_declined");
    assert_eq!(failed["last_payment_error"]["decline_code"], "insufficient_funds");
    assert!(failed["last_payment_error"]["message"].is_string());
    let refund = read(&sandbox, Processor::Stripe, "/v1/refunds/re_failed").await.unwrap().json();
    assert_eq!(
        (&refund["status"], &refund["failure_reason"]),
        (&"failed".into(), &"unknown".into())
    );
}

#[tokio::test]
async fn stripe_refuses_in_its_own_words() {
    let sandbox = Sandbox::start().await.unwrap();
    let path = "/stripe/v1/payment_intents/pi_succeeded";
    for headers in [&[][..], &[("authorization", "Bearer sk_test_wrong")]] {
        let reply = send(&sandbox, "GET", path, headers, "").await.unwrap();
        assert_eq!(reply.code, 401);
        assert_eq!(reply.json()["error"]["type"], "invalid_request_error");
    }
    // base64 of `sk_test_connector_sandbox:`
    let basic = [("authorization", "Basic c2tfdGVzdF9jb25uZWN0b3Jfc2FuZGJveDo=")];
    assert_eq!(send(&sandbox, "GET", path, &basic, "").await.unwrap().code, 200);

    let reply = read(&sandbox, Processor::Stripe, "/v1/payment_intents/pi_none").await.unwrap();
    let error = &reply.json()["error"];
    assert_eq!((reply.code, error["code"].as_str()), (404, Some("resource_missing")));
    assert_eq!(
        (&error["param"], &error["message"]),
        (&"intent".into(), &"No such payment_intent: 'pi_none'".into())
    );
    // A refund's identifier is no payment's, and the other way round.
    for path in ["/v1/payment_intents/re_failed", "/v1/refunds/pi_succeeded", "/v1/nothing", "/"] {
        assert_eq!(read(&sandbox, Processor::Stripe, path).await.unwrap().code, 404, "{path}");
    }
}

#[tokio::test]
async fn checkout_lists_refunds_among_the_actions() {
    let sandbox = Sandbox::start().await.unwrap();
    let id = sandbox.add_payment(Processor::Checkout, Payment::new(900, "GBP").status("Captured"));
    let refund = Refund::of(300).status("unlisted").status("pending").status("declined:20051");
    let refund = sandbox.add_refund(Processor::Checkout, &id, refund).unwrap();
    let mut seen = Vec::new();
    for _ in 0..3 {
        let path = format!("/payments/{id}/actions");
        let actions = read(&sandbox, Processor::Checkout, &path).await.unwrap().json();
        let actions = actions.as_array().unwrap();
        let kinds: Vec<&str> = actions.iter().map(|a| a["type"].as_str().unwrap()).collect();
        assert!(kinds.ends_with(&["Capture", "Authorization"]), "{kinds:?}");
        let refund = actions.iter().find(|action| action["id"] == refund.as_str());
        seen.push(refund.map(|a| (a.get("approved").cloned(), a["response_code"].clone())));
    }
    let pending = Some((None, "".into()));
    assert_eq!(seen, [None, pending, Some((Some(false.into()), "20051".into()))]);
}

#[tokio::test]
async fn checkout_refuses_without_a_body() {
    let sandbox = Sandbox::start().await.unwrap();
    let case = sandbox.cases().iter().find(|case| case.processor == Processor::Checkout).unwrap();
    let path = format!("/checkout/payments/{}", case.id);
    let raw_key = sandbox.credentials(Processor::Checkout)["api_key"].clone();
    for headers in [&[][..], &[("authorization", raw_key.as_str().unwrap())]] {
        let reply = send(&sandbox, "GET", &path, headers, "").await.unwrap();
        assert_eq!((reply.code, reply.body.len()), (401, 0));
    }
    let reply = read(&sandbox, Processor::Checkout, "/payments/pay_none").await.unwrap();
    assert_eq!((reply.code, reply.body.len()), (404, 0));
    // A payment is found by its session too.
    let by_session = format!("/payments/{}", case.id.replacen("pay_", "sid_", 1));
    let payment = read(&sandbox, Processor::Checkout, &by_session).await.unwrap().json();
    assert_eq!(payment["id"], case.id.as_str());
    assert!(payment["actions"].is_array());
}

#[tokio::test]
async fn authorizenet_answers_200_with_a_byte_order_mark() {
    let sandbox = Sandbox::start().await.unwrap();
    let cases = sandbox.cases().iter().filter(|case| case.processor == Processor::AuthorizeNet);
    let refund = cases.clone().find(|case| case.kind == Kind::Refund).unwrap();
    let reply = read(&sandbox, Processor::AuthorizeNet, &refund.id).await.unwrap();
    assert_eq!((reply.code, &reply.body[..3]), (200, &b"\xEF\xBB\xBF"[..]));
    let reply = reply.json();
    assert_eq!(
        (&reply["messages"]["resultCode"], &reply["refId"]),
        (&"Ok".into(), &"ref-1".into())
    );
    let transaction = &reply["transaction"];
    assert_eq!(transaction["transactionType"], "refundTransaction");
    assert_eq!(transaction["transId"].as_str(), Some(refund.id.as_str()));
    assert_eq!(transaction["refTransId"].as_str(), refund.payment_id.as_deref());
    assert_eq!(transaction["authAmount"], 12.34);
    assert_eq!(transaction["transactionStatus"].as_str(), refund.steps[0].status());
}

#[tokio::test]
async fn authorizenet_has_a_code_for_every_refusal() {
    let sandbox = Sandbox::start().await.unwrap();
    let credentials = sandbox.credentials(Processor::AuthorizeNet);
    let name = credentials["name"].as_str().unwrap();
    let key = credentials["transaction_key"].as_str().unwrap();
    let swapped = format!(
        r#"{{"getTransactionDetailsRequest":{{"transId":"1","merchantAuthentication":{{"name":"{name}","transactionKey":"{key}"}}}}}}"#
    );
    for (body, code) in [
        (details_request(name, key, "1"), "E00040"),
        (details_request(name, "wrong", "60000000100"), "E00007"),
        (details_request(name, key, "abc"), "E00003"),
        (swapped, "E00003"),
        ("{".repeat(10_000), "E00003"),
    ] {
        let reply = post_details(&sandbox, &body).await.unwrap();
        assert_eq!((reply.code, reply.headers["content-type"].as_str()), (200, "application/json"));
        let messages = &reply.json()["messages"];
        assert_eq!(
            (&messages["resultCode"], &messages["message"][0]["code"]),
            (&"Error".into(), &code.into())
        );
    }
    let elsewhere = send(&sandbox, "POST", "/authorizenet/xml/v2", &[], "{}").await.unwrap();
    assert_eq!(elsewhere.code, 404);
}

#[tokio::test]
async fn requests_are_remembered_without_their_secrets() {
    let sandbox = Sandbox::start().await.unwrap();
    read(&sandbox, Processor::Stripe, "/v1/refunds/re_failed?a=b").await.unwrap();
    read(&sandbox, Processor::AuthorizeNet, "1").await.unwrap();
    let requests = sandbox.requests();
    assert_eq!(requests.len(), 2);
    assert_eq!(
        (requests[0].method.as_str(), requests[0].path.as_str()),
        ("GET", "/stripe/v1/refunds/re_failed?a=b")
    );
    assert_eq!(requests[0].header("authorization"), Some("***"));
    assert!(requests[1].body_length > 100);
    assert!(!format!("{requests:?}").contains("sk_test"));
}
