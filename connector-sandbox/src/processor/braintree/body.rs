//! Braintree's objects, whole: a request says what it wants to see of them.

use serde_json::{Value, json};

use super::cards;
use crate::amount::in_major_units;
use crate::made::DeedKind;
use crate::resource::Subject;

/// `MonetaryAmount`.
fn amount(minor: i64, currency: &str) -> Value {
    json!({ "value": in_major_units(minor, currency).get(), "currencyCode": currency })
}

/// `Transaction`.
pub(super) fn transaction(payment: &Subject) -> Value {
    let Subject { id, currency, status, .. } = payment;
    let made = payment.made.as_ref();
    let (held, taken) = match made {
        Some(made) => (payment.amount_minor, made.ledger.captured),
        None => (payment.amount_minor, payment.amount_minor),
    };
    let first = made.and_then(|made| {
        let mut deeds = made.deeds.iter();
        deeds.find(|deed| deed.kind == DeedKind::Authorization).map(|deed| deed.amount_minor)
    });
    let is_taken = made.is_none_or(|made| made.ledger.captured > 0);
    json!({
        "__typename": "Transaction",
        "id": id,
        "legacyId": legacy(id),
        "orderId": made.and_then(|made| made.facts.reference.clone()),
        "status": status,
        "amount": amount(if is_taken { taken } else { held }, currency),
        "initialRequestedAuthorizationAmount": amount(first.unwrap_or(held), currency),
        "statusHistory": history(payment, status, held, taken),
        "partialCaptureDetails": parts(payment),
    })
}

/// `PartialCaptureDetails` of what is captured in parts; here in one, and of a half.
fn parts(payment: &Subject) -> Value {
    let Subject { currency, status, amount_minor, .. } = payment;
    if status != "SETTLEMENT_CONFIRMED" {
        return Value::Null;
    }
    let half = amount_minor.checked_div(2).unwrap_or_default();
    let part = json!({ "status": "SUBMITTED_FOR_SETTLEMENT", "amount": amount(half, currency) });
    json!({ "__typename": "ParentAuthorization", "childCaptures": [part] })
}

/// `Refund`, of this payment.
pub(super) fn refund(refund: &Subject, payment: &Subject) -> Value {
    let Subject { id, currency, status, amount_minor, .. } = refund;
    json!({
        "__typename": "Refund",
        "id": id,
        "legacyId": legacy(id),
        "status": status,
        "amount": amount(*amount_minor, currency),
        "refundedTransaction": transaction(payment),
        "statusHistory": [event(status, &amount(*amount_minor, currency), refund.reason.as_deref())],
    })
}

/// `statusHistory`, the newest first.
fn history(payment: &Subject, status: &str, held: i64, taken: i64) -> Vec<Value> {
    let currency = &payment.currency;
    let is_taken = matches!(
        status,
        "SUBMITTED_FOR_SETTLEMENT"
            | "SETTLING"
            | "SETTLED"
            | "SETTLEMENT_PENDING"
            | "SETTLEMENT_DECLINED"
    );
    let captured = payment
        .made
        .as_ref()
        .is_some_and(|made| made.deeds.iter().any(|deed| deed.kind == DeedKind::Capture));
    let now = if is_taken { taken } else { held };
    let mut steps = vec![event(status, &amount(now, currency), payment.reason.as_deref())];
    if (is_taken || captured) && status != "SUBMITTED_FOR_SETTLEMENT" {
        steps.push(event("SUBMITTED_FOR_SETTLEMENT", &amount(taken, currency), None));
    }
    if is_taken || status == "VOIDED" {
        steps.push(event("AUTHORIZED", &amount(held, currency), None));
    }
    steps
}

/// `PaymentStatusEvent`, of the type that has the reasons of this status.
fn event(status: &str, amount: &Value, reason: Option<&str>) -> Value {
    let code = reason.unwrap_or("2000");
    let response = json!({ "legacyCode": code, "message": cards::text(code) });
    let (kind, response) = match status {
        "PROCESSOR_DECLINED" => ("ProcessorDeclinedEvent", response),
        "FAILED" => ("FailedEvent", response),
        "SETTLEMENT_DECLINED" => ("SettlementDeclinedEvent", response),
        "GATEWAY_REJECTED" => ("GatewayRejectedEvent", Value::Null),
        "AUTHORIZED" => ("AuthorizedEvent", Value::Null),
        "SETTLED" => ("SettledEvent", Value::Null),
        "VOIDED" => ("VoidedEvent", Value::Null),
        _ => ("SubmittedForSettlementEvent", Value::Null),
    };
    json!({
        "__typename": kind,
        "status": status,
        "timestamp": "2026-01-01T12:00:00.000000Z",
        "amount": amount,
        "processorResponse": response,
        "gatewayRejectionReason": "RISK_THRESHOLD",
    })
}

/// The number in an id, by which the older API knows it.
fn legacy(id: &str) -> String {
    id.chars().filter(char::is_ascii_digit).collect()
}
