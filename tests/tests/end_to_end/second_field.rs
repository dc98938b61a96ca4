//! The words that say one thing or another, and a second field tells which. The sandbox's payments are
//! never captured in part, so its answers are changed here.

use connector_sandbox::Processor;
use connector_tests::good_answer::GoodAnswer;
use serde_json::{Value, json};

fn read(processor: Processor, fields: &[(&str, Value)]) -> (Option<&'static str>, Option<i64>) {
    let mut all = GoodAnswer::all().iter();
    let good = all.find(|one| one.processor == processor && one.flow == "PSync").unwrap();
    let mut body = good.json();
    for (place, value) in fields {
        match body.pointer_mut(place) {
            Some(known) => *known = value.clone(),
            None => body[place.trim_start_matches('/')] = value.clone(),
        }
    }
    let report = good.read(body.to_string());
    (report.status, connector_tests::minor(report.amount_captured))
}

#[test]
fn a_payment_that_succeeded_in_part_is_charged_in_part() {
    let part = [("/amount_received", json!(1_000))];
    assert_eq!(read(Processor::Stripe, &part), (Some("partial_charged"), Some(1_000)));
    assert_eq!(read(Processor::Stripe, &[]), (Some("charged"), Some(1_234)));

    let part = [("/transaction/settleAmount", json!(10.0))];
    assert_eq!(read(Processor::AuthorizeNet, &part).0, Some("partial_charged"));
    assert_eq!(read(Processor::AuthorizeNet, &[]).0, Some("charged"));
}

/// What is captured at once is at its end when it cannot be settled; what was held can be captured again.
#[test]
fn a_settlement_that_failed_ends_a_payment_that_was_captured_at_once() {
    let of = |kind: &str| {
        let word = ("/transaction/transactionStatus", json!("settlementError"));
        read(Processor::AuthorizeNet, &[word, ("/transaction/transactionType", json!(kind))]).0
    };
    for kind in ["authCaptureTransaction", "captureOnlyTransaction"] {
        assert_eq!(of(kind), Some("failure"), "{kind}");
    }
    for kind in ["authOnlyTransaction", "priorAuthCaptureTransaction"] {
        assert_eq!(of(kind), Some("capture_failed"), "{kind}");
    }
}

/// `Captured` and what comes behind it are said of a part, too.
#[test]
fn what_was_captured_at_checkout_is_told_by_its_balances() {
    let of = |word: &str, captured: i64| {
        let balances = json!({ "id": "pay_1", "total_captured": captured });
        read(Processor::Checkout, &[("/status", json!(word)), ("/balances", balances)])
    };
    for word in ["Captured", "Partially Refunded", "Refunded"] {
        assert_eq!(of(word, 400), (Some("partial_charged"), Some(400)), "{word}");
        assert_eq!(of(word, 1_234), (Some("charged"), Some(1_234)), "{word}");
    }
    // Of a part, whether it is the last one is told by what is left.
    let part = |left: Value| {
        let balances = json!({ "total_captured": 400, "available_to_capture": left });
        let word = ("/status", json!("Partially Captured"));
        read(Processor::Checkout, &[word, ("/balances", balances)])
    };
    let more = Some("partial_charged_and_chargeable");
    assert_eq!(part(json!(834)), (more, Some(400)));
    assert_eq!(part(Value::Null), (more, Some(400)));
    assert_eq!(part(json!(0)), (Some("partial_charged"), Some(400)));
    assert_eq!(of("Authorized", 0).0, Some("authorized"));
    assert_eq!(read(Processor::Checkout, &[("/status", json!("Captured"))]).0, Some("charged"));
}

/// Captured in parts, the last of which is taken: the word is that of before, and the amounts are of now.
#[test]
fn a_payment_whose_parts_are_all_of_it_is_charged_whatever_the_word_says() {
    let balances = |captured: i64| json!({ "total_captured": captured });
    let mollie = |value: &str| json!({ "value": value, "currency": "USD" });
    for (processor, word, place, part, all) in [
        (Processor::Stripe, "requires_capture", "/amount_received", json!(400), json!(1_234)),
        (Processor::Checkout, "Authorized", "/balances", balances(400), balances(1_234)),
        (Processor::Checkout, "Partially Captured", "/balances", balances(400), balances(1_234)),
        (Processor::Klarna, "AUTHORIZED", "/captured_amount", json!(400), json!(1_234)),
        (Processor::Klarna, "PART_CAPTURED", "/captured_amount", json!(400), json!(1_234)),
        (Processor::Mollie, "authorized", "/amountCaptured", mollie("4.00"), mollie("12.34")),
    ] {
        let of = |captured: &Value| {
            read(processor, &[("/status", json!(word)), (place, captured.clone())])
        };
        let more = Some("partial_charged_and_chargeable");
        assert_eq!(of(&part), (more, Some(400)), "{processor} {word}");
        assert_eq!(of(&all), (Some("charged"), Some(1_234)), "{processor} {word}");
    }
}

