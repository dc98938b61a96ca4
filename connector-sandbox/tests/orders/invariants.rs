//! Whatever is ordered in whatever sequence, at several payments at once: the books stay right, and
//! what the processors tell is what is in them.

use connector_sandbox::{Processor, Sandbox};
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::client::send;
use crate::merchant::{checkout, checkout_body, stripe, stripe_form};

#[derive(Debug, Clone)]
enum Step {
    Capture(Option<u16>),
    Void,
    Refund(Option<u16>),
}

fn step() -> impl Strategy<Value = Step> {
    let amount = || proptest::option::of(0..1_200_u16);
    prop_oneof![amount().prop_map(Step::Capture), Just(Step::Void), amount().prop_map(Step::Refund),]
}

async fn order(sandbox: &Sandbox, processor: Processor, id: &str, step: &Step) -> u16 {
    let reply = match processor {
        Processor::Stripe => {
            let form = |name: &str, amount: &Option<u16>| {
                amount.map_or(String::new(), |amount| format!("&{name}={amount}"))
            };
            match step {
                Step::Capture(amount) => {
                    let form = form("amount_to_capture", amount);
                    stripe(sandbox, &format!("payment_intents/{id}/capture"), &form, "").await
                }
                Step::Void => {
                    stripe(sandbox, &format!("payment_intents/{id}/cancel"), "", "").await
                }
                Step::Refund(amount) => {
                    let form = format!("payment_intent={id}{}", form("amount", amount));
                    stripe(sandbox, "refunds", &form, "").await
                }
            }
        }
        _ => {
            let (path, body) = match step {
                Step::Capture(amount) => {
                    ("captures", json!({ "amount": amount, "capture_type": "NonFinal" }))
                }
                Step::Void => ("voids", json!({})),
                Step::Refund(amount) => ("refunds", json!({ "amount": amount })),
            };
            checkout(sandbox, &format!("payments/{id}/{path}"), &body, "").await
        }
    };
    reply.code
}

async fn books(sandbox: &Sandbox, id: &str) -> [i64; 3] {
    let all = send(sandbox, "GET", "/_sandbox/payments", &[], "").await.unwrap().json();
    let all = all["payments"].as_array().unwrap();
    let payment = all.iter().find(|payment| payment["id"] == id).unwrap();
    let refunds = payment["refunds"].as_array().unwrap().iter();
    let sum: i64 = refunds.map(|refund| refund["amount"].as_i64().unwrap()).sum();
    let amount = |name: &str| payment[name].as_i64().unwrap();
    assert_eq!(sum, amount("refunded"));
    ["authorized", "captured", "refunded"].map(amount)
}

async fn play(processor: Processor, steps: &[Step]) {
    let sandbox = Sandbox::start().await.unwrap();
    let made = match processor {
        Processor::Stripe => {
            let form = stripe_form("4242424242424242", "&capture_method=manual");
            stripe(&sandbox, "payment_intents", &form, "").await.json()
        }
        _ => {
            let mut body = checkout_body("4242424242424242");
            body["capture"] = Value::from(false);
            checkout(&sandbox, "payments", &body, "").await.json()
        }
    };
    let id = made["id"].as_str().unwrap();
    for step in steps {
        let before = books(&sandbox, id).await;
        let code = order(&sandbox, processor, id, step).await;
        let after @ [authorized, captured, refunded] = books(&sandbox, id).await;
        assert!(refunded <= captured && captured <= authorized, "{step:?}: {after:?}");
        if code >= 400 {
            assert_eq!(before, after, "{step:?} was refused");
        } else if !matches!(step, Step::Void) {
            assert_ne!(before, after, "{step:?} was carried out");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn the_books_stay_right(steps in proptest::collection::vec(step(), 0..10), at_stripe: bool) {
        let processor = if at_stripe { Processor::Stripe } else { Processor::Checkout };
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(play(processor, &steps));
    }
}
