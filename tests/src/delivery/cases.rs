//! Events of every connector, with what they tell.

use super::{Sender, sender};

/// A connector, a kind of event, its body, and what it tells: the outcome, the status, and the payment.
#[derive(Debug)]
pub struct Case {
    /// Who receives it.
    pub connector: &'static str,
    /// Its body, before it is signed.
    pub body: &'static str,
    /// The flow that would have told the same.
    pub flow: Option<&'static str>,
    /// What it tells.
    pub outcome: &'static str,
    /// The status.
    pub status: Option<&'static str>,
    /// The payment.
    pub payment: Option<&'static str>,
    /// Another id that it carries.
    pub other: Option<&'static str>,
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

/// Events of which each has its story.
pub const CASES: &[Case] = &[
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

const P1: Option<&str> = Some("P1");
const P2: Option<&str> = Some("P2");
const G1: Option<&str> = Some("g1");
const REF: Option<&str> = Some("order-1");
const T60: Option<&str> = Some("60");

/// Events of the processors whose tables are larger.
pub const MORE: &[Case] = cases! {
    "adyen", adyen!("AUTHORISATION", "true"), PSync: "status" "authorized", P2, REF;
    "adyen", adyen!("AUTHORISATION", "false"), PSync: "status" "failure", P2, REF;
    "adyen", adyen!("OFFER_CLOSED", "true"), PSync: "status" "expired", P2, REF;
    "adyen", adyen!("EXPIRE", "true"), PSync: "status" "expired", P2, REF;
    "adyen", adyen!("CAPTURE", "true"), PSync: "status" "capture_initiated", P1, REF;
    "adyen", adyen!("CAPTURE", "false"), PSync: "status" "capture_failed", P1, REF;
    "adyen", adyen!("CAPTURE_FAILED", "true"), PSync: "status" "capture_failed", P1, REF;
    "adyen", adyen!("CANCELLATION", "true"), PSync: "status" "voided", P1, REF;
    "adyen", adyen!("CANCELLATION", "false"), PSync: "status" "void_failed", P1, REF;
    "adyen", adyen!("CANCEL_OR_REFUND", "true"), PSync: "status" "voided_post_capture", P1, REF;
    "adyen", adyen!("AUTHORISATION_ADJUSTMENT", "true"), PSync: "status" "authorized", P1, REF;
    "adyen", adyen!("AUTHORISATION_ADJUSTMENT", "false"), PSync: "no_information", P1, REF;
    "adyen", adyen!("REFUND", "true"), RSync: "status" "success", P1, P2;
    "adyen", adyen!("REFUND", "false"), RSync: "status" "failure", P1, P2;
    "adyen", adyen!("REFUND_FAILED", "true"), RSync: "status" "transaction_failure", P1, P2;
    "adyen", adyen!("REFUNDED_REVERSED", "true"), RSync: "status" "transaction_failure", P1, P2;
    "adyen", adyen!("POSTPONED_REFUND", "true"), RSync: "status" "pending", P1, P2;
    "adyen", adyen!("REFUND_WITH_DATA", "true"), RSync: "status" "success", P1, P2;
    "adyen", adyen!("REFUND_WITH_DATA", "false"), RSync: "status" "failure", P1, P2;
    "adyen", adyen!("NOTIFICATION_OF_CHARGEBACK", "true"), DSync: "status" "opened", P1, P2;
    "adyen", adyen!("CHARGEBACK_REVERSED", "true"), DSync: "status" "challenged", P1, P2;
    "adyen", adyen!("SECOND_CHARGEBACK", "true"), DSync: "status" "lost", P1, P2;
    "adyen", adyen!("ISSUER_COMMENTS", "true"), DSync: "no_information", P1, P2;
    "authorizenet", authorizenet!("authorization.created", "1"), PSync: "status" "authorized", T60, REF;
    "authorizenet", authorizenet!("authcapture.created", "1"), PSync: "status" "charged", T60, REF;
    "authorizenet", authorizenet!("authcapture.created", "2"), PSync: "status" "failure", T60, REF;
    "authorizenet", authorizenet!("void.created", "1"), PSync: "no_information", T60, REF;
    "authorizenet", authorizenet!("fraud.held", "4"), PSync: "status" "unresolved", T60, REF;
    "authorizenet", authorizenet!("fraud.declined", "2"), PSync: "status" "failure", T60, REF;
    "authorizenet", authorizenet!("fraud.approved", "1"), PSync: "no_information", T60, REF;
    "authorizenet", authorizenet!("priorAuthCapture.created", "1"), PSync: "no_information", T60, REF;
    "authorizenet", authorizenet!("void.created", "2"), PSync: "no_information", T60, REF;
    "authorizenet", authorizenet!("refund.created", "1"), RSync: "no_information", None, T60;
    "braintree", braintree!("transaction_settled", "sale"), PSync: "no_information", G1, REF;
    "braintree", braintree!("transaction_settled", "credit"), RSync: "no_information", None, G1;
    "braintree", braintree!("refund_failed", "credit"), RSync: "no_information", None, G1;
    "braintree", braintree!("dispute_opened"), DSync: "status" "opened", G1, Some("gd1");
    "braintree", braintree!("dispute_auto_accepted"), DSync: "status" "accepted", G1, Some("gd1");
    "braintree", braintree!("dispute_lost"), DSync: "status" "lost", G1, Some("gd1");
    "paypal", paypal!("CHECKOUT.ORDER.COMPLETED", r#""id": "P1""#), PSync: "no_information", P1, None;
    "paypal", paypal!("CHECKOUT.PAYMENT-APPROVAL.REVERSED", r#""order_id": "P1""#),
        PSync: "no_information", P1, None;
    "paypal", paypal!("CHECKOUT.ORDER.APPROVED", r#""id": "P1", "status": "APPROVED""#),
        PSync: "status" "confirmation_awaited", P1, None;
    "paypal", paypal!("CHECKOUT.ORDER.COMPLETED", r#""id": "P1", "status": "COMPLETED", "purchase_units":
        [{"amount": {"currency_code": "EUR", "value": "9.00"}, "custom_id": "order-1", "payments": {"captures":
        [{"id": "C1", "status": "COMPLETED", "amount": {"currency_code": "EUR", "value": "9.00"},
        "final_capture": true}]}}]"#), PSync: "status" "charged", P1, REF;
    "paypal", paypal!("PAYMENT.CAPTURE.DENIED", r#""id": "C1", "custom_id": "order-1",
        "supplementary_data": {"related_ids": {"order_id": "P1"}}"#), PSync: "no_information", P1, REF;
    "paypal", paypal!("PAYMENT.CAPTURE.REFUNDED", r#""id": "P2""#), RSync: "no_information", None, P2;
    "paypal", paypal!("PAYMENT.CAPTURE.REFUNDED", r#""id": "P2", "status": "COMPLETED", "amount":
        {"currency_code": "EUR", "value": "9.00"}"#), RSync: "status" "success", None, P2;
    "paypal", paypal!("PAYMENT.CAPTURE.REVERSED", r#""id": "P2", "status": "COMPLETED""#),
        RSync: "no_information", None, P2;
    "paypal", paypal!("CUSTOMER.DISPUTE.CREATED", r#""dispute_id": "P2""#),
        DSync: "no_information", None, P2;
    "paypal", paypal!("CUSTOMER.DISPUTE.RESOLVED", r#""dispute_id": "P2", "status": "RESOLVED",
        "dispute_outcome": {"outcome_code": "RESOLVED_SELLER_FAVOUR"}"#), DSync: "status" "won", None, P2;
    "square", square!("payment.updated", "payment", "COMPLETED"), PSync: "status" "charged", P1, REF;
    "square", square!("payment.created", "payment", "APPROVED"), PSync: "status" "authorized", P1, REF;
    "square", square!("payment.updated", "payment", "FAILED"), PSync: "status" "failure", P1, REF;
    "square", square!("refund.updated", "refund", "COMPLETED"), RSync: "status" "success", P2, P1;
    "square", square!("refund.created", "refund", "PENDING"), RSync: "status" "pending", P2, P1;
    "square", square!("dispute.state.updated", "object", "WON"), DSync: "no_information", None, Some("d1");
    "razorpay", razorpay!("payment.captured", "payment", "captured"), PSync: "status" "charged", P1, None;
    "razorpay", razorpay!("payment.authorized", "payment", "authorized"),
        PSync: "status" "authorized", P1, None;
    "razorpay", razorpay!("payment.failed", "payment", "failed"), PSync: "status" "failure", P1, None;
    "razorpay", razorpay!("refund.processed", "refund", "processed"), RSync: "status" "success", P2, P1;
    "xendit", xendit!("payment.awaiting_capture", "AWAITING_CAPTURE"), PSync: "status" "authorized", P1, REF;
    "xendit", xendit!("payment.failed", "FAILED"), PSync: "status" "failure", P1, REF;
    "xendit", xendit!("payment.pending", "PENDING"), PSync: "status" "pending", P1, REF;
    "xendit", xendit!("payment.succeeded", "SUCCEEDED"), PSync: "no_information", P1, REF;
    "xendit", xendit!("capture.succeeded", "SUCCEEDED"), PSync: "no_information", P1, REF;
    "xendit", r#"{"event": "refund.succeeded", "data": {"id": "P2", "payment_id": "py-1", "currency": "PHP",
        "amount": 9.00, "status": "SUCCEEDED"}}"#, RSync: "status" "success", None, P2;
    "xendit", r#"{"event": "refund.failed", "data": {"id": "P2", "payment_id": "py-1", "currency": "PHP",
        "amount": 9.00, "status": "FAILED", "failure_code": "X"}}"#, RSync: "status" "failure", None, P2;
    "klarna", r#"{"order_id": "P1", "event_type": "FRAUD_RISK_REJECTED"}"#, PSync: "no_information", P1, None;
    "mollie", "id=tr_1", PSync: "no_information", Some("tr_1"), None;
};

/// What a connector does not know, or that does not say of what it is.
pub const UNKNOWN: &[(&str, &str)] = &[
    ("adyen", adyen!("AUTORESCUE", "true")),
    ("adyen", adyen!("AUTHORISATION", "maybe")),
    ("authorizenet", r#"{"notificationId": "n", "eventType": "net.authorize.customer.created"}"#),
    ("braintree", braintree!("transaction_settled", "barter")),
    ("braintree", braintree!("dispute_forgotten")),
    ("braintree", "<notification><kind>check</kind></notification>"),
    ("braintree", "no document"),
    ("cybersource", r#"{"eventType": "payments.payments.accepted", "payload": {"id": "P1"}}"#),
    ("cybersource", r#"{"webhookId": "w", "eventType": "risk.casemanagement.decision.accept"}"#),
    ("xendit", r#"{"event": "payment_method.activated", "data": {"id": "pm-1"}}"#),
    ("klarna", r#"{"order_id": "o", "event_type": "MOVED"}"#),
    ("paypal", r#"{"id": "W", "event_type": "BILLING.PLAN.CREATED", "resource": {"id": "P1"}}"#),
    ("square", r#"{"event_id": "e", "type": "invoice.created", "data": {"id": "i1"}}"#),
    ("mollie", "id=ord_1"),
    ("mollie", "testByMollie=1"),
];

/// The bodies of all cases, with who sends them.
pub fn bodies() -> impl Iterator<Item = (&'static Sender, &'static str)> {
    let known = CASES.iter().chain(MORE).map(|case| (case.connector, case.body));
    known.chain(UNKNOWN.iter().copied()).map(|(connector, body)| (sender(connector), body))
}
