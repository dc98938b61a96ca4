//! PayPal's orders, authorizations, captures and refunds.

use serde_json::{Map, Value, json};

use super::amount::told;
use super::part_of;
use crate::card::Card;
use crate::made::DeedKind;
use crate::resource::Subject;

/// The words of a payment that are an authorization's, and those that are an order's.
const OF_AUTHORIZATION: &[&str] =
    &["CREATED", "CAPTURED", "DENIED", "PARTIALLY_CAPTURED", "VOIDED"];
const OF_ORDER: &[&str] = &["ORDER_CREATED", "SAVED", "APPROVED", "PAYER_ACTION_REQUIRED"];

/// A response code of the processor that approves.
const APPROVED: &str = "0000";

/// The order with its parts.
pub(super) fn order(payment: &Subject) -> Value {
    let status = payment.status.as_str();
    let order_status = match status {
        "ORDER_CREATED" => "CREATED",
        status if OF_ORDER.contains(&status) => status,
        _ => "COMPLETED",
    };
    let mut payments = Map::new();
    if is_authorized_first(payment) {
        payments.insert("authorizations".to_owned(), Value::from(vec![authorization(payment)]));
    }
    let captures = captures(payment);
    if !captures.is_empty() {
        payments.insert("captures".to_owned(), Value::from(captures));
    }
    let mut unit = Map::new();
    unit.insert("reference_id".to_owned(), Value::from("default"));
    unit.insert("amount".to_owned(), told(payment.amount_minor, &payment.currency));
    let reference = payment.made.as_ref().and_then(|made| made.facts.reference.as_deref());
    if let Some(reference) = reference {
        unit.insert("custom_id".to_owned(), Value::from(reference));
    }
    if !payments.is_empty() {
        unit.insert("payments".to_owned(), Value::Object(payments));
    }
    let intent = if is_authorized_first(payment) { "AUTHORIZE" } else { "CAPTURE" };
    let mut body = Map::new();
    body.insert("id".to_owned(), Value::from(payment.id.as_str()));
    body.insert("intent".to_owned(), Value::from(intent));
    body.insert("status".to_owned(), Value::from(order_status));
    body.insert("purchase_units".to_owned(), Value::from(vec![Value::Object(unit)]));
    let paid_with = payment.made.as_ref().and_then(|made| made.card.as_ref());
    if let Some(paid_with) = paid_with {
        body.insert("payment_source".to_owned(), json!({ "card": card(paid_with) }));
    }
    body.insert("links".to_owned(), Value::from(links(payment)));
    Value::Object(body)
}

fn links(payment: &Subject) -> Vec<Value> {
    let href = format!("https://api-m.sandbox.paypal.com/v2/checkout/orders/{}", payment.id);
    let mut links = vec![json!({ "href": href, "rel": "self", "method": "GET" })];
    if matches!(payment.status.as_str(), "PAYER_ACTION_REQUIRED" | "ORDER_CREATED") {
        let page = payment.made.as_ref().and_then(|made| made.authentication.clone());
        let href = page.unwrap_or_else(|| {
            format!("https://www.sandbox.paypal.com/checkoutnow?token={}", payment.id)
        });
        links.push(json!({ "href": href, "rel": "payer-action", "method": "GET" }));
    }
    links
}

/// Whether there is an authorization, and the captures come behind it.
fn is_authorized_first(payment: &Subject) -> bool {
    match &payment.made {
        Some(made) => !made.ledger.automatic && !OF_ORDER.contains(&payment.status.as_str()),
        None => OF_AUTHORIZATION.contains(&payment.status.as_str()),
    }
}

/// The authorization of an order.
pub(super) fn authorization(payment: &Subject) -> Value {
    let status = match payment.status.as_str() {
        "COMPLETED" | "REFUNDED" | "PARTIALLY_REFUNDED" => "CAPTURED",
        status => status,
    };
    json!({
        "id": part_of(&payment.id, "AUTHZ"),
        "status": status,
        "amount": told(payment.amount_minor, &payment.currency),
        "create_time": "2026-01-01T12:00:00Z",
        "processor_response": { "response_code": code(payment) },
        "supplementary_data": { "related_ids": { "order_id": payment.id } },
    })
}

/// The captures of an order, oldest first.
pub(super) fn captures(payment: &Subject) -> Vec<Value> {
    let status = payment.status.as_str();
    let entry = |number: usize, amount: i64, status: &str, last: bool| {
        json!({
            "id": part_of(&payment.id, &format!("CAP{number:02}")),
            "status": status,
            "amount": told(amount, &payment.currency),
            "final_capture": last,
            "create_time": "2026-01-01T12:01:00Z",
            "processor_response": { "response_code": code(payment) },
            "supplementary_data": { "related_ids": { "order_id": payment.id } },
        })
    };
    let Some(made) = &payment.made else {
        if OF_AUTHORIZATION.contains(&status) || OF_ORDER.contains(&status) {
            return Vec::new();
        }
        return vec![entry(1, payment.amount_minor, status, true)];
    };
    if status == "DECLINED" {
        return vec![entry(1, payment.amount_minor, status, true)];
    }
    let deeds = made.deeds.iter().filter(|deed| deed.kind == DeedKind::Capture);
    let deeds: Vec<i64> = deeds.map(|deed| deed.amount_minor).collect();
    let is_open = made.ledger.capturable() > 0;
    let count = deeds.len();
    let status = match status {
        "REFUNDED" | "PARTIALLY_REFUNDED" => status,
        _ => "COMPLETED",
    };
    (1..)
        .zip(deeds)
        .map(|(number, amount)| entry(number, amount, status, number == count && !is_open))
        .collect()
}

/// A refund. It names its capture by a link alone.
pub(super) fn refund(refund: &Subject, payment: &Subject) -> Value {
    let capture = part_of(&payment.id, "CAP01");
    let href = format!("https://api-m.sandbox.paypal.com/v2/payments/captures/{capture}");
    let mut object = json!({
        "id": refund.id,
        "status": refund.status,
        "amount": told(refund.amount_minor, &refund.currency),
        "create_time": "2026-01-01T12:02:00Z",
        "links": [{ "href": href, "rel": "up", "method": "GET" }],
    });
    if let (Some(reference), Some(fields)) = (&refund.reference, object.as_object_mut()) {
        fields.insert("custom_id".to_owned(), Value::from(reference.as_str()));
    }
    object
}

/// A card, without its number.
pub(super) fn card(card: &Card) -> Value {
    let brand = match card.network() {
        "visa" => "VISA",
        "mastercard" => "MASTERCARD",
        "amex" => "AMEX",
        "jcb" => "JCB",
        "diners" => "DINERS",
        _ => "DISCOVER",
    };
    json!({
        "last_digits": card.last4(),
        "brand": brand,
        "expiry": format!("{:04}-{:02}", card.year, card.month),
    })
}

fn code(payment: &Subject) -> &str {
    let made = payment.made.as_ref().and_then(|made| made.reason);
    made.or(payment.reason.as_deref()).unwrap_or(APPROVED)
}
