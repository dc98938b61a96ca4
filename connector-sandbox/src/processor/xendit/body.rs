//! Xendit's objects.

use serde_json::{Map, Value, json};

use crate::amount::in_major_units;
use crate::card::Card;
use crate::incoming::Incoming;
use crate::made::{DeedKind, Made};
use crate::resource::Subject;

const CREATED: &str = "2026-01-01T12:00:00.000000Z";
const BUSINESS: &str = "5f27a14a9bf05c73dd040bc8";

pub(super) fn payment_request(payment: &Subject) -> Value {
    let facts = payment.made.as_ref().map(|made| &made.facts);
    let metadata = facts.map(|facts| &facts.metadata).into_iter().flatten();
    let metadata: Map<String, Value> =
        metadata.map(|(name, value)| (name.clone(), Value::from(value.as_str()))).collect();
    json!({
        "id": payment.id,
        "created": CREATED,
        "updated": CREATED,
        "reference_id": reference(payment),
        "business_id": BUSINESS,
        "customer_id": facts.and_then(|facts| facts.customer.as_deref()),
        "amount": number(payment.amount_minor, &payment.currency),
        "country": "PH",
        "currency": payment.currency,
        "payment_method": payment_method(payment),
        "description": null,
        "failure_code": payment.reason,
        "capture_method": capture_method(payment),
        "initiator": null,
        "status": payment.status,
        "actions": actions(payment),
        "metadata": metadata,
    })
}

/// The last capture of a payment.
pub(super) fn capture(payment: &Subject) -> Value {
    let deeds = payment.made.iter().flat_map(|made| &made.deeds);
    let mut captures = deeds.filter(|deed| deed.kind == DeedKind::Capture);
    let (id, minor) =
        captures.next_back().map_or(("", 0), |deed| (deed.id.as_str(), deed.amount_minor));
    json!({
        "id": id.replacen("rfd-", "capt-", 1),
        "payment_request_id": payment.id,
        "payment_id": payment.id.replacen("pr-", "py-", 1),
        "reference_id": reference(payment),
        "currency": payment.currency,
        "authorized_amount": number(payment.amount_minor, &payment.currency),
        "captured_amount": number(minor, &payment.currency),
        "status": "SUCCEEDED",
        "payment_method": payment_method(payment),
        "failure_code": null,
        "customer_id": null,
        "metadata": {},
        "channel_properties": {},
        "created": CREATED,
        "updated": CREATED,
    })
}

/// All captures of a payment, which is captured once.
pub(super) fn captures(payment: &Subject) -> Value {
    let deeds = payment.made.iter().flat_map(|made| &made.deeds);
    let is_captured = deeds.into_iter().any(|deed| deed.kind == DeedKind::Capture);
    let all: Vec<Value> = is_captured.then(|| capture(payment)).into_iter().collect();
    json!({ "data": all, "has_more": false })
}

/// `PaymentMethod`, of a card that is kept.
pub(super) fn kept(id: &str, card: &Card, status: &str) -> Value {
    json!({
        "id": id,
        "business_id": BUSINESS,
        "type": "CARD",
        "country": "PH",
        "customer_id": null,
        "status": status,
        "reusability": "MULTIPLE_USE",
        "actions": [],
        "failure_code": null,
        "created": CREATED,
        "updated": CREATED,
        "card": {
            "channel_properties": {},
            "card_information": { "masked_card_number": format!("400000XXXXXX{}", card.last4()) },
        },
    })
}

pub(super) fn refund(refund: &Subject, payment: &Subject) -> Value {
    json!({
        "id": refund.id,
        "payment_request_id": payment.id,
        "amount": number(refund.amount_minor, &payment.currency),
        "channel_code": "CARDS",
        "country": "PH",
        "currency": payment.currency,
        "reason": "OTHERS",
        "reference_id": refund.reference,
        "failure_code": refund.reason,
        "refund_fee_amount": null,
        "status": refund.status,
        "created": CREATED,
        "updated": CREATED,
        "metadata": null,
    })
}

/// A customer, as the request told of them.
pub(super) fn customer(request: &Incoming, id: &str) -> Value {
    let mut told: Map<String, Value> = serde_json::from_slice(&request.body).unwrap_or_default();
    for (name, value) in [("id", id), ("created", CREATED), ("updated", CREATED)] {
        told.insert(name.to_owned(), Value::from(value));
    }
    Value::Object(told)
}

fn reference(payment: &Subject) -> &str {
    let facts = payment.made.as_ref().map(|made| &made.facts);
    facts.and_then(|facts| facts.reference.as_deref()).unwrap_or("order-1")
}

fn capture_method(payment: &Subject) -> &'static str {
    let by_hand = |made: &Made| !made.ledger.automatic;
    if payment.made.as_ref().is_some_and(by_hand) { "MANUAL" } else { "AUTOMATIC" }
}

fn payment_method(payment: &Subject) -> Value {
    let made = payment.made.as_ref();
    let card = made.and_then(|made| made.card.as_ref());
    let last4 = card.map_or("1000", |card| card.last4());
    json!({
        "id": made.and_then(|made| made.method.as_deref()).unwrap_or("pm-1"),
        "type": "CARD",
        "reusability": made.and_then(|made| made.facts.kept_for.as_deref()).unwrap_or("ONE_TIME_USE"),
        "status": "ACTIVE",
        "card": {
            "currency": payment.currency,
            "channel_properties": {},
            "card_information": { "masked_card_number": format!("400000XXXXXX{last4}") },
        },
    })
}

/// Where the customer goes, as long as they have to.
fn actions(payment: &Subject) -> Value {
    let page = payment.made.as_ref().and_then(|made| made.authentication.as_deref());
    let action = page.map(|url| {
        json!({ "action": "AUTH", "url_type": "WEB", "method": "GET", "url": url, "qr_code": null })
    });
    action.into_iter().collect()
}

/// A number in major units.
fn number(minor: i64, currency: &str) -> Value {
    serde_json::from_str(in_major_units(minor, currency).get()).unwrap_or_default()
}
