//! Mollie's orders, read from their JSON.

use hyper::Method;
use iso_currency::Currency;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

use super::cards;
use super::refused::invalid;
use crate::amount::in_minor_units;
use crate::incoming::Incoming;
use crate::order::{Facts, Order, Pay, Source};
use crate::reply::Reply;

#[derive(Deserialize)]
struct Amount {
    currency: String,
    value: String,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Payment {
    amount: Option<Amount>,
    description: Option<String>,
    redirect_url: Option<String>,
    cancel_url: Option<String>,
    method: Option<String>,
    card_token: Option<String>,
    capture_mode: Option<String>,
    sequence_type: Option<String>,
    customer_id: Option<String>,
    mandate_id: Option<String>,
    metadata: Option<Map<String, Value>>,
}

#[derive(Deserialize, Default)]
struct Part {
    amount: Option<Amount>,
    metadata: Option<Value>, // of a refund
}

impl Part {
    fn minor(&self) -> Result<Option<i64>, Reply> {
        self.amount.as_ref().map(minor).transpose()
    }
}

/// The order behind a path, or `None` where there is no such path.
pub(super) fn read(
    method: &Method,
    request: &Incoming,
    path: &[&str],
) -> Option<Result<Order, Reply>> {
    Some(match (method, path) {
        (&Method::POST, ["payments"]) => body(request).and_then(pay),
        (&Method::POST, ["payments", id, "captures"]) => {
            part(request).and_then(|part| part.minor()).map(|amount| {
                // What is left can be captured later, until it is released.
                Order::Capture { payment_id: (*id).to_owned(), amount, last: false }
            })
        }
        (&Method::POST, ["payments", id, "release-authorization"]) => {
            Ok(Order::Void { payment_id: (*id).to_owned() })
        }
        (&Method::POST, ["payments", id, "refunds"]) => {
            part(request).and_then(|part| refund(id, &part))
        }
        (&Method::POST, ["customers"]) => Ok(Order::Keep(None)),
        (&Method::DELETE, ["customers", _, "mandates", id]) => Ok(Order::Forget((*id).to_owned())),
        _ => return None,
    })
}

fn pay(payment: Payment) -> Result<Order, Reply> {
    let amount = payment.amount.ok_or_else(|| invalid("amount", "The amount is required"))?;
    let amount_minor = minor(&amount)?;
    let description = payment.description.filter(|text| !text.is_empty());
    let description = description.ok_or_else(|| invalid("description", "It is required"))?;
    let sequence = payment.sequence_type.as_deref().unwrap_or("oneoff");
    if amount_minor < 0 || (amount_minor == 0 && sequence != "first") {
        return Err(invalid("amount", "The amount is lower than the minimum"));
    }
    let recurs = sequence == "recurring";
    if !matches!(sequence, "oneoff" | "first" | "recurring") {
        return Err(invalid("sequenceType", "There is no such type"));
    }
    if sequence != "oneoff" && payment.customer_id.is_none() {
        return Err(invalid("customerId", "A sequence needs a customer"));
    }
    if !recurs && payment.redirect_url.is_none() {
        return Err(invalid("redirectUrl", "The redirect URL is required"));
    }
    let source = match (recurs, payment.mandate_id, payment.card_token) {
        (true, Some(mandate), _) => Source::Kept(mandate),
        (true, None, _) => return Err(invalid("mandateId", "There is no valid mandate")),
        (false, _, Some(token)) if payment.method.as_deref() == Some("creditcard") => {
            let card = cards::token(&token);
            Source::Card(card.ok_or_else(|| invalid("cardToken", "The token is not known"))?)
        }
        (false, _, Some(_)) => return Err(invalid("cardToken", "It belongs to `creditcard`")),
        (false, _, None) => Source::Card(cards::at_the_page()),
    };
    let text = |(name, value): (String, Value)| {
        Some((name, value.as_str().map_or_else(|| value.to_string(), str::to_owned)))
    };
    Ok(Order::Pay(Box::new(Pay {
        amount_minor,
        currency: amount.currency,
        source: Some(source),
        confirmed: true,
        automatic: payment.capture_mode.as_deref() != Some("manual"),
        facts: Facts {
            absent: recurs,
            reference: Some(description),
            customer: payment.customer_id,
            return_url: payment.redirect_url,
            failure_url: payment.cancel_url,
            metadata: payment.metadata.unwrap_or_default().into_iter().filter_map(text).collect(),
            kept_for: Some(sequence.to_owned()),
            ..Facts::default()
        },
    })))
}

fn refund(payment_id: &str, part: &Part) -> Result<Order, Reply> {
    let amount = part.minor()?;
    if amount.is_none() {
        return Err(invalid("amount", "The amount is required"));
    }
    let reference = part.metadata.as_ref().and_then(Value::as_str).map(str::to_owned);
    Ok(Order::Refund { payment_id: payment_id.to_owned(), amount, last4: None, reference })
}

/// A part, or all of it where there is no amount or no body.
fn part(request: &Incoming) -> Result<Part, Reply> {
    if request.body.is_empty() { Ok(Part::default()) } else { body(request) }
}

/// Exactly the decimals of the currency are asked for.
fn minor(amount: &Amount) -> Result<i64, Reply> {
    let wrong = || invalid("amount", "The amount contains an invalid value");
    let currency = Currency::from_code(&amount.currency)
        .ok_or_else(|| invalid("amount", "The currency is not supported"))?;
    let decimals = amount.value.split_once('.').map_or(0, |(_, part)| part.len());
    if decimals != usize::from(currency.exponent().unwrap_or(2)) {
        return Err(wrong());
    }
    in_minor_units(&amount.value, &amount.currency).ok_or_else(wrong)
}

fn body<T: DeserializeOwned>(request: &Incoming) -> Result<T, Reply> {
    serde_json::from_slice(&request.body).map_err(|_| invalid("body", "It is no JSON of this kind"))
}
