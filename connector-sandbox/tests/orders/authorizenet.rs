//! Authorize.Net: transactions, and the night in which they settle.

use connector_sandbox::{Processor, Sandbox};
use serde_json::Value;

use crate::client::read;
use crate::merchant::{authorizenet, authorizenet_payment};

const VISA: &str = "4111111111111111";

fn response(reply: &Value) -> &Value {
    &reply["transactionResponse"]
}

async fn pay(sandbox: &Sandbox, kind: &str, amount: &str, more: &str) -> Value {
    let reply = authorizenet(sandbox, &authorizenet_payment(kind, amount, VISA, more)).await;
    assert_eq!(reply.code, 200);
    reply.json()
}

async fn held(sandbox: &Sandbox, amount: &str) -> String {
    let told = pay(sandbox, "authOnlyTransaction", amount, "").await;
    assert_eq!(response(&told)["responseCode"], "1", "{told:#}");
    response(&told)["transId"].as_str().unwrap().to_owned()
}

async fn follow(sandbox: &Sandbox, kind: &str, id: &str, amount: &str) -> Value {
    let amount = if amount.is_empty() { String::new() } else { format!(r#""amount":{amount},"#) };
    let transaction = format!(r#""transactionType":"{kind}",{amount}"refTransId":"{id}""#);
    authorizenet(sandbox, &transaction).await.json()
}

async fn refund(sandbox: &Sandbox, id: &str, amount: &str, last4: &str) -> Value {
    let transaction = format!(
        r#""transactionType":"refundTransaction","amount":"{amount}","payment":{{"creditCard":{{"cardNumber":"{last4}","expirationDate":"XXXX"}}}},"refTransId":"{id}""#
    );
    authorizenet(sandbox, &transaction).await.json()
}

async fn status(sandbox: &Sandbox, id: &str) -> String {
    let details = read(sandbox, Processor::AuthorizeNet, id).await.unwrap().json();
    details["transaction"]["transactionStatus"].as_str().unwrap().to_owned()
}

fn error(reply: &Value) -> &str {
    assert_eq!(reply["messages"]["resultCode"], "Error", "{reply:#}");
    assert_eq!(
        (&response(reply)["responseCode"], &response(reply)["transId"]),
        (&"3".into(), &"".into())
    );
    response(reply)["errors"][0]["errorCode"].as_str().unwrap()
}

#[tokio::test]
async fn money_is_given_back_after_the_night() {
    let sandbox = Sandbox::start().await.unwrap();
    let id = held(&sandbox, "10.00").await;
    assert_eq!(status(&sandbox, &id).await, "authorizedPendingCapture");
    let captured = follow(&sandbox, "priorAuthCaptureTransaction", &id, "8.5").await;
    assert_eq!(response(&captured)["transId"], id.as_str());
    assert_eq!(status(&sandbox, &id).await, "capturedPendingSettlement");
    assert_eq!(error(&refund(&sandbox, &id, "1.00", "1111").await), "54");
    sandbox.settle();
    assert_eq!(status(&sandbox, &id).await, "settledSuccessfully");
    assert_eq!(error(&refund(&sandbox, &id, "1.00", "1112").await), "54");
    assert_eq!(error(&refund(&sandbox, &id, "8.51", "1111").await), "55");
    let back = refund(&sandbox, &id, "8.00", "1111").await;
    let refund_id = response(&back)["transId"].as_str().unwrap().to_owned();
    assert_eq!(response(&back)["refTransID"], id.as_str());
    assert_eq!(status(&sandbox, &refund_id).await, "refundPendingSettlement");
    assert_eq!(error(&refund(&sandbox, &id, "8.00", "1111").await), "11");
    assert_eq!(error(&refund(&sandbox, &id, "0.51", "1111").await), "55");
    sandbox.settle();
    assert_eq!(status(&sandbox, &refund_id).await, "refundSettledSuccessfully");
    let details = read(&sandbox, Processor::AuthorizeNet, &id).await.unwrap().json();
    assert_eq!(
        (&details["transaction"]["authAmount"], &details["transaction"]["settleAmount"]),
        (&10.0.into(), &8.5.into())
    );
}

#[tokio::test]
async fn a_void_goes_before_the_night() {
    let sandbox = Sandbox::start().await.unwrap();
    let id = held(&sandbox, "11").await;
    follow(&sandbox, "priorAuthCaptureTransaction", &id, "").await;
    let void = follow(&sandbox, "voidTransaction", &id, "").await;
    assert_eq!(
        (&response(&void)["responseCode"], status(&sandbox, &id).await.as_str()),
        (&"1".into(), "voided")
    );
    let late = pay(&sandbox, "authCaptureTransaction", "12.00", "").await;
    let late = response(&late)["transId"].as_str().unwrap();
    sandbox.settle();
    assert_eq!(error(&follow(&sandbox, "voidTransaction", late, "").await), "16");
    assert_eq!(status(&sandbox, late).await, "settledSuccessfully");
}

/// The processor answers that as approved, and says the rest in a message; nothing moves.
#[tokio::test]
async fn to_capture_or_to_void_again_moves_nothing() {
    let sandbox = Sandbox::start().await.unwrap();
    let id = held(&sandbox, "13").await;
    assert_eq!(error(&follow(&sandbox, "priorAuthCaptureTransaction", &id, "13.01").await), "47");
    follow(&sandbox, "priorAuthCaptureTransaction", &id, "5").await;
    let again = follow(&sandbox, "priorAuthCaptureTransaction", &id, "8").await;
    assert_eq!(response(&again)["messages"][0]["code"], "311");
    let details = read(&sandbox, Processor::AuthorizeNet, &id).await.unwrap().json();
    assert_eq!(details["transaction"]["settleAmount"], 5.0);
    follow(&sandbox, "voidTransaction", &id, "").await;
    let again = follow(&sandbox, "voidTransaction", &id, "").await;
    assert_eq!(response(&again)["messages"][0]["code"], "310");
    assert_eq!(error(&follow(&sandbox, "priorAuthCaptureTransaction", &id, "").await), "16");
}

#[tokio::test]
async fn the_bank_declines_by_postcode() {
    let sandbox = Sandbox::start().await.unwrap();
    let address = r#","billTo":{"firstName":"A","lastName":"Payer","zip":"46282"}"#;
    let told = pay(&sandbox, "authCaptureTransaction", "14", address).await;
    let response = response(&told);
    assert_eq!(
        (&told["messages"]["resultCode"], &response["responseCode"]),
        (&"Ok".into(), &"2".into())
    );
    assert_eq!(response["errors"][0]["errorCode"], "2");
    let id = response["transId"].as_str().unwrap();
    assert_eq!(status(&sandbox, id).await, "declined");
    assert_eq!(error(&follow(&sandbox, "priorAuthCaptureTransaction", id, "").await), "16");
}

#[tokio::test]
async fn the_same_within_two_minutes_is_a_duplicate() {
    let sandbox = Sandbox::start().await.unwrap();
    let order = r#","order":{"invoiceNumber":"1"}"#;
    assert_eq!(
        response(&pay(&sandbox, "authCaptureTransaction", "15", order).await)["responseCode"],
        "1"
    );
    assert_eq!(error(&pay(&sandbox, "authCaptureTransaction", "15.00", order).await), "11");
    for other in [
        r#","order":{"invoiceNumber":"2"}"#,
        r#","order":{"invoiceNumber":"1"},"transactionSettings":{"setting":[{"settingName":"duplicateWindow","settingValue":"0"}]}"#,
    ] {
        let told = pay(&sandbox, "authCaptureTransaction", "15", other).await;
        assert_eq!(response(&told)["responseCode"], "1", "{other}");
    }
}

#[tokio::test]
async fn what_cannot_be_is_refused() {
    let sandbox = Sandbox::start().await.unwrap();
    let kind = "authCaptureTransaction";
    let payment = |amount: &str, number: &str| authorizenet_payment(kind, amount, number, "");
    for (transaction, code) in [
        (payment("1", "4111111111111112"), "6"),
        (payment("1", VISA).replace("2030", "2020"), "8"),
        (payment("0", VISA), "5"),
    ] {
        assert_eq!(error(&authorizenet(&sandbox, &transaction).await.json()), code);
    }
    assert_eq!(error(&follow(&sandbox, "voidTransaction", "1", "").await), "16");
    for transaction in [
        payment("1.001", VISA),
        payment("1", VISA).replace("authCaptureTransaction", "giveTransaction"),
        format!(r#""amount":"1","transactionType":"{kind}""#),
        r#""transactionType":"authOnlyTransaction","amount":"1""#.to_owned(),
    ] {
        let reply = authorizenet(&sandbox, &transaction).await.json();
        assert_eq!(reply["messages"]["message"][0]["code"], "E00003", "{transaction}");
    }
}
