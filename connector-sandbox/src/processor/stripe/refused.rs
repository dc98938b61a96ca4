//! Why Stripe does not carry out an order, in its own words.

use hyper::StatusCode;
use serde_json::{Value, json};

use super::body::{self, doc_url};
use super::form::wrong;
use super::{expands, refusal};
use crate::incoming::Incoming;
use crate::ledger::Refusal;
use crate::order::Order;
use crate::reply::Reply;
use crate::resource::Seen;

pub(super) fn reply(
    request: &Incoming,
    order: &Order,
    refused: Refusal,
    seen: Option<&Seen>,
) -> Reply {
    let id = order.payment_id().unwrap_or_default();
    match (refused, seen) {
        (Refusal::Unknown, _) => unknown(order, id),
        (Refusal::UnknownMethod, _) if matches!(order, Order::Forget(_)) => {
            let id = request.path.split('/').rev().nth(1).unwrap_or_default();
            refusal(StatusCode::NOT_FOUND, &missing("payment_method", "payment_method", id))
        }
        (Refusal::UnknownMethod, _) => {
            wrong("resource_missing", "payment_method", "No such PaymentMethod.")
        }
        (Refusal::CardNumber | Refusal::AnotherCard, _) => {
            card_error("incorrect_number", "number", "The card number is incorrect.")
        }
        (Refusal::CardExpired, _) => {
            card_error("invalid_expiry_year", "exp_year", "The card's expiration is invalid.")
        }
        (Refusal::TooMuch { left }, _) => match order {
            Order::Refund { .. } => too_large_refund(left),
            _ => {
                let message =
                    format!("The amount is greater than what can be captured, which is {left}.");
                wrong("amount_too_large", "amount_to_capture", &message)
            }
        },
        (Refusal::NothingLeft, _) => {
            wrong("charge_already_refunded", "payment_intent", "The charge has been refunded.")
        }
        (Refusal::Amount, _) => {
            let message = "The amount must be greater than the current amount.";
            wrong("parameter_invalid_integer", "amount", message)
        }
        (Refusal::Stage | Refusal::Duplicate, Some(seen))
            if !matches!(order, Order::Refund { .. }) =>
        {
            let status = &seen.payment.status;
            let message = format!("The PaymentIntent's status does not permit it: {status}.");
            let intent = body::intent(&seen.payment, &seen.refunds, expands(request));
            let error = json!({
                "code": "payment_intent_unexpected_state",
                "doc_url": doc_url("payment_intent_unexpected_state"),
                "message": message,
                "payment_intent": intent,
            });
            refusal(StatusCode::BAD_REQUEST, &error)
        }
        (Refusal::Stage | Refusal::Duplicate, _) => {
            let message = format!("The PaymentIntent {id} has no successful charge to refund.");
            refusal(StatusCode::BAD_REQUEST, &json!({ "message": message }))
        }
    }
}

/// HTTP 402: the issuer said no, and the intent says so, too.
pub(super) fn declined(request: &Incoming, seen: &Seen) -> Reply {
    let intent = body::intent(&seen.payment, &seen.refunds, expands(request));
    let mut error = intent.get("last_payment_error").cloned().unwrap_or_default();
    if let Some(error) = error.as_object_mut() {
        error.insert("payment_intent".to_owned(), intent);
    }
    refusal(StatusCode::PAYMENT_REQUIRED, &error)
}

fn too_large_refund(left: i64) -> Reply {
    let message =
        format!("The refund is greater than what is left of the charge, which is {left}.");
    refusal(StatusCode::BAD_REQUEST, &json!({ "message": message, "param": "amount" }))
}

/// In the path, what is missing is 404; as a parameter, it is 400.
fn unknown(order: &Order, id: &str) -> Reply {
    let in_path = !matches!(order, Order::Refund { .. });
    let code = if in_path { StatusCode::NOT_FOUND } else { StatusCode::BAD_REQUEST };
    refusal(code, &missing("payment_intent", if in_path { "intent" } else { "payment_intent" }, id))
}

/// The fields of an error about something that is not there.
pub(super) fn missing(object: &str, param: &str, id: &str) -> Value {
    json!({
        "code": "resource_missing",
        "doc_url": doc_url("resource_missing"),
        "message": format!("No such {object}: '{id}'"),
        "param": param,
    })
}

fn card_error(code: &str, param: &str, message: &str) -> Reply {
    let error = json!({
        "type": "card_error",
        "code": code,
        "doc_url": doc_url(code),
        "message": message,
        "param": param,
    });
    refusal(StatusCode::PAYMENT_REQUIRED, &error)
}