/// The customer has yet to pay, and the money is there: one of the two is wrong, and somebody has to look.
#[test]
fn a_payment_that_waits_for_the_customer_and_was_captured_is_no_status() {
    for (processor, word, place) in [
        (Processor::Stripe, "requires_payment_method", "/amount_received"),
        (Processor::Stripe, "requires_confirmation", "/amount_received"),
        (Processor::Stripe, "requires_action", "/amount_received"),
        (Processor::Mollie, "open", "/amountCaptured"),
    ] {
        for taken in [400, 1_234] {
            let captured = match processor {
                Processor::Mollie => {
                    json!({ "value": format!("{}.{:02}", taken / 100, taken % 100), "currency": "USD" })
                }
                _ => json!(taken),
            };
            let told = read(processor, &[("/status", json!(word)), (place, captured)]);
            assert_eq!(told, (None, Some(taken)), "{processor} {word}");
        }
    }
    let pending = [("/status", json!("processing")), ("/amount_received", json!(1_234))];
    assert_eq!(read(Processor::Stripe, &pending).0, Some("pending"));
}

#[test]
fn more_than_the_payment_is_for_is_never_taken_for_it() {
    let much = [("/amount_received", json!(4_000))];
    assert_eq!(read(Processor::Stripe, &much), (None, Some(4_000)));
}

/// A word of success, and no money: neither is believed.
#[test]
fn a_payment_that_succeeded_with_nothing_captured_is_no_status() {
    for (processor, fields) in [
        (Processor::Stripe, vec![("/amount_received", json!(0))]),
        (Processor::Checkout, vec![("/balances", json!({ "total_captured": 0 }))]),
        (
            Processor::Mollie,
            vec![("/amountCaptured", json!({ "value": "0.00", "currency": "USD" }))],
        ),
        (Processor::Klarna, vec![("/status", json!("CAPTURED")), ("/captured_amount", json!(0))]),
        (
            Processor::Klarna,
            vec![("/status", json!("PART_CAPTURED")), ("/captured_amount", json!(0))],
        ),
    ] {
        assert_eq!(read(processor, &fields), (None, Some(0)), "{processor:?}");
    }
}

#[test]
fn a_second_field_changes_no_other_word() {
    for word in ["requires_capture", "processing", "canceled", "requires_action"] {
        let nothing = |second: &[(&str, Value)]| {
            let own = [("/status", json!(word)), ("/amount_received", json!(0))];
            read(Processor::Stripe, &[&own, second].concat()).0
        };
        assert!(nothing(&[]).is_some(), "{word}");
        assert_eq!(nothing(&[("/amount_received", Value::Null)]), nothing(&[]));
        assert_eq!(nothing(&[("/last_payment_error", json!({ "code": "x" }))]), nothing(&[]));
    }
}

/// Of a payment that is cancelled or expired, what was captured stays captured.
#[test]
fn what_was_taken_of_a_payment_that_is_given_up_is_charged_in_part() {
    let of = |captured: i64| {
        let word = ("/status", json!("canceled"));
        read(Processor::Stripe, &[word, ("/amount_received", json!(captured))])
    };
    assert_eq!(of(0), (Some("voided"), Some(0)));
    assert_eq!(of(400), (Some("partial_charged"), Some(400)));
    // All of it, and cancelled: one of the two is wrong.
    assert_eq!(of(1_234), (None, Some(1_234)));
}

/// A capture that was declined fails no payment whose money is held: only where it was to be taken at once is that all.
#[test]
fn a_capture_that_paypal_declined_ends_no_payment() {
    let declined = [("/purchase_units/0/payments/captures/0/status", json!("DECLINED"))];
    assert_eq!(read(Processor::PayPal, &declined).0, Some("capture_failed"));
    assert_eq!(read(Processor::PayPal, &[]).0, Some("charged"));
}

/// What Braintree captures in parts is settled by transactions of their own, and the first one is not all of it.
#[test]
fn what_braintree_captured_in_parts_is_what_the_parts_took() {
    let part = |status: &str, value: &str| json!({ "status": status, "amount": { "value": value, "currencyCode": "USD" } });
    let of = |word: &str, parts: &[Value]| {
        let payment = |field: &str| format!("/data/payment/{field}");
        let (status, captures, all) = (payment("status"), payment("captures"), payment("parts"));
        read(
            Processor::Braintree,
            &[
                (status.as_str(), json!(word)),
                (captures.as_str(), json!([{ "status": "AUTHORIZED" }])),
                (all.as_str(), json!({ "childCaptures": parts })),
            ],
        )
    };
    let (first, last) = (part("SETTLED", "4.00"), part("SUBMITTED_FOR_SETTLEMENT", "8.34"));
    let more = Some("partial_charged_and_chargeable");
    let confirmed = |parts: &[Value]| of("SETTLEMENT_CONFIRMED", parts);
    assert_eq!(confirmed(std::slice::from_ref(&first)), (more, Some(400)));
    assert_eq!(confirmed(&[first.clone(), last.clone()]), (Some("charged"), Some(1_234)));
    assert_eq!(confirmed(&[first.clone(), part("FAILED", "8.34")]), (more, Some(400)));
    assert_eq!(confirmed(&[first.clone(), json!({ "status": "SETTLED" })]), (more, None));
    assert_eq!(confirmed(&[]), (more, None));
    // Whatever the word, a part that was taken was.
    assert_eq!(of("AUTHORIZED", std::slice::from_ref(&first)), (more, Some(400)));
    let ended = (Some("partial_charged"), Some(400));
    assert_eq!(of("AUTHORIZATION_EXPIRED", std::slice::from_ref(&first)), ended);
    assert_eq!(of("AUTHORIZED", &[]), (Some("authorized"), None));
}
