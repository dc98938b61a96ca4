//! Razorpay's orders, read from their JSON.

use hyper::StatusCode;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

use super::refused::{self, bad, missing};
use crate::card::Card;
use crate::incoming::Incoming;
use crate::order::{Facts, Order, Pay, Source};
use crate::reply::Reply;

/// An order whose payment is captured by itself says so at the end of its id, so that nothing more has to
/// be kept of it.
pub(super) const BY_ITSELF: char = 'A';

/// An order, and a capture, which is of all that is held.
#[derive(Deserialize)]
struct Sum {
    amount: i64,
    currency: String,
}

/// A refund, perhaps of a part.
#[derive(Deserialize)]
struct Part {
    amount: Option<i64>,
    receipt: Option<String>,
}

#[derive(Deserialize)]
struct Create {
    amount: i64,
    currency: String,
    email: Option<String>,
    contact: Option<String>,
    order_id: Option<String>,
    method: Option<String>,
    card: Option<CardDetails>,
    ip: Option<String>,
    user_agent: Option<String>,
    browser: Option<Value>,
    callback_url: Option<String>,
    notes: Option<Map<String, Value>>,
}

#[derive(Deserialize)]
struct Recurring {
    amount: i64,
    currency: String,
    email: Option<String>,
    contact: Option<String>,
    order_id: Option<String>,
    customer_id: Option<String>,
    token: Option<String>,
}

#[derive(Deserialize)]
struct CardDetails {
    number: String,
    name: String,
    expiry_month: String,
    expiry_year: String,
}

pub(super) fn read(request: &Incoming, path: &[&str]) -> Result<Order, Reply> {
    match path {
        ["orders"] => {
            let sum: Sum = body(request)?;
            if sum.amount < 100 || sum.currency.len() != 3 {
                return Err(bad(StatusCode::BAD_REQUEST, "The amount must be at least 1.00"));
            }
            Ok(Order::Keep(None))
        }
        ["customers"] => {
            body::<Map<String, Value>>(request)?;
            Ok(Order::Keep(None))
        }
        ["payments", "create", "json"] => pay(body(request)?),
        ["payments", "create", "recurring"] => repeat(body(request)?),
        ["payments", id, "capture"] => {
            let Sum { amount, currency: _ } = body(request)?;
            Ok(Order::Capture { payment_id: (*id).to_owned(), amount: Some(amount), last: true })
        }
        ["payments", id, "refund"] => {
            let Part { amount, receipt } = body(request)?;
            let payment_id = (*id).to_owned();
            Ok(Order::Refund { payment_id, amount, last4: None, reference: receipt })
        }
        _ => Err(refused::nothing()),
    }
}

/// A payment by a token, without the customer.
fn repeat(create: Recurring) -> Result<Order, Reply> {
    create.contact.ok_or_else(|| missing("contact"))?;
    create.customer_id.ok_or_else(|| missing("customer id"))?;
    let email = create.email.ok_or_else(|| missing("email"))?;
    let order = create.order_id.ok_or_else(|| missing("order id"))?;
    let token = create.token.ok_or_else(|| missing("token"))?;
    if !order.starts_with("order_") {
        return Err(bad(StatusCode::BAD_REQUEST, refused::UNKNOWN));
    }
    Ok(Order::Pay(Box::new(Pay {
        amount_minor: create.amount,
        currency: create.currency,
        source: Some(Source::Kept(token)),
        confirmed: true,
        automatic: order.ends_with(BY_ITSELF),
        facts: Facts {
            absent: true,
            reference: Some(order),
            customer: Some(email),
            ..Facts::default()
        },
    })))
}

fn pay(create: Create) -> Result<Order, Reply> {
    for (name, is_there) in [
        ("contact", create.contact.is_some()),
        ("ip", create.ip.is_some()),
        ("user agent", create.user_agent.is_some()),
        ("browser", create.browser.is_some()),
    ] {
        if !is_there {
            return Err(missing(name));
        }
    }
    let email = create.email.ok_or_else(|| missing("email"))?;
    let order = create.order_id.ok_or_else(|| missing("order id"))?;
    if !order.starts_with("order_") {
        return Err(bad(StatusCode::BAD_REQUEST, refused::UNKNOWN));
    }
    if create.method.as_deref() != Some("card") {
        return Err(bad(StatusCode::BAD_REQUEST, "The method is not one of this account"));
    }
    let card = create.card.ok_or_else(|| missing("card"))?;
    if card.name.is_empty() {
        return Err(missing("card name"));
    }
    let (month, year) = (card.expiry_month.parse(), card.expiry_year.parse());
    let (Ok(month), Ok(year)) = (month, year) else { return Err(missing("card expiry month")) };
    let text = |(name, value): (String, Value)| {
        (name, value.as_str().map_or_else(|| value.to_string(), str::to_owned))
    };
    Ok(Order::Pay(Box::new(Pay {
        amount_minor: create.amount,
        currency: create.currency,
        source: Some(Source::Card(Card::new(&card.number, month, year))),
        confirmed: true,
        automatic: order.ends_with(BY_ITSELF),
        facts: Facts {
            holder: Some(card.name),
            reference: Some(order),
            customer: Some(email),
            return_url: create.callback_url,
            metadata: create.notes.unwrap_or_default().into_iter().map(text).collect(),
            ..Facts::default()
        },
    })))
}

fn body<T: DeserializeOwned>(request: &Incoming) -> Result<T, Reply> {
    let text = "The request is not as it has to be";
    serde_json::from_slice(&request.body).map_err(|_| bad(StatusCode::BAD_REQUEST, text))
}
