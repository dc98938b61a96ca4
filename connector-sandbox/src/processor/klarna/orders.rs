//! Klarna's orders, read from their JSON.

use hyper::StatusCode;
use iso_currency::Currency;
use serde::Deserialize;
use serde::de::DeserializeOwned;

use super::{TOKENS, error};
use crate::incoming::Incoming;
use crate::order::{Facts, Order, Pay};
use crate::reply::Reply;

#[derive(Deserialize)]
struct Create {
    order_amount: i64,
    purchase_currency: String,
    purchase_country: String,
    order_lines: Vec<Line>,
    #[serde(default)]
    auto_capture: bool,
    merchant_reference1: Option<String>,
}

#[derive(Deserialize)]
struct Line {
    total_amount: i64,
}

#[derive(Deserialize)]
struct Part {
    #[serde(alias = "captured_amount", alias = "refunded_amount")]
    amount: i64,
}

/// The order behind a path, or `None` where there is no such path.
pub(super) fn read(request: &Incoming, path: &[&str]) -> Option<Result<Order, Reply>> {
    Some(match path {
        ["payments", "v1", "authorizations", token, "order"] => {
            body(request).and_then(|create| pay(create, token))
        }
        ["ordermanagement", "v1", "orders", id, "captures"] => {
            body(request).map(|Part { amount }| Order::Capture {
                payment_id: (*id).to_owned(),
                amount: Some(amount),
                last: false,
            })
        }
        ["ordermanagement", "v1", "orders", id, "refunds"] => {
            body(request).map(|Part { amount }| Order::Refund {
                payment_id: (*id).to_owned(),
                amount: Some(amount),
                last4: None,
            })
        }
        ["ordermanagement", "v1", "orders", id, "cancel"] => {
            Ok(Order::Void { payment_id: (*id).to_owned() })
        }
        _ => return None,
    })
}

fn pay(create: Create, token: &str) -> Result<Order, Reply> {
    let known = TOKENS.iter().any(|known| token.starts_with(known.prefix));
    if !known {
        return Err(unknown_token());
    }
    let sum = |sum: i64, line: &Line| sum.checked_add(line.total_amount);
    let adds_up = create.order_lines.iter().try_fold(0_i64, sum) == Some(create.order_amount);
    if Currency::from_code(&create.purchase_currency).is_none() {
        return Err(bad("purchase_currency"));
    }
    if create.purchase_country.len() != 2 {
        return Err(bad("purchase_country"));
    }
    if create.order_lines.is_empty() || !adds_up {
        return Err(bad("order_lines"));
    }
    Ok(Order::Pay(Box::new(Pay {
        amount_minor: create.order_amount,
        currency: create.purchase_currency,
        source: None,
        confirmed: true,
        automatic: create.auto_capture,
        facts: Facts {
            token: Some(token.to_owned()),
            reference: create.merchant_reference1,
            ..Facts::default()
        },
    })))
}

/// The customer has not agreed, or what they agreed to is an order already.
pub(super) fn unknown_token() -> Reply {
    error(StatusCode::NOT_FOUND, "NOT_FOUND", "There is no such authorization")
}

pub(super) fn bad(field: &str) -> Reply {
    error(StatusCode::BAD_REQUEST, "BAD_VALUE", &format!("Bad value: {field}"))
}

fn body<T: DeserializeOwned>(request: &Incoming) -> Result<T, Reply> {
    serde_json::from_slice(&request.body).map_err(|_| bad("body"))
}
