//! Mollie's objects.

use serde_json::{Map, Value, json};

use crate::amount::in_major_units;
use crate::incoming::Incoming;
use crate::made::{DeedKind, Made};
use crate::resource::Subject;

const CREATED: &str = "2026-01-01T12:00:00+00:00";

pub(super) fn payment(payment: &Subject, refunds: &[Subject]) -> Value {
    let made = payment.made.as_ref();
    let amount = |minor| amount(minor, &payment.currency);
    let facts = made.map(|made| &made.facts);
    let sequence = facts.and_then(|facts| facts.kept_for.as_deref()).unwrap_or("oneoff");
    let mut object = json!({
        "resource": "payment",
        "id": payment.id,
        "mode": "test",
        "createdAt": CREATED,
        "amount": amount(payment.amount_minor),
        "description": facts.and_then(|facts| facts.reference.as_deref()).unwrap_or("One thing"),
        "method": "creditcard",
        "status": payment.status,
        "profileId": "pfl_sandbox",
        "sequenceType": sequence,
        "metadata": facts.map(metadata),
        "redirectUrl": facts.and_then(|facts| facts.return_url.as_deref()),
        "details": details(payment),
        "_links": links(payment),
    });
    let mut set = |name: &str, value: Value| {
        if let Some(fields) = object.as_object_mut() {
            fields.insert(name.to_owned(), value);
        }
    };
    let ledger = made.map(|made| made.ledger);
    if let Some(ledger) = ledger.filter(|ledger| !ledger.automatic) {
        set("captureMode", Value::from("manual"));
        set("amountCaptured", amount(ledger.captured));
    }
    if payment.status == "paid" {
        set("paidAt", Value::from(CREATED));
        let captured = ledger.map_or(payment.amount_minor, |ledger| ledger.captured);
        let refunded = refunds
            .iter()
            .filter(|refund| !matches!(refund.status.as_str(), "failed" | "canceled"))
            .fold(0_i64, |sum, refund| sum.saturating_add(refund.amount_minor));
        set("amountRefunded", amount(refunded));
        set("amountRemaining", amount(captured.saturating_sub(refunded)));
    }
    if let Some(customer) = facts.and_then(|facts| facts.customer.as_deref()) {
        set("customerId", Value::from(customer));
    }
    let agreed = matches!(payment.status.as_str(), "paid" | "authorized") && sequence != "oneoff";
    if let Some(method) = made.and_then(|made| made.method.as_deref()).filter(|_| agreed) {
        set("mandateId", Value::from(method));
    }
    object
}

/// The captures of a payment, oldest first.
pub(super) fn captures(payment: &Subject) -> Vec<Value> {
    let deeds = payment.made.iter().flat_map(|made| &made.deeds);
    let captures = deeds.filter(|deed| deed.kind == DeedKind::Capture);
    captures.map(|deed| capture(payment, &deed.id, deed.amount_minor)).collect()
}

fn capture(payment: &Subject, id: &str, minor: i64) -> Value {
    json!({
        "resource": "capture",
        "id": id.replacen("re_", "cpt_", 1),
        "mode": "test",
        "amount": amount(minor, &payment.currency),
        "status": "succeeded",
        "createdAt": CREATED,
        "paymentId": payment.id,
        "_links": {
            "self": link(&format!("/payments/{}/captures", payment.id)),
            "payment": link(&format!("/payments/{}", payment.id)),
            "documentation": documentation(),
        },
    })
}

pub(super) fn refund(refund: &Subject, payment: &Subject) -> Value {
    json!({
        "resource": "refund",
        "id": refund.id,
        "mode": "test",
        "amount": amount(refund.amount_minor, &payment.currency),
        "status": refund.status,
        "createdAt": CREATED,
        "description": "Refund",
        "metadata": refund.reference,
        "paymentId": payment.id,
        "_links": {
            "self": link(&format!("/payments/{}/refunds/{}", payment.id, refund.id)),
            "payment": link(&format!("/payments/{}", payment.id)),
            "documentation": documentation(),
        },
    })
}

/// A customer, as the request told of them.
pub(super) fn customer(request: &Incoming, id: &str) -> Value {
    let told: Map<String, Value> = serde_json::from_slice(&request.body).unwrap_or_default();
    let told = |name: &str| told.get(name).cloned().unwrap_or_default();
    json!({
        "resource": "customer",
        "id": id,
        "mode": "test",
        "name": told("name"),
        "email": told("email"),
        "locale": null,
        "metadata": told("metadata"),
        "createdAt": CREATED,
        "_links": {
            "self": link(&format!("/customers/{id}")),
            "dashboard": { "href": "https://my.mollie.com/dashboard", "type": "text/html" },
            "documentation": documentation(),
        },
    })
}

/// The card, and why it was not charged.
fn details(payment: &Subject) -> Value {
    let card = payment.made.as_ref().and_then(|made| made.card.as_ref());
    let mut details = json!({ "cardNumber": card.map_or("9996", |card| card.last4()) });
    if let (Some(reason), Some(details)) = (payment.reason.as_deref(), details.as_object_mut()) {
        details.insert("failureReason".to_owned(), Value::from(reason));
        details.insert("failureMessage".to_owned(), Value::from("The card was not charged."));
    }
    details
}

fn metadata(facts: &crate::order::Facts) -> Map<String, Value> {
    facts.metadata.iter().map(|(name, value)| (name.clone(), Value::from(value.as_str()))).collect()
}

/// Where the customer goes, as long as nobody has paid.
fn links(payment: &Subject) -> Value {
    let page = |made: &Made| made.authentication.clone();
    let page = payment.made.as_ref().and_then(page);
    let mut links = json!({
        "self": link(&format!("/payments/{}", payment.id)),
        "dashboard": { "href": "https://my.mollie.com/dashboard", "type": "text/html" },
    });
    if let (Some(page), Some(links)) = (page, links.as_object_mut()) {
        links.insert("checkout".to_owned(), json!({ "href": page, "type": "text/html" }));
    }
    links
}

fn documentation() -> Value {
    json!({ "href": "https://docs.mollie.com/reference/overview", "type": "text/html" })
}

fn link(path: &str) -> Value {
    let href = format!("https://api.mollie.com/v2{path}");
    json!({ "href": href, "type": "application/hal+json" })
}

fn amount(minor: i64, currency: &str) -> Value {
    json!({ "currency": currency, "value": in_major_units(minor, currency).get() })
}
