//! What events tell: what a sync would have told, with every id that they carry.

use connector_core::{
    AttemptStatus, EventTold, Money, Outcome, PSync, PaymentId, PaymentsSyncData, RouterData,
    Status as _,
};

use crate::delivery::{Sender, sender};

/// A connector, a kind of event, its body, and what it tells: the outcome, the status, and the payment.
struct Case {
    connector: &'static str,
    body: &'static str,
    flow: Option<&'static str>,
    outcome: &'static str,
    status: Option<&'static str>,
    payment: Option<&'static str>,
    other: Option<&'static str>,
}

const STATUS: Case = Case {
    connector: "",
    body: "",
    flow: Some("PSync"),
    outcome: "status",
    status: None,
    payment: None,
    other: None,
};

const CASES: &[Case] = &[
    Case {
        connector: "stripe",
        body: r#"{"id": "evt_1", "type": "payment_intent.succeeded", "data": {"object": {
            "id": "pi_1", "status": "succeeded", "amount": 900, "amount_received": 900,
            "currency": "usd", "metadata": {}}}}"#,
        status: Some("charged"),
        payment: Some("pi_1"),
        ..STATUS
    },
    Case {
        connector: "stripe",
        body: r#"{"id": "evt_2", "type": "payment_intent.payment_failed", "data": {"object": {
            "id": "pi_1", "status": "requires_payment_method", "amount": 900, "currency": "usd",
            "last_payment_error": {"type": "card_error", "code": "card_declined"}}}}"#,
        status: Some("failure"),
        payment: Some("pi_1"),
        ..STATUS
    },
    // An event that Stripe may invent tomorrow still carries the intent.
    Case {
        connector: "stripe",
        body: r#"{"id": "evt_3", "type": "payment_intent.paused", "data": {"object": {
            "id": "pi_1", "status": "processing", "amount": 900, "currency": "usd"}}}"#,
        status: Some("pending"),
        payment: Some("pi_1"),
        ..STATUS
    },
    // PAIN 19, 34: a refund's event tells which refund, and of which payment.
    Case {
        connector: "stripe",
        body: r#"{"id": "evt_4", "type": "charge.refund.updated", "data": {"object": {
            "id": "re_1", "status": "failed", "amount": 300, "currency": "usd",
            "payment_intent": "pi_1", "failure_reason": "lost_or_stolen_card"}}}"#,
        flow: Some("RSync"),
        status: Some("transaction_failure"),
        payment: Some("pi_1"),
        other: Some("re_1"),
        ..STATUS
    },
    Case {
        connector: "stripe",
        body: r#"{"id": "evt_5", "type": "charge.dispute.created", "data": {"object": {
            "id": "dp_1", "status": "needs_response", "amount": 900, "currency": "usd",
            "payment_intent": "pi_1", "reason": "fraudulent"}}}"#,
        flow: Some("DSync"),
        status: Some("opened"),
        payment: Some("pi_1"),
        other: Some("dp_1"),
        ..STATUS
    },
    Case {
        connector: "stripe",
        body: r#"{"id": "evt_6", "type": "charge.refunded", "data": {"object": {
            "id": "ch_1", "payment_intent": "pi_1"}}}"#,
        outcome: "no_information",
        payment: Some("pi_1"),
        ..STATUS
    },
    // PAIN 36: of another version of the API, nothing can be read but the id.
    Case {
        connector: "stripe",
        body: r#"{"id": "evt_7", "type": "payment_intent.succeeded", "data": {"object": {
            "id": "pi_1", "status": {"code": "succeeded"}, "total": "9.00"}}}"#,
        outcome: "no_information",
        payment: Some("pi_1"),
        ..STATUS
    },
    Case {
        connector: "stripe",
        body: r#"{"id": "evt_8", "type": "invoice.paid", "data": {"object": {"id": "in_1"}}}"#,
        flow: None,
        outcome: "no_information",
        ..STATUS
    },
    Case {
        connector: "checkout",
        body: r#"{"id": "evt_1", "type": "payment_approved", "data": {"id": "pay_1",
            "action_id": "act_1", "reference": "order-1", "amount": 900, "currency": "USD",
            "response_code": "10000", "response_summary": "Approved"}}"#,
        status: Some("authorized"),
        payment: Some("pay_1"),
        other: Some("order-1"),
        ..STATUS
    },
    Case {
        connector: "checkout",
        body: r#"{"id": "evt_2", "type": "payment_declined", "data": {"id": "pay_1",
            "action_id": "act_1", "amount": 900, "currency": "USD", "response_code": "20051",
            "response_summary": "Insufficient Funds"}}"#,
        status: Some("failure"),
        payment: Some("pay_1"),
        ..STATUS
    },
    Case {
        connector: "checkout",
        body: r#"{"id": "evt_3", "type": "payment_voided", "data": {"id": "pay_1",
            "action_id": "act_2", "amount": 900, "currency": "USD"}}"#,
        status: Some("voided"),
        payment: Some("pay_1"),
        ..STATUS
    },
    // How much of it was captured, a capture's event does not say.
    Case {
        connector: "checkout",
        body: r#"{"id": "evt_4", "type": "payment_captured", "data": {"id": "pay_1",
            "action_id": "act_3", "reference": "order-1", "amount": 400, "currency": "USD"}}"#,
        outcome: "no_information",
        payment: Some("pay_1"),
        other: Some("order-1"),
        ..STATUS
    },
    Case {
        connector: "checkout",
        body: r#"{"id": "evt_5", "type": "payment_refunded", "data": {"id": "pay_1",
            "action_id": "act_4", "amount": 300, "currency": "USD"}}"#,
        flow: Some("RSync"),
        status: Some("success"),
        payment: Some("pay_1"),
        other: Some("act_4"),
        ..STATUS
    },
    Case {
        connector: "checkout",
        body: r#"{"id": "evt_6", "type": "payment_refund_declined", "data": {"id": "pay_1",
            "action_id": "act_4", "amount": 300, "currency": "USD", "response_code": "20005"}}"#,
        flow: Some("RSync"),
        status: Some("failure"),
        payment: Some("pay_1"),
        other: Some("act_4"),
        ..STATUS
    },
    Case {
        connector: "checkout",
        body: r#"{"id": "evt_7", "type": "dispute_won", "data": {"id": "dsp_1",
            "payment_id": "pay_1", "amount": 900, "currency": "USD", "reason_code": "10.4"}}"#,
        flow: Some("DSync"),
        status: Some("won"),
        payment: Some("pay_1"),
        other: Some("dsp_1"),
        ..STATUS
    },
    Case {
        connector: "checkout",
        body: r#"{"id": "evt_8", "type": "payment_teleported", "data": {"id": "pay_1"}}"#,
        flow: None,
        outcome: "no_information",
        ..STATUS
    },
];

/// The bodies of all cases, with who sends them.
pub(crate) fn bodies() -> impl Iterator<Item = (&'static Sender, &'static str)> {
    CASES.iter().map(|case| (sender(case.connector), case.body))
}

#[test]
fn every_event_tells_what_a_sync_would_have_told() {
    for case in CASES {
        let Case { connector, body, .. } = case;
        let event = sender(connector).deliver(*body).report();
        let report = &event.report;
        let place = format!("{connector} {}: {report:?}", event.event_kind);
        assert_eq!(event.flow, case.flow, "{place}");
        assert_eq!(report.outcome, case.outcome, "{place}");
        assert_eq!(report.status, case.status, "{place}");
        assert_eq!(report.connector_transaction_id.as_deref(), case.payment, "{place}");
        assert!(event.event_id.is_some_and(|id| id.starts_with("evt_")));
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
        let webhook = sender.deliver(body).receive().unwrap();
        assert_eq!(webhook.events[0].body, body);
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
