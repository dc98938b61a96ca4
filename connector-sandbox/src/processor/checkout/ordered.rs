//! What Checkout.com answers to orders.

use hyper::StatusCode;
use serde_json::{Map, Value, json};

use super::actions::{self, APPROVED};
use super::body::source;
use super::identified;
use super::orders::invalid;
use crate::ledger::{Refusal, Stage};
use crate::made::Made;
use crate::order::Order;
use crate::reply::Reply;
use crate::resource::{Seen, Subject};

/// An order that was carried out: 201 with the payment, or 202 where it is only under way.
pub(super) fn reply(order: &Order, seen: &Seen) -> Reply {
    let payment = &seen.payment;
    let Some(made) = &payment.made else {
        return identified(Reply::empty(StatusCode::NOT_FOUND));
    };
    let (code, body) = match (order, made.ledger.stage) {
        (Order::Pay(_), Stage::Awaiting) => (StatusCode::ACCEPTED, awaiting(payment, made)),
        (Order::Pay(_), _) => (StatusCode::CREATED, paid(payment, made)),
        (Order::Raise { .. }, _) => (StatusCode::CREATED, raised(payment, made)),
        (Order::Refund { .. }, _) => {
            let refund = seen.refunds.first();
            let id = refund.map(|refund| refund.id.as_str());
            let mut body = object(&accepted(payment, id.unwrap_or_default()));
            if let Some(reference) = refund.and_then(|refund| refund.reference.as_deref()) {
                body.insert("reference".to_owned(), Value::from(reference));
            }
            (StatusCode::ACCEPTED, Value::Object(body))
        }
        _ => (StatusCode::ACCEPTED, accepted(payment, last_action(made))),
    };
    identified(Reply::json(code, &body))
}

/// Why an order was not carried out. Where the payment's state is in the way, there is no body.
pub(super) fn refused(order: &Order, refusal: Refusal) -> Reply {
    let bare = |code| identified(Reply::empty(code));
    match (refusal, order) {
        (Refusal::Unknown, _) => bare(StatusCode::NOT_FOUND),
        (Refusal::UnknownMethod, Order::Forget(_)) => bare(StatusCode::NOT_FOUND),
        (Refusal::UnknownMethod, _) => invalid("source_id_unknown"),
        (Refusal::CardNumber | Refusal::AnotherCard, _) => invalid("card_number_invalid"),
        (Refusal::CardExpired, _) => invalid("card_expired"),
        (Refusal::Amount, _) => invalid("amount_invalid"),
        (Refusal::TooMuch { .. }, Order::Refund { .. }) => invalid("refund_amount_exceeds_balance"),
        (Refusal::TooMuch { .. }, _) => invalid("capture_value_greater_than_remaining_authorized"),
        (Refusal::Stage | Refusal::NothingLeft | Refusal::Duplicate, _) => {
            bare(StatusCode::FORBIDDEN)
        }
    }
}

fn paid(payment: &Subject, made: &Made) -> Value {
    let approved = payment.reason.is_none();
    let code = payment.reason.as_deref().unwrap_or(APPROVED);
    let mut body = common(payment, made);
    body.extend(object(&json!({
        "action_id": last_action(made),
        "amount": payment.amount_minor,
        "currency": payment.currency,
        "approved": approved,
        "response_code": code,
        "response_summary": if approved { "Approved" } else { "Declined" },
        "risk": { "flagged": false },
        "source": source(payment),
        "processed_on": actions::time(1),
        "scheme_id": "489341065491658",
    })));
    if approved {
        body.insert("auth_code".to_owned(), Value::from("770687"));
    }
    Value::Object(body)
}

/// All that is held. The description does not say whether it is that, or what was added.
fn raised(payment: &Subject, made: &Made) -> Value {
    json!({
        "action_id": last_action(made),
        "amount": made.ledger.authorized,
        "currency": payment.currency,
        "approved": true,
        "status": payment.status,
        "response_code": APPROVED,
        "response_summary": "Approved",
        "processed_on": actions::time(1),
        "_links": super::body::links(payment),
    })
}

fn awaiting(payment: &Subject, made: &Made) -> Value {
    let mut body = common(payment, made);
    body.insert("3ds".to_owned(), json!({ "downgraded": false, "enrolled": "Y" }));
    Value::Object(body)
}

fn common(payment: &Subject, made: &Made) -> Map<String, Value> {
    let mut body = object(&json!({
        "id": payment.id,
        "status": payment.status,
        "_links": super::body::links(payment),
    }));
    if let Some(reference) = &made.facts.reference {
        body.insert("reference".to_owned(), Value::from(reference.as_str()));
    }
    body
}

fn accepted(payment: &Subject, action_id: &str) -> Value {
    json!({
        "action_id": action_id,
        "_links": { "payment": { "href": format!("/payments/{}", payment.id) } },
    })
}

fn last_action(made: &Made) -> &str {
    made.deeds.last().map(|deed| deed.id.as_str()).unwrap_or_default()
}

fn object(value: &Value) -> Map<String, Value> {
    value.as_object().cloned().unwrap_or_default()
}
