//! Square's objects.

use serde_json::{Map, Value, json};

use super::LOCATION;
use crate::card::Card;
use crate::incoming::Incoming;
use crate::resource::Subject;

const CREATED: &str = "2026-01-01T12:00:00.000Z";

pub(super) fn payment(subject: &Subject, refunds: &[Subject]) -> Value {
    json!({ "payment": object(subject, refunds) })
}

/// The answer to a payment that failed just now: why, and the payment.
pub(super) fn declined(payment: &Subject) -> Option<Value> {
    let reason = payment.reason.as_deref().filter(|_| payment.status == "FAILED")?;
    Some(json!({ "errors": [error(reason)], "payment": object(payment, &[]) }))
}

fn error(reason: &str) -> Value {
    let detail = format!("Authorization error: '{reason}'");
    json!({ "category": "PAYMENT_METHOD_ERROR", "code": reason, "detail": detail })
}

fn object(payment: &Subject, refunds: &[Subject]) -> Value {
    let amount = money(payment.amount_minor, &payment.currency);
    let facts = payment.made.as_ref().map(|made| &made.facts);
    let refunded = refunds
        .iter()
        .filter(|refund| refund.status == "COMPLETED")
        .fold(0_i64, |sum, refund| sum.saturating_add(refund.amount_minor));
    let ids: Vec<&str> = refunds.iter().map(|refund| refund.id.as_str()).collect();
    let mut object = json!({
        "id": payment.id,
        "created_at": CREATED,
        "updated_at": CREATED,
        "amount_money": amount,
        "total_money": amount,
        "approved_money": amount,
        "status": payment.status,
        "source_type": "CARD",
        "card_details": details(payment),
        "location_id": LOCATION,
        "delay_action": "CANCEL",
        "delay_duration": "PT168H",
        "version_token": "sandbox",
    });
    let mut set = |name: &str, value: Value| {
        if let Some(fields) = object.as_object_mut() {
            fields.insert(name.to_owned(), value);
        }
    };
    if let Some(reference) = facts.and_then(|facts| facts.reference.as_deref()) {
        set("reference_id", Value::from(reference));
    }
    if let Some(customer) = facts.and_then(|facts| facts.customer.as_deref()) {
        set("customer_id", Value::from(customer));
    }
    if !ids.is_empty() {
        set("refund_ids", Value::from(ids));
        set("refunded_money", money(refunded, &payment.currency));
    }
    object
}

/// The card, and why it was not charged.
fn details(payment: &Subject) -> Value {
    let card = payment.made.as_ref().and_then(|made| made.card.as_ref());
    let mut details = json!({
        "status": match payment.status.as_str() {
            "COMPLETED" => "CAPTURED",
            "CANCELED" => "VOIDED",
            "FAILED" => "FAILED",
            _ => "AUTHORIZED",
        },
        "card": {
            "card_brand": "OTHER_BRAND",
            "last_4": card.map_or("1111", |card| card.last4()),
            "exp_month": 12,
            "exp_year": 2034,
        },
        "entry_method": "KEYED",
        "cvv_status": "CVV_ACCEPTED",
        "avs_status": "AVS_ACCEPTED",
    });
    if let (Some(reason), Some(details)) = (payment.reason.as_deref(), details.as_object_mut()) {
        details.insert("errors".to_owned(), json!([error(reason)]));
    }
    details
}

pub(super) fn refund(refund: &Subject, payment: &Subject) -> Value {
    json!({ "refund": {
        "id": refund.id,
        "status": refund.status,
        "amount_money": money(refund.amount_minor, &payment.currency),
        "payment_id": payment.id,
        "location_id": LOCATION,
        "created_at": CREATED,
        "updated_at": CREATED,
    }})
}

/// A card that is kept from now on.
pub(super) fn card(request: &Incoming, id: &str, card: &Card) -> Value {
    let told: Value = serde_json::from_slice(&request.body).unwrap_or_default();
    json!({ "card": {
        "id": id,
        "card_brand": "OTHER_BRAND",
        "last_4": card.last4(),
        "exp_month": card.month,
        "exp_year": card.year,
        "customer_id": told.pointer("/card/customer_id"),
        "enabled": true,
        "version": 1,
    }})
}

/// A customer, as the request told of them.
pub(super) fn customer(request: &Incoming, id: &str) -> Value {
    let mut told: Map<String, Value> = serde_json::from_slice(&request.body).unwrap_or_default();
    told.remove("idempotency_key");
    told.insert("id".to_owned(), Value::from(id));
    told.insert("created_at".to_owned(), Value::from(CREATED));
    told.insert("updated_at".to_owned(), Value::from(CREATED));
    json!({ "customer": told })
}

fn money(minor: i64, currency: &str) -> Value {
    json!({ "amount": minor, "currency": currency })
}
