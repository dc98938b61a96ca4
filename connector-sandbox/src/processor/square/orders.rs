//! Square's orders, read from their JSON.

use hyper::Method;
use iso_currency::Currency;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

use super::refused::invalid;
use super::{LOCATION, cards};
use crate::incoming::Incoming;
use crate::order::{Facts, Order, Pay, Source};
use crate::reply::Reply;

#[derive(Deserialize)]
struct Money {
    amount: i64,
    currency: String,
}

#[derive(Deserialize)]
struct Payment {
    source_id: Option<String>,
    idempotency_key: Option<String>,
    amount_money: Option<Money>,
    #[serde(default = "yes")]
    autocomplete: bool,
    location_id: Option<String>,
    customer_id: Option<String>,
    reference_id: Option<String>,
    note: Option<String>,
}

#[derive(Deserialize)]
struct Update {
    idempotency_key: Option<String>,
    payment: Option<Updated>,
}

#[derive(Deserialize)]
struct Updated {
    amount_money: Option<Money>,
}

#[derive(Deserialize)]
struct Refund {
    idempotency_key: Option<String>,
    payment_id: Option<String>,
    amount_money: Option<Money>,
}

#[derive(Deserialize)]
struct NewOrder {
    idempotency_key: Option<String>,
    order: Option<LocatedOrder>,
}

#[derive(Deserialize)]
struct LocatedOrder {
    location_id: Option<String>,
}

#[derive(Deserialize)]
struct CardOnFile {
    idempotency_key: Option<String>,
    source_id: Option<String>,
    card: Option<OwnedCard>,
}

#[derive(Deserialize)]
struct OwnedCard {
    customer_id: Option<String>,
}

const fn yes() -> bool {
    true
}

/// The order behind a path, or `None` where there is no such path.
pub(super) fn read(
    method: &Method,
    request: &Incoming,
    path: &[&str],
) -> Option<Result<Order, Reply>> {
    Some(match (method, path) {
        (&Method::POST, ["payments"]) => body(request).and_then(pay),
        (&Method::PUT, ["payments", id]) => body(request).and_then(|update| hold(id, update)),
        (&Method::POST, ["payments", id, "complete"]) => {
            // There is nothing to say in it, and it has to be there.
            body::<Map<String, Value>>(request).map(|_| Order::Capture {
                payment_id: (*id).to_owned(),
                amount: None,
                last: true,
            })
        }
        (&Method::POST, ["payments", id, "cancel"]) => {
            Ok(Order::Void { payment_id: (*id).to_owned() })
        }
        (&Method::POST, ["refunds"]) => body(request).and_then(refund),
        (&Method::POST, ["customers"]) => Ok(Order::Keep(None)),
        (&Method::POST, ["orders"]) => body(request).and_then(|order: NewOrder| {
            let location = order.order.and_then(|order| order.location_id);
            match location.as_deref() {
                Some(LOCATION) => key(order.idempotency_key).map(|()| Order::Keep(None)),
                _ => Err(invalid("MISSING_REQUIRED_PARAMETER", "order.location_id")),
            }
        }),
        (&Method::POST, ["cards"]) => body(request).and_then(keep),
        (&Method::POST, ["cards", id, "disable"]) => Ok(Order::Forget((*id).to_owned())),
        _ => return None,
    })
}

fn pay(payment: Payment) -> Result<Order, Reply> {
    key(payment.idempotency_key)?;
    let amount = money(payment.amount_money)?;
    let name =
        payment.source_id.ok_or_else(|| invalid("MISSING_REQUIRED_PARAMETER", "source_id"))?;
    if payment.location_id.is_some_and(|location| location != LOCATION) {
        return Err(invalid("INVALID_VALUE", "location_id"));
    }
    let too_long =
        |text: &Option<String>, most| text.as_ref().is_some_and(|text| text.chars().count() > most);
    if too_long(&payment.reference_id, 40) {
        return Err(invalid("VALUE_TOO_LONG", "reference_id"));
    }
    if too_long(&payment.note, 500) {
        return Err(invalid("VALUE_TOO_LONG", "note"));
    }
    if name.starts_with("ccof:") && payment.customer_id.is_none() {
        return Err(invalid("MISSING_REQUIRED_PARAMETER", "customer_id"));
    }
    Ok(Order::Pay(Box::new(Pay {
        amount_minor: amount.amount,
        currency: amount.currency,
        source: Some(source(name)),
        confirmed: true,
        automatic: payment.autocomplete,
        facts: Facts {
            reference: payment.reference_id,
            customer: payment.customer_id,
            ..Facts::default()
        },
    })))
}

fn hold(id: &str, update: Update) -> Result<Order, Reply> {
    key(update.idempotency_key)?;
    let total = money(update.payment.and_then(|payment| payment.amount_money))?.amount;
    Ok(Order::Increase { payment_id: id.to_owned(), total })
}

fn refund(refund: Refund) -> Result<Order, Reply> {
    key(refund.idempotency_key)?;
    let amount = Some(money(refund.amount_money)?.amount);
    let payment_id =
        refund.payment_id.ok_or_else(|| invalid("MISSING_REQUIRED_PARAMETER", "payment_id"))?;
    Ok(Order::Refund { payment_id, amount, last4: None, reference: None })
}

fn keep(order: CardOnFile) -> Result<Order, Reply> {
    key(order.idempotency_key)?;
    let name = order.source_id.ok_or_else(|| invalid("MISSING_REQUIRED_PARAMETER", "source_id"))?;
    let customer = order.card.and_then(|card| card.customer_id);
    if customer.is_none() {
        return Err(invalid("MISSING_REQUIRED_PARAMETER", "card.customer_id"));
    }
    Ok(Order::Keep(Some(source(name))))
}

/// A published token stands for its card; everything else is a name that something is kept under.
fn source(name: String) -> Source {
    cards::token(&name).map_or(Source::Kept(name), Source::Card)
}

fn key(key: Option<String>) -> Result<(), Reply> {
    let key = key.ok_or_else(|| invalid("MISSING_REQUIRED_PARAMETER", "idempotency_key"))?;
    match key.len() {
        0 => Err(invalid("VALUE_EMPTY", "idempotency_key")),
        1..=45 => Ok(()),
        _ => Err(invalid("VALUE_TOO_LONG", "idempotency_key")),
    }
}

fn money(money: Option<Money>) -> Result<Money, Reply> {
    let money = money.ok_or_else(|| invalid("MISSING_REQUIRED_PARAMETER", "amount_money"))?;
    if Currency::from_code(&money.currency).is_none() {
        return Err(invalid("INVALID_ENUM_VALUE", "amount_money.currency"));
    }
    if money.amount < 1 {
        return Err(invalid("VALUE_TOO_LOW", "amount_money.amount"));
    }
    Ok(money)
}

fn body<T: DeserializeOwned>(request: &Incoming) -> Result<T, Reply> {
    serde_json::from_slice(&request.body).map_err(|_| invalid("EXPECTED_JSON_BODY", "body"))
}
