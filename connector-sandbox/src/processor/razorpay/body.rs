//! Razorpay's objects.

use serde_json::{Map, Value, json};

use super::orders::BY_ITSELF;
use crate::incoming::Incoming;
use crate::resource::Subject;

const CREATED: i64 = 1_767_268_800;

pub(super) fn payment(payment: &Subject, refunds: &[Subject]) -> Value {
    let made = payment.made.as_ref();
    let facts = made.map(|made| &made.facts);
    let (failed, status) = (payment.status == "failed", payment.status.as_str());
    let refunded = refunds
        .iter()
        .filter(|refund| refund.status != "failed")
        .fold(0_i64, |sum, refund| sum.saturating_add(refund.amount_minor));
    let refunded = if status == "refunded" { payment.amount_minor } else { refunded };
    let refund_status = match refunded {
        0 => None,
        all if all >= payment.amount_minor => Some("full"),
        _ => Some("partial"),
    };
    let if_failed = |text: &str| failed.then(|| text.to_owned());
    let mut object = json!({
        "id": payment.id,
        "entity": "payment",
        "amount": payment.amount_minor,
        "currency": payment.currency,
        "status": status,
        "order_id": facts.and_then(|facts| facts.reference.as_deref()),
        "invoice_id": null,
        "international": false,
        "method": "card",
        "amount_refunded": refunded,
        "refund_status": refund_status,
        "captured": matches!(status, "captured" | "refunded"),
        "description": null,
        "card_id": "card_00000000000001",
        "bank": null,
        "wallet": null,
        "vpa": null,
        "email": facts.and_then(|facts| facts.customer.as_deref()),
        "contact": "+919000000000",
        "fee": null,
        "tax": null,
        "error_code": if_failed("BAD_REQUEST_ERROR"),
        "error_description": if_failed("The payment failed because the bank declined it"),
        "error_source": if_failed("bank"),
        "error_step": if_failed("payment_authorization"),
        "error_reason": failed.then(|| payment.reason.as_deref().unwrap_or("payment_failed")),
        "acquirer_data": { "auth_code": null },
        "created_at": CREATED,
    });
    let notes: Map<String, Value> = facts
        .iter()
        .flat_map(|facts| &facts.metadata)
        .map(|(name, value)| (name.clone(), Value::from(value.as_str())))
        .collect();
    if let Some(fields) = object.as_object_mut() {
        // Without any it is a list, as PHP writes what has no keys.
        let notes = if notes.is_empty() { json!([]) } else { Value::from(notes) };
        fields.insert("notes".to_owned(), notes);
    }
    object
}

/// What a new payment is answered with: where the customer goes on, or that all is done.
pub(super) fn created(payment: &Subject) -> Value {
    let made = payment.made.as_ref();
    match made.and_then(|made| made.authentication.as_deref()) {
        Some(page) => json!({
            "razorpay_payment_id": payment.id,
            "next": [{ "action": "redirect", "url": page }],
        }),
        None => json!({
            "razorpay_payment_id": payment.id,
            "razorpay_order_id": made.and_then(|made| made.facts.reference.as_deref()),
            "razorpay_signature": "0".repeat(64),
        }),
    }
}

pub(super) fn refund(refund: &Subject, payment: &Subject) -> Value {
    json!({
        "id": refund.id,
        "entity": "refund",
        "amount": refund.amount_minor,
        "currency": refund.currency,
        "payment_id": payment.id,
        "notes": [],
        "receipt": refund.reference,
        "acquirer_data": { "arn": null },
        "created_at": CREATED,
        "batch_id": null,
        "status": refund.status,
        "speed_processed": "normal",
        "speed_requested": "normal",
    })
}

/// An order, as the request told of it.
pub(super) fn order(request: &Incoming, id: &str) -> Value {
    let told: Value = serde_json::from_slice(&request.body).unwrap_or_default();
    let by_itself = told.pointer("/payment/capture") != Some(&json!("manual"));
    json!({
        "id": format!("{id}{}", if by_itself { BY_ITSELF } else { 'M' }),
        "entity": "order",
        "amount": told.get("amount"),
        "amount_paid": 0,
        "amount_due": told.get("amount"),
        "currency": told.get("currency"),
        "receipt": told.get("receipt"),
        "offer_id": null,
        "status": "created",
        "attempts": 0,
        "notes": [],
        "created_at": CREATED,
    })
}

/// A customer, as the request told of them.
pub(super) fn customer(request: &Incoming, id: &str) -> Value {
    let told: Value = serde_json::from_slice(&request.body).unwrap_or_default();
    json!({
        "id": id,
        "entity": "customer",
        "name": told.get("name"),
        "email": told.get("email"),
        "contact": told.get("contact"),
        "gstin": null,
        "notes": [],
        "created_at": CREATED,
    })
}
