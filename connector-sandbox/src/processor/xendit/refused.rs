//! Xendit's errors.

use hyper::StatusCode;
use serde_json::json;

use crate::ledger::Refusal;
use crate::order::Order;
use crate::reply::Reply;

pub(super) fn trouble(status: StatusCode, code: &str, message: &str) -> Reply {
    Reply::json(status, &json!({ "error_code": code, "message": message }))
}

pub(super) fn nothing() -> Reply {
    let message = "The requested endpoint does not exist";
    trouble(StatusCode::NOT_FOUND, "NOT_FOUND", message)
}

pub(super) fn unknown(what: &str) -> Reply {
    let message = format!("{what} not found");
    trouble(StatusCode::NOT_FOUND, "DATA_NOT_FOUND", &message)
}

/// A body that is not as it has to be.
pub(super) fn invalid(field: &str) -> Reply {
    let message = format!("The field {field} is not as it has to be");
    trouble(StatusCode::BAD_REQUEST, "API_VALIDATION_ERROR", &message)
}

/// Why an order was not carried out.
pub(super) fn reply(order: &Order, refusal: Refusal) -> Reply {
    let (code, message) = match (refusal, order) {
        (Refusal::Unknown, _) => return unknown("Payment request"),
        (Refusal::UnknownMethod, _) => return unknown("Payment method"),
        (Refusal::Amount, _) => return invalid("amount"),
        (Refusal::CardNumber | Refusal::AnotherCard, _) => return invalid("card_number"),
        (Refusal::CardExpired, _) => return invalid("expiry_year"),
        (Refusal::Duplicate, _) => {
            let message = "The same was ordered a moment ago";
            return trouble(StatusCode::CONFLICT, "DUPLICATE_ERROR", message);
        }
        (Refusal::TooMuch { .. }, Order::Capture { .. }) => {
            ("AMOUNT_EXCEEDS_AUTHORIZATION", "No more is held")
        }
        (Refusal::TooMuch { .. } | Refusal::NothingLeft, _) => {
            ("MAXIMUM_REFUND_AMOUNT_REACHED", "No more is left to give back")
        }
        (Refusal::Stage, _) => ("INELIGIBLE_TRANSACTION", "The payment has not come to this"),
    };
    trouble(StatusCode::BAD_REQUEST, code, message)
}
