//! What events tell: what a sync would have told, with every id that they carry.

use connector_core::AttemptStatus::{CaptureFailed, PartialChargedAndChargeable};
use connector_core::{
    Applied, AttemptStatus, Authorize, Capture, CredentialFields, EventTold, Flow, Money, Outcome,
    PSync, PaymentId, PaymentState, PaymentsSyncData, Refund, RepeatPayment, RouterData,
    Status as _, Void, VoidPC,
};
use serde_json::{Value, json};

use connector_tests::delivery::cases::{CASES, Case, MORE, UNKNOWN, bodies};
use connector_tests::delivery::sender;

/// What a connector does not know, or that does not say of what it is, is kept and tells nothing.
#[test]
fn an_event_that_nobody_knows_is_kept_and_tells_nothing() {
    for (connector, body) in UNKNOWN {
        let event = sender(connector).deliver(*body).report();
        assert_eq!(
            (event.flow, event.report.outcome),
            (None, "no_information"),
            "{connector} {body}"
        );
        assert!(!event.asks);
        assert!(event.report.connector_transaction_id.is_none());
    }
}

#[test]
fn every_event_tells_what_a_sync_would_have_told() {
    for case in CASES.iter().chain(MORE) {
        let Case { connector, body, .. } = case;
        let event = sender(connector).deliver(*body).report();
        let report = &event.report;
        let place = format!("{connector} {}: {report:?}", event.event_kind);
        assert_eq!(event.flow, case.flow, "{place}");
        assert_eq!(report.outcome, case.outcome, "{place}");
        assert_eq!(report.status, case.status, "{place}");
        assert_eq!(report.connector_transaction_id.as_deref(), case.payment, "{place}");
        let has_ids =
            ["stripe", "checkout", "authorizenet", "paypal", "square"].contains(connector);
        assert_eq!(event.event_id.is_some(), has_ids, "{place}");
        if let Some(other) = case.other {
            let ids = [
                &report.connector_refund_id,
                &report.connector_dispute_id,
                &report.connector_response_reference_id,
            ];
            assert!(ids.into_iter().flatten().any(|id| **id == *other), "{place}");
        }
    }
}

#[test]
fn the_body_of_every_event_is_kept_as_it_came() {
    for (sender, body) in bodies() {
        let delivery = sender.deliver(body);
        let webhook = delivery.receive().unwrap();
        let came = std::str::from_utf8(&delivery.body).unwrap();
        let kept = std::str::from_utf8(&webhook.events[0].body).unwrap();
        assert!(came == kept || (sender.connector == "adyen" && came.contains(kept)));
        assert_eq!(webhook.acknowledgement().status(), 200);
    }
}

/// PAIN 33: whoever knows that the payment was taken keeps it, whatever comes late.
#[test]
fn a_late_event_does_not_undo_what_is_known() {
    let late = CASES[1].body;
    let webhook = sender("stripe").deliver(late).receive().unwrap();
    let EventTold::Payment(Outcome::Status(payment)) = &webhook.events[0].told else {
        panic!("{webhook:?}")
    };
    let applied = AttemptStatus::Charged.apply(payment.status.status);
    assert_eq!(applied.known(), AttemptStatus::Charged);
}

#[test]
fn an_event_about_another_amount_is_a_mismatch() {
    let ordered = |amount: &str| {
        let mut asked = PaymentsSyncData::new(PaymentId::new("pi_1").unwrap());
        let amount: Money = serde_json::from_str(amount).unwrap();
        asked.amount = Some(amount);
        RouterData::<PSync>::new(asked)
    };
    let held = |amount: &str| {
        let mut webhook = sender("stripe").deliver(CASES[0].body).receive().unwrap();
        match webhook.events.remove(0).told {
            EventTold::Payment(outcome) => outcome.held_against(&ordered(amount)),
            other => panic!("{other:?}"),
        }
    };
    let same = r#"{"minor_amount": 900, "currency": "USD"}"#;
    let other = r#"{"minor_amount": 901, "currency": "USD"}"#;
    assert!(matches!(held(same), Outcome::Status(_)));
    assert!(matches!(held(other), Outcome::Mismatch(_)));
}

