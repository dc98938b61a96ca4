//! What goes wrong around an order: before the money moves, or after it.

use connector_sandbox::{Fault, OrderFault, Processor, Sandbox, When};
use serde_json::Value;

use crate::client::{read, send};
use crate::merchant::{authorizenet, authorizenet_payment, checkout, checkout_body};
use crate::merchant::{stripe, stripe_form, try_stripe};

const VISA: &str = "4242424242424242";

async fn payments(sandbox: &Sandbox) -> Vec<Value> {
    let told = send(sandbox, "GET", "/_sandbox/payments", &[], "").await.unwrap().json();
    told["payments"].as_array().unwrap().clone()
}

#[tokio::test]
async fn an_order_that_never_arrives_moves_nothing() {
    for fault in Fault::ALL {
        let Ok(before) = OrderFault::before(*fault) else { continue };
        assert_eq!(before.when(), When::Before);
        let sandbox = Sandbox::start().await.unwrap();
        sandbox.fail_next_order(Processor::Stripe, before);
        let form = stripe_form(VISA, "");
        let spoilt = try_stripe(&sandbox, "payment_intents", &form, "key").await;
        assert_eq!(spoilt.is_err(), *fault == Fault::Reset);
        assert!(payments(&sandbox).await.is_empty(), "{fault}");
        assert_eq!(
            stripe(&sandbox, "payment_intents", &form, "key").await.json()["status"],
            "succeeded"
        );
        assert_eq!(payments(&sandbox).await.len(), 1);
    }
}

#[tokio::test]
async fn an_answer_that_is_lost_is_given_again_under_its_key() {
    for fault in Fault::ALL {
        if matches!(fault, Fault::Slow | Fault::Huge) {
            continue;
        }
        let sandbox = Sandbox::start().await.unwrap();
        sandbox.fail_next_order(Processor::Stripe, OrderFault::after(*fault));
        let form = stripe_form(VISA, "");
        let spoilt = try_stripe(&sandbox, "payment_intents", &form, "key").await;
        let made = payments(&sandbox).await;
        assert_eq!((made.len(), &made[0]["captured"]), (1, &1_000.into()), "{fault}");
        let again = stripe(&sandbox, "payment_intents", &form, "key").await;
        assert_eq!(again.headers["idempotent-replayed"], "true");
        assert_eq!(again.json()["id"], made[0]["id"]);
        assert_eq!(payments(&sandbox).await.len(), 1);
        if *fault == Fault::WrongResource {
            assert_ne!(spoilt.unwrap().json()["id"], made[0]["id"]);
        }
    }
}

#[tokio::test]
async fn the_money_has_moved_at_every_processor() {
    let sandbox = Sandbox::start().await.unwrap();
    for processor in Processor::ALL {
        sandbox.fail_next_order(*processor, OrderFault::after(Fault::ServerError));
    }
    let body = checkout_body(VISA);
    assert_eq!(checkout(&sandbox, "payments", &body, "k").await.code, 500);
    let again = checkout(&sandbox, "payments", &body, "k").await.json();
    let sync = format!("/payments/{}", again["id"].as_str().unwrap());
    assert_eq!(
        read(&sandbox, Processor::Checkout, &sync).await.unwrap().json()["status"],
        "Captured"
    );
    // Without keys, the check for duplicates is what is left.
    let payment = authorizenet_payment("authCaptureTransaction", "1.00", "4111111111111111", "");
    assert_eq!(authorizenet(&sandbox, &payment).await.code, 500);
    let again = authorizenet(&sandbox, &payment).await.json();
    assert_eq!(again["transactionResponse"]["errors"][0]["errorCode"], "11");
    let made = payments(&sandbox).await;
    assert_eq!(made.iter().filter(|payment| payment["captured"].as_i64() > Some(0)).count(), 2);
    assert_eq!(stripe(&sandbox, "payment_intents", &stripe_form(VISA, ""), "").await.code, 500);
}

#[tokio::test]
async fn a_refund_whose_answer_is_lost_is_not_given_twice() {
    let sandbox = Sandbox::start().await.unwrap();
    let paid = stripe(&sandbox, "payment_intents", &stripe_form(VISA, ""), "").await.json();
    let form = format!("payment_intent={}&amount=600", paid["id"].as_str().unwrap());
    sandbox.fail_next_order(Processor::Stripe, OrderFault::after(Fault::Truncated));
    let lost = stripe(&sandbox, "refunds", &form, "refund").await;
    let declared: usize = lost.headers["content-length"].parse().unwrap();
    assert_eq!(lost.body.len(), declared / 2);
    assert_eq!(stripe(&sandbox, "refunds", &form, "refund").await.json()["amount"], 600);
    assert_eq!(payments(&sandbox).await[0]["refunded"], 600);
}
