//! Mollie's errors.

use hyper::StatusCode;
use serde_json::{Value, json};

use crate::ledger::Refusal;
use crate::order::Order;
use crate::reply::Reply;

/// An error with its detail, and the field that it is about.
pub(super) fn refusal(code: StatusCode, detail: &str, field: Option<&str>) -> Reply {
    let mut body = json!({
        "status": code.as_u16(),
        "title": code.canonical_reason().unwrap_or_default(),
        "detail": detail,
        "_links": { "documentation": {
            "href": "https://docs.mollie.com/reference/error-handling",
            "type": "text/html",
        }},
    });
    if let (Some(field), Some(body)) = (field, body.as_object_mut()) {
        body.insert("field".to_owned(), Value::from(field));
    }
    super::reply(code, &body)
}

pub(super) fn nothing() -> Reply {
    refusal(StatusCode::NOT_FOUND, "There is nothing at this address", None)
}

pub(super) fn unknown(what: &str, id: &str) -> Reply {
    refusal(StatusCode::NOT_FOUND, &format!("No {what} exists with token {id}."), None)
}

/// A body that is not as it has to be.
pub(super) fn invalid(field: &str, detail: &str) -> Reply {
    refusal(StatusCode::UNPROCESSABLE_ENTITY, detail, Some(field))
}

/// Why an order was not carried out.
pub(super) fn reply(order: &Order, refusal: Refusal) -> Reply {
    match (refusal, order) {
        (Refusal::Unknown, _) => unknown("payment", order.payment_id().unwrap_or_default()),
        (Refusal::UnknownMethod, Order::Forget(id)) => unknown("mandate", id),
        (Refusal::UnknownMethod, _) => invalid("cardToken", "The token or mandate is not known"),
        (Refusal::CardNumber | Refusal::CardExpired | Refusal::AnotherCard, _) => {
            invalid("cardToken", "The card cannot be charged")
        }
        (Refusal::Amount, _) => invalid("amount", "The amount is lower than the minimum"),
        (Refusal::TooMuch { .. }, _) => invalid("amount", "The amount is higher than the maximum"),
        (Refusal::Stage, Order::Capture { .. } | Order::Void { .. }) => {
            invalid("status", "The payment is not authorized")
        }
        (Refusal::Stage | Refusal::NothingLeft, _) => {
            invalid("amount", "The payment cannot be refunded any more")
        }
        (Refusal::Duplicate, _) => {
            super::refusal(StatusCode::CONFLICT, "The same was ordered a moment ago", None)
        }
    }
}
