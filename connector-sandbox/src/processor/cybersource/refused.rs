//! Cybersource's errors.

use hyper::StatusCode;
use serde_json::json;

use super::body::TIME;
use crate::ledger::Refusal;
use crate::order::Order;
use crate::reply::Reply;

/// The gateway before the API speaks in another way.
pub(super) fn not_authenticated() -> Reply {
    let body = json!({ "response": { "rmsg": "Authentication Failed" } });
    Reply::json(StatusCode::UNAUTHORIZED, &body)
}

pub(super) fn unknown() -> Reply {
    let message = "The specified resource not found in the system.";
    error(StatusCode::NOT_FOUND, "NOT_FOUND", "NOT_FOUND", message)
}

pub(super) fn invalid(reason: &str) -> Reply {
    error(StatusCode::BAD_REQUEST, "INVALID_REQUEST", reason, "The request cannot be carried out")
}

pub(super) fn trouble(code: StatusCode, reason: &str) -> Reply {
    error(code, "SERVER_ERROR", reason, "The service cannot answer at the moment")
}

/// Why an order was not carried out.
pub(super) fn reply(order: &Order, refusal: Refusal) -> Reply {
    invalid(match (refusal, order) {
        (Refusal::Unknown, _) | (Refusal::UnknownMethod, Order::Forget(_)) => return unknown(),
        (Refusal::Duplicate, _) => "DUPLICATE_REQUEST",
        (Refusal::CardNumber | Refusal::CardExpired | Refusal::AnotherCard, _) => "INVALID_CARD",
        (Refusal::UnknownMethod, _) => "INVALID_DATA",
        (Refusal::TooMuch { .. }, Order::Capture { .. }) => "EXCEEDS_AUTH_AMOUNT",
        (Refusal::TooMuch { .. } | Refusal::Amount, _) => "INVALID_AMOUNT",
        (Refusal::Stage, Order::TakeBack { .. }) => "NOT_VOIDABLE",
        (Refusal::Stage, Order::Refund { .. }) => "CAPTURE_ALREADY_VOIDED",
        (Refusal::Stage, _) => "TRANSACTION_ALREADY_REVERSED_OR_SETTLED",
        (Refusal::NothingLeft, _) => "INVALID_AMOUNT",
    })
}

fn error(code: StatusCode, status: &str, reason: &str, message: &str) -> Reply {
    Reply::json(
        code,
        &json!({
            "submitTimeUtc": TIME,
            "status": status,
            "reason": reason,
            "message": message,
        }),
    )
}
