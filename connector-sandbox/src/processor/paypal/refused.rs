//! What PayPal says where it does not carry an order out.

use hyper::StatusCode;
use serde_json::json;

use crate::ledger::Refusal;
use crate::order::Order;
use crate::reply::Reply;

/// HTTP 404.
pub(super) fn not_found() -> Reply {
    error(
        StatusCode::NOT_FOUND,
        "RESOURCE_NOT_FOUND",
        "The specified resource does not exist.",
        "INVALID_RESOURCE_ID",
    )
}

/// HTTP 400: the request's form is wrong.
pub(super) fn malformed(issue: &str) -> Reply {
    let message = "Request is not well-formed, syntactically incorrect, or violates schema.";
    error(StatusCode::BAD_REQUEST, "INVALID_REQUEST", message, issue)
}

/// HTTP 422: the request makes no sense now.
pub(super) fn unprocessable(issue: &str) -> Reply {
    let message = "The requested action could not be performed, semantically incorrect, or failed \
                   business validation.";
    error(StatusCode::UNPROCESSABLE_ENTITY, "UNPROCESSABLE_ENTITY", message, issue)
}

pub(super) fn reply(order: &Order, refusal: Refusal) -> Reply {
    let is_refund = matches!(order, Order::Refund { .. });
    let issue = match refusal {
        Refusal::Unknown => return not_found(),
        Refusal::UnknownMethod if matches!(order, Order::Forget(_)) => return not_found(),
        Refusal::UnknownMethod => "TOKEN_ID_NOT_FOUND",
        Refusal::CardNumber | Refusal::AnotherCard => "VALIDATION_ERROR",
        Refusal::CardExpired => "CARD_EXPIRED",
        Refusal::Amount => "CANNOT_BE_ZERO_OR_NEGATIVE",
        Refusal::TooMuch { .. } if is_refund => "REFUND_AMOUNT_EXCEEDED",
        Refusal::TooMuch { .. } => "MAX_CAPTURE_AMOUNT_EXCEEDED",
        Refusal::NothingLeft => "CAPTURE_FULLY_REFUNDED",
        Refusal::Duplicate => "DUPLICATE_INVOICE_ID",
        Refusal::Stage => match order {
            Order::Void { .. } => "CANNOT_BE_VOIDED",
            Order::Refund { .. } => "REFUND_NOT_ALLOWED",
            Order::Capture { .. } => "AUTHORIZATION_ALREADY_CAPTURED",
            _ => "ORDER_ALREADY_COMPLETED",
        },
    };
    unprocessable(issue)
}

fn error(code: StatusCode, name: &str, message: &str, issue: &str) -> Reply {
    let body = json!({
        "name": name,
        "message": message,
        "debug_id": "sandbox0000000",
        "details": [{ "issue": issue, "description": format!("The sandbox says {issue}.") }],
    });
    Reply::json(code, &body)
}
