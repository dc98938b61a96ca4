//! Klarna's orders, read from their JSON.

use hyper::{Method, StatusCode};
use iso_currency::Currency;
use serde::Deserialize;
use serde::de::DeserializeOwned;

use super::{TOKENS, error};
use crate::card::Card;
use crate::incoming::Incoming;
use crate::order::{Facts, Order, Pay, Source};
use crate::reply::Reply;

#[derive(Deserialize)]
struct Create {
    order_amount: i64,
    purchase_currency: String,
    #[serde(default)]
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

/// What a customer token is made for. All of it has to be there.
#[derive(Deserialize)]
struct Agreement {
    intended_use: String,
    #[serde(rename = "description")]
    _description: String,
    #[serde(rename = "locale")]
    _locale: String,
    purchase_country: String,
    purchase_currency: String,
}

#[derive(Deserialize)]
struct Status {
    status: String,
}

#[derive(Deserialize)]
struct Update {
    order_amount: i64,
}

#[derive(Deserialize)]
struct Part {
    #[serde(alias = "captured_amount", alias = "refunded_amount")]
    amount: i64,
}

/// The order behind a path, or `None` where there is no such path.
pub(super) fn read(
    method: &Method,
    request: &Incoming,
    path: &[&str],
) -> Option<Result<Order, Reply>> {
    if method == Method::PATCH {
        return change(request, path);
    }
    Some(match path {
        ["payments", "v1", "sessions"] => body(request).and_then(|create| session(&create)),
        ["payments", "v1", "authorizations", token, "order"] => {
            body(request).and_then(|create| agreed(create, token))
        }
        ["payments", "v1", "authorizations", token, "customer-token"] => {
            body(request).and_then(|agreement| keep(&agreement, token))
        }
        ["customer-token", "v1", "tokens", token, "order"] => {
            let source = Source::Kept((*token).to_owned());
            body(request).and_then(|create| pay(create, None, Some(source)))
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
                reference: None,
            })
        }
        ["ordermanagement", "v1", "orders", id, "cancel"] => {
            Ok(Order::Void { payment_id: (*id).to_owned() })
        }
        _ => return None,
    })
}

fn change(request: &Incoming, path: &[&str]) -> Option<Result<Order, Reply>> {
    Some(match path {
        ["ordermanagement", "v1", "orders", id, "authorization"] => {
            body(request).map(|Update { order_amount }| Order::Increase {
                payment_id: (*id).to_owned(),
                total: order_amount,
            })
        }
        ["customer-token", "v1", "tokens", token, "status"] => {
            body(request).and_then(|Status { status }| match status.as_str() {
                "CANCELLED" => Ok(Order::Forget((*token).to_owned())),
                _ => Err(bad("status")),
            })
        }
        _ => return None,
    })
}

/// Whoever agreed pays later by what Klarna knows of them. It is kept as others keep a card.
fn keep(agreement: &Agreement, token: &str) -> Result<Order, Reply> {
    is_known(token)?;
    if agreement.intended_use != "SUBSCRIPTION" {
        return Err(bad("intended_use"));
    }
    if Currency::from_code(&agreement.purchase_currency).is_none() {
        return Err(bad("purchase_currency"));
    }
    if agreement.purchase_country.len() != 2 {
        return Err(bad("purchase_country"));
    }
    Ok(Order::Keep(Some(Source::Card(Card::new("4111111111111111", 12, 2099)))))
}

fn is_known(token: &str) -> Result<(), Reply> {
    match TOKENS.iter().any(|known| token.starts_with(known.prefix)) {
        true => Ok(()),
        false => Err(unknown_token()),
    }
}

fn agreed(create: Create, token: &str) -> Result<Order, Reply> {
    is_known(token)?;
    if create.purchase_country.len() != 2 {
        return Err(bad("purchase_country"));
    }
    pay(create, Some(token.to_owned()), None)
}

fn session(create: &Create) -> Result<Order, Reply> {
    if create.purchase_country.len() != 2 {
        return Err(bad("purchase_country"));
    }
    checked(create).map(|()| Order::Keep(None))
}

fn pay(create: Create, token: Option<String>, source: Option<Source>) -> Result<Order, Reply> {
    checked(&create)?;
    Ok(Order::Pay(Box::new(Pay {
        amount_minor: create.order_amount,
        currency: create.purchase_currency,
        source,
        confirmed: true,
        automatic: create.auto_capture,
        facts: Facts { token, reference: create.merchant_reference1, ..Facts::default() },
    })))
}

/// The sum, and the lines that make it.
fn checked(create: &Create) -> Result<(), Reply> {
    let sum = |sum: i64, line: &Line| sum.checked_add(line.total_amount);
    let adds_up = create.order_lines.iter().try_fold(0_i64, sum) == Some(create.order_amount);
    if Currency::from_code(&create.purchase_currency).is_none() {
        return Err(bad("purchase_currency"));
    }
    if create.order_lines.is_empty() || !adds_up {
        return Err(bad("order_lines"));
    }
    Ok(())
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
