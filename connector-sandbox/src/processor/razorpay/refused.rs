//! Razorpay's errors.

use hyper::StatusCode;
use serde_json::json;

use crate::ledger::Refusal;
use crate::order::Order;
use crate::reply::Reply;
use crate::resource::{Seen, Subject};

pub(super) const UNKNOWN: &str = "The id provided does not exist";

/// There is one code for all that is wrong with a request; the text says what.
pub(super) fn bad(code: StatusCode, text: &str) -> Reply {
    Reply::json(
        code,
        &json!({ "error": {
            "code": "BAD_REQUEST_ERROR",
            "description": text,
            "source": "business",
            "step": "payment_initiation",
            "reason": "input_validation_failed",
            "metadata": {},
        }}),
    )
}

pub(super) fn nothing() -> Reply {
    bad(StatusCode::NOT_FOUND, "The requested URL was not found on the server.")
}

pub(super) fn missing(field: &str) -> Reply {
    bad(StatusCode::BAD_REQUEST, &format!("The {field} field is required."))
}

/// The bank said no: the payment is there, and has failed.
pub(super) fn declined(payment: &Subject) -> Reply {
    let made = payment.made.as_ref();
    Reply::json(
        StatusCode::BAD_REQUEST,
        &json!({ "error": {
            "code": "BAD_REQUEST_ERROR",
            "description": "The payment failed because the bank declined it",
            "source": "bank",
            "step": "payment_authorization",
            "reason": payment.reason,
            "metadata": {
                "payment_id": payment.id,
                "order_id": made.and_then(|made| made.facts.reference.as_deref()),
            },
        }}),
    )
}

pub(super) fn trouble(code: StatusCode) -> Reply {
    let description = "Something went wrong on our side. Try again after a while.";
    let error = json!({ "code": "SERVER_ERROR", "description": description, "metadata": {} });
    Reply::json(code, &json!({ "error": error }))
}

/// Why an order was not carried out.
pub(super) fn why(order: &Order, refusal: Refusal, seen: Option<&Seen>) -> &'static str {
    let captured = seen.is_some_and(|seen| seen.payment.status == "captured");
    match (refusal, order) {
        (Refusal::Unknown | Refusal::UnknownMethod, _) => UNKNOWN,
        (Refusal::CardNumber, _) => "The card number is not valid",
        (Refusal::CardExpired, _) => "The card has expired",
        (Refusal::Stage, Order::Capture { .. }) if captured => {
            "This payment has already been captured"
        }
        (Refusal::Stage, Order::Capture { .. }) => "Only authorized payments can be captured",
        (Refusal::Stage, _) => "Only captured payments can be refunded",
        (Refusal::NothingLeft, _) => "The payment has been fully refunded already",
        (Refusal::TooMuch { .. } | Refusal::Amount, Order::Capture { .. }) => {
            "The capture amount must be equal to the amount authorized"
        }
        (Refusal::TooMuch { .. }, _) => "The refund amount is greater than what was captured",
        _ => "The amount must be at least 1.00",
    }
}
