//! Xendit's orders, read from their JSON.

use iso_currency::Currency;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::value::RawValue;
use serde_json::{Map, Value};

use super::refused::invalid;
use crate::amount::in_minor_units;
use crate::card::Card;
use crate::incoming::Incoming;
use crate::order::{Facts, Order, Pay, Source};
use crate::reply::Reply;

#[derive(Deserialize)]
struct PaymentRequest {
    reference_id: Option<String>,
    amount: Option<Box<RawValue>>,
    currency: Option<String>,
    capture_method: Option<String>,
    payment_method: Option<PaymentMethod>,
    payment_method_id: Option<String>,
    initiator: Option<String>,
    customer_id: Option<String>,
    metadata: Option<Map<String, Value>>,
}

#[derive(Deserialize)]
struct PaymentMethod {
    r#type: String,
    reusability: String,
    card: Option<CardParameters>,
}

#[derive(Deserialize)]
struct CardParameters {
    channel_properties: Option<ChannelProperties>,
    card_information: Option<CardInformation>,
}

#[derive(Deserialize, Default)]
struct ChannelProperties {
    skip_three_d_secure: Option<bool>,
    success_return_url: Option<String>,
    failure_return_url: Option<String>,
}

#[derive(Deserialize)]
struct CardInformation {
    card_number: Option<String>,
    expiry_month: Option<String>,
    expiry_year: Option<String>,
    cardholder_name: Option<String>,
}

#[derive(Deserialize)]
struct Capture {
    capture_amount: Option<Box<RawValue>>,
}

#[derive(Deserialize)]
struct Refund {
    payment_request_id: Option<String>,
    amount: Option<Box<RawValue>>,
    currency: Option<String>,
    reason: Option<String>,
    reference_id: Option<String>,
}

#[derive(Deserialize)]
struct Customer {
    reference_id: Option<String>,
}

/// The order behind a path, or `None` where there is no such path.
pub(super) fn read(request: &Incoming, path: &[&str]) -> Option<Result<Order, Reply>> {
    Some(match path {
        ["payment_requests"] => body(request).and_then(pay),
        ["payment_requests", id, "captures"] => body(request).and_then(|part| capture(id, &part)),
        ["v2", "payment_methods"] => body(request).and_then(|method| {
            card(method, &mut Facts::default()).map(|card| Order::Keep(Some(card)))
        }),
        ["v2", "payment_methods", id, "expire"] => Ok(Order::Forget((*id).to_owned())),
        ["refunds"] => body(request).and_then(refund),
        ["customers"] => body(request).and_then(|customer: Customer| {
            customer.reference_id.ok_or_else(|| invalid("reference_id"))?;
            Ok(Order::Keep(None))
        }),
        _ => return None,
    })
}

fn pay(request: PaymentRequest) -> Result<Order, Reply> {
    let currency = request.currency.ok_or_else(|| invalid("currency"))?;
    if Currency::from_code(&currency).is_none() {
        return Err(invalid("currency"));
    }
    let amount_minor = minor(request.amount.as_deref(), &currency, "amount")?;
    if amount_minor < 1 {
        return Err(invalid("amount"));
    }
    let automatic = match request.capture_method.as_deref() {
        None | Some("AUTOMATIC") => true,
        Some("MANUAL") => false,
        Some(_) => return Err(invalid("capture_method")),
    };
    let mut facts = Facts {
        absent: request.initiator.as_deref() == Some("MERCHANT"),
        reference: request.reference_id,
        customer: request.customer_id,
        metadata: request.metadata.unwrap_or_default().into_iter().map(text).collect(),
        ..Facts::default()
    };
    let source = match (request.payment_method, request.payment_method_id) {
        (Some(method), None) => card(method, &mut facts)?,
        (None, Some(id)) => Source::Kept(id),
        _ => return Err(invalid("payment_method")),
    };
    Ok(Order::Pay(Box::new(Pay {
        amount_minor,
        currency,
        source: Some(source),
        confirmed: true,
        automatic,
        facts,
    })))
}

fn card(method: PaymentMethod, facts: &mut Facts) -> Result<Source, Reply> {
    if method.r#type != "CARD" {
        return Err(invalid("payment_method.type"));
    }
    if !matches!(method.reusability.as_str(), "ONE_TIME_USE" | "MULTIPLE_USE") {
        return Err(invalid("payment_method.reusability"));
    }
    let card = method.card.ok_or_else(|| invalid("payment_method.card"))?;
    let properties = card.channel_properties.unwrap_or_default();
    let told = card.card_information.ok_or_else(|| invalid("card_information"))?;
    let number = told.card_number.ok_or_else(|| invalid("card_number"))?;
    let month = told.expiry_month.and_then(|month| month.parse().ok());
    let year = told.expiry_year.and_then(|year| year.parse().ok());
    let month = month.ok_or_else(|| invalid("expiry_month"))?;
    let year = year.ok_or_else(|| invalid("expiry_year"))?;
    facts.authenticate = properties.skip_three_d_secure == Some(false);
    facts.holder = told.cardholder_name;
    facts.return_url = properties.success_return_url;
    facts.failure_url = properties.failure_return_url;
    facts.kept_for = Some(method.reusability);
    Ok(Source::Card(Card::new(&number, month, year)))
}

/// No currency is told: it is the payment's, and its decimals are those of most.
fn capture(id: &str, part: &Capture) -> Result<Order, Reply> {
    let amount = Some(minor(part.capture_amount.as_deref(), "USD", "capture_amount")?);
    Ok(Order::Capture { payment_id: id.to_owned(), amount, last: true })
}

fn refund(refund: Refund) -> Result<Order, Reply> {
    let payment_id = refund.payment_request_id.ok_or_else(|| invalid("payment_request_id"))?;
    let reasons = ["FRAUDULENT", "DUPLICATE", "REQUESTED_BY_CUSTOMER", "CANCELLATION", "OTHERS"];
    if !refund.reason.is_some_and(|reason| reasons.contains(&reason.as_str())) {
        return Err(invalid("reason"));
    }
    let currency = refund.currency.as_deref().unwrap_or("USD");
    let amount = refund.amount.as_deref();
    let amount = amount.map(|amount| minor(Some(amount), currency, "amount")).transpose()?;
    Ok(Order::Refund { payment_id, amount, last4: None, reference: refund.reference_id })
}

/// A number in major units, as its digits are written.
fn minor(amount: Option<&RawValue>, currency: &str, field: &str) -> Result<i64, Reply> {
    let minor = amount.and_then(|amount| in_minor_units(amount.get(), currency));
    minor.ok_or_else(|| invalid(field))
}

fn text((name, value): (String, Value)) -> (String, String) {
    let value = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    (name, value)
}

fn body<T: DeserializeOwned>(request: &Incoming) -> Result<T, Reply> {
    serde_json::from_slice(&request.body).map_err(|_| invalid("body"))
}
