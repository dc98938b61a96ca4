//! Square's errors.

use hyper::StatusCode;
use serde_json::{Value, json};

use crate::ledger::Refusal;
use crate::order::Order;
use crate::reply::Reply;
use crate::resource::Seen;

/// An error, with the field that it is about.
pub(super) fn trouble(
    status: StatusCode,
    category: &str,
    code: &str,
    detail: &str,
    field: Option<&str>,
) -> Reply {
    let mut error = json!({ "category": category, "code": code, "detail": detail });
    if let (Some(field), Some(error)) = (field, error.as_object_mut()) {
        error.insert("field".to_owned(), Value::from(field));
    }
    Reply::json(status, &json!({ "errors": [error] }))
}

pub(super) fn nothing() -> Reply {
    let detail = "There is nothing at this address.";
    trouble(StatusCode::NOT_FOUND, "API_ERROR", "NOT_IMPLEMENTED", detail, None)
}

pub(super) fn unknown(what: &str, id: &str) -> Reply {
    let detail = format!("Could not find {what} with id: {id}");
    trouble(StatusCode::NOT_FOUND, "INVALID_REQUEST_ERROR", "NOT_FOUND", &detail, None)
}

/// A body that is not as it has to be.
pub(super) fn invalid(code: &str, field: &str) -> Reply {
    let detail = format!("The field `{field}` is not as it has to be.");
    trouble(StatusCode::BAD_REQUEST, "INVALID_REQUEST_ERROR", code, &detail, Some(field))
}

/// Why an order was not carried out.
pub(super) fn reply(order: &Order, refusal: Refusal, seen: Option<&Seen>) -> Reply {
    let bad = |category, code, detail: &str| {
        trouble(StatusCode::BAD_REQUEST, category, code, detail, None)
    };
    match (refusal, order) {
        (Refusal::Unknown, _) => unknown("payment", order.payment_id().unwrap_or_default()),
        (Refusal::UnknownMethod, Order::Forget(id)) => unknown("card", id),
        (Refusal::UnknownMethod, _) => {
            let detail = "Card nonce not found";
            trouble(StatusCode::NOT_FOUND, "INVALID_REQUEST_ERROR", "NOT_FOUND", detail, None)
        }
        (Refusal::CardNumber | Refusal::AnotherCard, _) => {
            bad("PAYMENT_METHOD_ERROR", "INVALID_CARD", "The card is not one.")
        }
        (Refusal::CardExpired, _) => {
            bad("PAYMENT_METHOD_ERROR", "CARD_EXPIRED", "The card is not valid any more.")
        }
        (Refusal::Amount, _) => invalid("VALUE_TOO_LOW", "amount_money.amount"),
        (Refusal::TooMuch { left }, _) => {
            let detail = format!("No more than {left} can be given back.");
            bad("REFUND_ERROR", "REFUND_AMOUNT_INVALID", &detail)
        }
        (Refusal::NothingLeft, _) => {
            bad("REFUND_ERROR", "PAYMENT_NOT_REFUNDABLE", "Nothing is left to give back.")
        }
        (Refusal::Stage, Order::Refund { .. }) => {
            let (code, detail) = ("REFUND_ERROR_PAYMENT_NEEDS_COMPLETION", "It is not completed.");
            bad("REFUND_ERROR", code, detail)
        }
        (Refusal::Stage, _) => {
            let status = seen.map(|seen| seen.payment.status.as_str()).unwrap_or_default();
            let detail = format!("The payment is in the state {status}, and cannot be changed so.");
            bad("INVALID_REQUEST_ERROR", "BAD_REQUEST", &detail)
        }
        (Refusal::Duplicate, _) => {
            let code = StatusCode::CONFLICT;
            trouble(code, "INVALID_REQUEST_ERROR", "CONFLICT", "The same is under way.", None)
        }
    }
}