/// Adyen tells of each capture by itself, and never that all of it is taken.
#[test]
fn captures_that_are_told_one_by_one_are_added_up() {
    let whole: Money = serde_json::from_str(r#"{"minor_amount": 900, "currency": "EUR"}"#).unwrap();
    let mut payment = PaymentState::new(AttemptStatus::Authorized, Some(whole));
    let mut told = |change: &[(&str, &str)]| {
        let mut bodies = MORE.iter().map(|case| case.body);
        let taken =
            bodies.find(|body| body.contains(r#""eventCode": "CAPTURE", "success": "true""#));
        let body = change.iter().fold(taken.unwrap().to_owned(), |body, (from, to)| {
            assert!(body.contains(from), "{body}");
            body.replace(from, to)
        });
        let mut webhook = sender("adyen").deliver(body).receive().unwrap();
        match webhook.events.remove(0).told {
            EventTold::Payment(Outcome::Status(told)) => payment.apply(&told).unwrap(),
            other => panic!("{other:?}"),
        }
    };
    let (failed, part) = ((r#""true""#, r#""false""#), PartialChargedAndChargeable);
    assert_eq!(told(&[failed]), Applied::Advanced(CaptureFailed));
    // A second order to capture, and a third.
    let (second, third) = ((r#""P2""#, r#""P3""#), (r#""P2""#, r#""P4""#));
    let some = |minor| (r#""value": 900"#, minor);
    assert_eq!(told(&[second, some(r#""value": 300"#)]), Applied::Advanced(part));
    assert_eq!(told(&[second, some(r#""value": 300"#)]), Applied::Unchanged(part));
    assert_eq!(told(&[third, some(r#""value": 600"#)]), Applied::Advanced(AttemptStatus::Charged));
}

/// Authorize.Net's events repeat what stood in the request beside the transaction, and no part of that.
#[test]
fn what_an_order_at_authorize_net_was_called_comes_back_in_its_event() {
    fn holds<F: Flow>(mut request: Value) {
        request["idempotency_key"] = json!("k");
        let known = json!({ "connector_request_reference_id": "order-17" });
        let data = json!({ "resource_common_data": known, "request": request }).to_string();
        let data = RouterData::<F>::from_json(data.as_bytes()).unwrap();
        let fields = br#"{"name": "login", "transaction_key": "key"}"#;
        let flow = connectors::get("authorizenet").unwrap().flow::<F>().unwrap();
        let flow = flow.connect(CredentialFields::from_json(fields).unwrap()).unwrap();
        let sent = flow.build_request(&data).unwrap();
        let sent: Value = serde_json::from_slice(sent.body()).unwrap();
        let reference = &sent["createTransactionRequest"]["refId"];
        let event = json!({
            "notificationId": "n1",
            "eventType": "net.authorize.payment.other",
            "payload": { "merchantReferenceId": reference, "id": "60" },
        });
        let told = sender("authorizenet").deliver(event.to_string()).report();
        let called = told.report.connector_response_reference_id;
        assert_eq!(called.as_deref(), Some("order-17"), "{}: {sent}", F::NAME);
    }
    let amount = json!({ "minor_amount": 100, "currency": "USD" });
    let card = json!({ "card": { "number": "4111111111111111", "expiry": "2030-12" } });
    holds::<Authorize>(
        json!({ "amount": amount, "payment_method_data": card, "capture_method": "manual" }),
    );
    let mandate = json!({ "connector_mandate_id": "123-456" });
    holds::<RepeatPayment>(
        json!({ "amount": amount, "mandate_reference": mandate, "capture_method": "manual" }),
    );
    let of = |id: &str| json!({ "connector_transaction_id": id });
    holds::<Capture>(of("60"));
    holds::<Void>(of("60"));
    holds::<VoidPC>(of("60"));
    let mut refund = of("60");
    refund["refund_amount"] = amount;
    refund["card_last_four"] = json!("1111");
    holds::<Refund>(refund);
}
