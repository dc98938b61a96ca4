//! Checkout.com's orders, read from their JSON.

use hyper::StatusCode;
use iso_currency::Currency;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value, json};

use super::identified;
use crate::card::Card;
use crate::incoming::Incoming;
use crate::order::{Facts, Order, Pay, Source};
use crate::reply::Reply;

#[derive(Deserialize)]
struct Payment {
    source: Option<PaymentSource>,
    #[serde(default)]
    amount: i64,
    currency: Option<String>,
    #[serde(default = "yes")]
    capture: bool,
    reference: Option<String>,
    #[serde(rename = "3ds", default)]
    three_ds: ThreeDs,
    #[serde(default)]
    merchant_initiated: bool,
    success_url: Option<String>,
    failure_url: Option<String>,
    customer: Option<Customer>,
    #[serde(default)]
    metadata: Map<String, Value>,
}

#[derive(Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
enum PaymentSource {
    Card {
        number: Option<String>,
        expiry_month: Option<u8>,
        expiry_year: Option<u16>,
        billing_address: Option<Address>,
    },
    Id {
        id: String,
    },
}

#[derive(Deserialize)]
struct Address {
    zip: Option<String>,
}

#[derive(Deserialize, Default)]
struct ThreeDs {
    #[serde(default)]
    enabled: bool,
}

#[derive(Deserialize)]
struct Customer {
    id: Option<String>,
    email: Option<String>,
}

/// A token of a customer's device becomes an instrument.
#[derive(Deserialize)]
struct Instrument {
    r#type: String,
    token: Option<String>,
}

#[derive(Deserialize, Default)]
struct Part {
    amount: Option<i64>,
    reference: Option<String>,
    #[serde(default)]
    capture_type: CaptureType,
}

/// After a final capture the rest is released.
#[derive(Deserialize, Default, PartialEq)]
enum CaptureType {
    NonFinal,
    #[default]
    Final,
}

const fn yes() -> bool {
    true
}

/// The order behind a path, or `None` where there is no such path.
pub(super) fn read(request: &Incoming, path: &[&str]) -> Option<Result<Order, Reply>> {
    Some(match path {
        ["payments"] => body(request).and_then(pay),
        ["customers"] => body(request).and_then(|Customer { email, .. }| match email {
            Some(_) => Ok(Order::Keep(None)),
            None => Err(invalid("email_required")),
        }),
        ["instruments"] => body(request).and_then(keep),
        ["payments", id, "captures"] => part(request).map(|part| Order::Capture {
            payment_id: (*id).to_owned(),
            amount: part.amount,
            last: part.capture_type == CaptureType::Final,
        }),
        ["payments", id, "authorizations"] => part(request).map(|part| Order::Raise {
            payment_id: (*id).to_owned(),
            more: part.amount.unwrap_or(0),
        }),
        ["payments", id, "refunds"] => part(request).map(|part| Order::Refund {
            payment_id: (*id).to_owned(),
            amount: part.amount,
            last4: None,
            reference: part.reference,
        }),
        ["payments", id, "voids"] => {
            part(request).map(|_| Order::Void { payment_id: (*id).to_owned() })
        }
        _ => return None,
    })
}

fn keep(instrument: Instrument) -> Result<Order, Reply> {
    if instrument.r#type != "token" {
        return Err(invalid("instrument_type_invalid"));
    }
    let token = instrument.token.ok_or_else(|| invalid("token_required"))?;
    Ok(Order::Keep(Some(Source::Kept(token))))
}

fn pay(payment: Payment) -> Result<Order, Reply> {
    let currency = payment.currency.ok_or_else(|| invalid("currency_required"))?;
    if Currency::from_code(&currency).is_none() {
        return Err(invalid("currency_invalid"));
    }
    if payment.amount < 0 {
        return Err(invalid("amount_invalid"));
    }
    if payment.reference.as_ref().is_some_and(|reference| reference.chars().count() > 50) {
        return Err(invalid("reference_invalid"));
    }
    let (source, postcode) =
        match payment.source.ok_or_else(|| invalid("payment_source_required"))? {
            PaymentSource::Id { id } => (Source::Kept(id), None),
            PaymentSource::Card { number, expiry_month, expiry_year, billing_address } => {
                let number = number.ok_or_else(|| invalid("card_number_required"))?;
                let month = expiry_month.ok_or_else(|| invalid("card_expiry_month_required"))?;
                let year = expiry_year.ok_or_else(|| invalid("card_expiry_year_required"))?;
                let postcode = billing_address.and_then(|address| address.zip);
                (Source::Card(Card::new(&number, month, year)), postcode)
            }
        };
    let text = |(name, value): (String, Value)| {
        Some((name, value.as_str().map_or_else(|| value.to_string(), str::to_owned)))
    };
    Ok(Order::Pay(Box::new(Pay {
        amount_minor: payment.amount,
        currency,
        source: Some(source),
        confirmed: true,
        automatic: payment.capture,
        facts: Facts {
            authenticate: payment.three_ds.enabled,
            absent: payment.merchant_initiated,
            postcode,
            holder: None,
            token: None,
            reference: payment.reference,
            customer: payment.customer.and_then(|customer| customer.id),
            return_url: payment.success_url,
            failure_url: payment.failure_url,
            metadata: payment.metadata.into_iter().filter_map(text).collect(),
            ..Facts::default()
        },
    })))
}

/// All of it, where there is no body.
fn part(request: &Incoming) -> Result<Part, Reply> {
    if request.body.is_empty() {
        return Ok(Part::default());
    }
    let part: Part = body(request)?;
    if part.reference.as_ref().is_some_and(|reference| reference.chars().count() > 50) {
        return Err(invalid("reference_invalid"));
    }
    match part.amount {
        Some(..0) => Err(invalid("amount_invalid")),
        _ => Ok(part),
    }
}

fn body<T: DeserializeOwned>(request: &Incoming) -> Result<T, Reply> {
    serde_json::from_slice(&request.body).map_err(|_| invalid("request_body_malformed"))
}

/// HTTP 422 with a code that says what is wrong.
pub(super) fn invalid(code: &str) -> Reply {
    let body = json!({
        "request_id": "3f0c5a52-0000-4000-8000-00000000cafe",
        "error_type": "request_invalid",
        "error_codes": [code],
    });
    identified(Reply::json(StatusCode::UNPROCESSABLE_ENTITY, &body))
}
