//! What Klarna answers.

use hyper::StatusCode;
use serde_json::{Value, json};

use super::error;
use super::orders::{bad, unknown_token};
use crate::ledger::{Refusal, Stage};
use crate::made::DeedKind;
use crate::order::Order;
use crate::reply::Reply;
use crate::resource::{Seen, Subject};

/// `MerchantOrderDto`.
pub(super) fn order(seen: &Seen) -> Value {
    let payment = &seen.payment;
    let amount = payment.amount_minor;
    let refunded: i64 = seen.refunds.iter().map(|refund| refund.amount_minor).sum();
    let captured = match (&payment.made, payment.status.as_str()) {
        (Some(made), _) => made.ledger.captured,
        (None, "CAPTURED" | "CLOSED") => amount,
        (None, "PART_CAPTURED") => amount.checked_div(2).unwrap_or_default(),
        (None, _) => 0,
    };
    json!({
        "order_id": payment.id,
        "status": payment.status,
        "fraud_status": fraud_status(payment),
        "order_amount": amount,
        "original_order_amount": amount,
        "captured_amount": captured,
        "refunded_amount": refunded,
        "remaining_authorized_amount": amount.saturating_sub(captured),
        "purchase_currency": payment.currency,
        "purchase_country": "DE",
        "locale": "de-DE",
        "klarna_reference": "K4MADNY5",
        "created_at": "2026-01-01T12:00:00.000Z",
        "expires_at": "2026-01-29T12:00:00.000Z",
        "captures": captures(payment),
        "refunds": seen.refunds.iter().map(refund).collect::<Vec<Value>>(),
    })
}

/// `Capture`, of each; of what an example of a status captured, nobody ordered one.
fn captures(payment: &Subject) -> Vec<Value> {
    let deeds = payment.made.iter().flat_map(|made| &made.deeds);
    let captures = deeds.filter(|deed| deed.kind == DeedKind::Capture);
    captures
        .map(|deed| {
            json!({
                "capture_id": deed.id,
                "captured_amount": deed.amount_minor,
                "captured_at": "2026-01-01T12:15:00.000Z",
                "klarna_reference": "K4MADNY5-1",
                "refunded_amount": 0,
            })
        })
        .collect()
}

/// `Refund`.
pub(super) fn refund(refund: &Subject) -> Value {
    json!({
        "refund_id": refund.id,
        "refunded_amount": refund.amount_minor,
        "refunded_at": "2026-01-01T12:30:00.000Z",
    })
}

fn fraud_status(payment: &Subject) -> &'static str {
    match payment.made.as_ref().map(|made| made.ledger.stage) {
        Some(Stage::Awaiting) => "PENDING",
        Some(Stage::Declined) => "REJECTED",
        _ => "ACCEPTED",
    }
}

/// An order that was made, or something that was done with it.
pub(super) fn ordered(order: &Order, seen: &Seen) -> Reply {
    let payment = &seen.payment;
    let at = format!("/ordermanagement/v1/orders/{}", payment.id);
    let last = payment.made.as_ref().and_then(|made| made.deeds.last());
    match order {
        Order::Pay(_) => {
            let unknown = payment.status == "unheard_of_status";
            let fraud = if unknown { payment.status.as_str() } else { fraud_status(payment) };
            let body = json!({
                "order_id": payment.id,
                "fraud_status": fraud,
                "redirect_url": format!("https://pay.playground.klarna.com/{}", payment.id),
                "authorized_payment_method": { "type": "invoice", "number_of_days": 30 },
            });
            Reply::json(StatusCode::OK, &body)
        }
        Order::Capture { .. } => {
            let id = last.map(|deed| deed.id.clone()).unwrap_or_default();
            Reply::empty(StatusCode::CREATED)
                .with("location", format!("{at}/captures/{id}"))
                .with("capture-id", id)
        }
        Order::Refund { .. } => {
            let id = seen.refunds.first().map(|refund| refund.id.clone()).unwrap_or_default();
            Reply::empty(StatusCode::CREATED)
                .with("location", format!("{at}/refunds/{id}"))
                .with("refund-id", id)
        }
        _ => Reply::empty(StatusCode::NO_CONTENT),
    }
}

/// Why an order was not carried out.
pub(super) fn refused(order: &Order, refusal: Refusal) -> Reply {
    let forbidden = |code, message| error(StatusCode::FORBIDDEN, code, message);
    match (refusal, order) {
        (Refusal::Unknown, _) => {
            error(StatusCode::NOT_FOUND, "NO_SUCH_ORDER", "There is no such order")
        }
        (Refusal::Duplicate, _) => unknown_token(),
        (Refusal::UnknownMethod, Order::Forget(_)) => {
            error(StatusCode::NOT_FOUND, "NOT_FOUND", "Invalid token ID")
        }
        (Refusal::UnknownMethod, _) => {
            error(StatusCode::NOT_FOUND, "TOKEN_NOT_FOUND", "The token does not exist")
        }
        (_, Order::Increase { .. }) => {
            forbidden("NOT_ALLOWED", "Not allowed to update the authorization of this order")
        }
        (_, Order::Capture { .. }) => {
            forbidden("CAPTURE_NOT_ALLOWED", "Not allowed to capture this amount of this order")
        }
        (_, Order::Refund { .. }) => {
            forbidden("REFUND_NOT_ALLOWED", "Not allowed to refund this amount of this order")
        }
        (_, Order::Void { .. }) => {
            forbidden("CANCEL_NOT_ALLOWED", "Not allowed to cancel this order")
        }
        _ => bad("order_amount"),
    }
}
