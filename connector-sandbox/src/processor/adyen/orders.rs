//! Adyen's orders, read from their JSON.

use hyper::StatusCode;
use iso_currency::Currency;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

use super::{MERCHANT_ACCOUNT, REDIRECT_RESULT, error, invalid};
use crate::card::Card;
use crate::incoming::Incoming;
use crate::order::{Facts, Order, Pay, Source};
use crate::reply::Reply;

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Payment {
    merchant_account: Option<String>,
    amount: Option<Amount>,
    reference: Option<String>,
    return_url: Option<String>,
    payment_method: Option<PaymentMethod>,
    #[serde(default)]
    additional_data: Map<String, Value>,
    authentication_data: Option<AuthenticationData>,
    shopper_interaction: Option<String>,
    shopper_reference: Option<String>,
    #[serde(default)]
    store_payment_method: bool,
    billing_address: Option<Address>,
    #[serde(default)]
    metadata: Map<String, Value>,
}

#[derive(Deserialize)]
struct Amount {
    currency: String,
    value: i64,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct PaymentMethod {
    r#type: Option<String>,
    number: Option<String>,
    expiry_month: Option<String>,
    expiry_year: Option<String>,
    holder_name: Option<String>,
    stored_payment_method_id: Option<String>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct AuthenticationData {
    attempt_authentication: Option<String>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Address {
    postal_code: Option<String>,
}

/// An order about a payment.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Part {
    merchant_account: Option<String>,
    amount: Option<Amount>,
}

#[derive(Deserialize)]
struct Completion {
    details: Details,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Details {
    redirect_result: Option<String>,
}

/// The order behind a path, or `None` where there is no such path.
pub(super) fn read(request: &Incoming, path: &[&str]) -> Option<Result<Order, Reply>> {
    let payment_id = || path.get(1).copied().unwrap_or_default().to_owned();
    Some(match path {
        ["payments"] => body(request).and_then(pay),
        ["payments", "details"] => body(request).and_then(resume),
        ["sessions"] => body(request).and_then(session),
        ["storedPaymentMethods"] => body(request).and_then(store),
        ["payments", _, "captures"] => amount(request).map(|amount| Order::Capture {
            payment_id: payment_id(),
            amount: Some(amount),
            // To take the rest later is for accounts that have asked for it.
            last: true,
        }),
        ["payments", _, "refunds"] => amount(request).map(|amount| Order::Refund {
            payment_id: payment_id(),
            amount: Some(amount),
            last4: None,
            reference: None,
        }),
        ["payments", _, "amountUpdates"] => {
            amount(request).map(|total| Order::Increase { payment_id: payment_id(), total })
        }
        ["payments", _, "cancels"] => {
            part(request).map(|_| Order::Void { payment_id: payment_id() })
        }
        ["payments", _, "reversals"] => {
            part(request).map(|_| Order::Reverse { payment_id: payment_id() })
        }
        _ => return None,
    })
}

fn pay(payment: Payment) -> Result<Order, Reply> {
    is_ours(payment.merchant_account.as_deref())?;
    let amount = checked(payment.amount)?;
    let reference = required(payment.reference, "reference")?;
    let return_url = required(payment.return_url, "returnUrl")?;
    if reference.chars().count() > 80 {
        return Err(invalid("702", "The reference is longer than 80 characters"));
    }
    let method = required(payment.payment_method, "paymentMethod")?;
    if method.r#type.as_deref() != Some("scheme") {
        return Err(invalid("14_006", "The sandbox takes cards alone (`scheme`)"));
    }
    if (payment.store_payment_method || method.stored_payment_method_id.is_some())
        && payment.shopper_reference.is_none()
    {
        return Err(invalid("130", "Required field 'shopperReference' is not provided."));
    }
    let holder = method.holder_name.clone();
    let text = |(name, value): (String, Value)| {
        Some((name, value.as_str().map_or_else(|| value.to_string(), str::to_owned)))
    };
    let says = |name: &str| payment.additional_data.get(name).and_then(Value::as_str);
    let attempt = payment.authentication_data.and_then(|data| data.attempt_authentication);
    Ok(Order::Pay(Box::new(Pay {
        amount_minor: amount.value,
        currency: amount.currency,
        source: Some(source(method)?),
        confirmed: true,
        automatic: says("manualCapture") != Some("true"),
        facts: Facts {
            authenticate: attempt.as_deref() == Some("always"),
            absent: payment.shopper_interaction.as_deref() == Some("ContAuth"),
            postcode: payment.billing_address.and_then(|address| address.postal_code),
            holder,
            token: None,
            reference: Some(reference),
            customer: payment.shopper_reference,
            return_url: Some(return_url),
            failure_url: None,
            metadata: payment.metadata.into_iter().filter_map(text).collect(),
            ..Facts::default()
        },
    })))
}

fn source(method: PaymentMethod) -> Result<Source, Reply> {
    if let Some(id) = method.stored_payment_method_id {
        return Ok(Source::Kept(id));
    }
    let number = method.number.ok_or_else(|| invalid("101", "Invalid card number"))?;
    let digits = |text: Option<String>| text.and_then(|text| text.parse::<u16>().ok());
    let month = digits(method.expiry_month).and_then(|month| u8::try_from(month).ok());
    match (month, digits(method.expiry_year)) {
        (Some(month), Some(year)) => Ok(Source::Card(Card::new(&number, month, year))),
        _ => Err(invalid("129", "Expiry Date Invalid")),
    }
}

fn resume(completion: Completion) -> Result<Order, Reply> {
    let result = required(completion.details.redirect_result, "details")?;
    match result.strip_prefix(REDIRECT_RESULT) {
        Some(payment_id) => Ok(Order::Resume { payment_id: payment_id.to_owned() }),
        None => Err(unknown_result()),
    }
}

/// Nobody has brought this back.
pub(super) fn unknown_result() -> Reply {
    invalid("14_0408", "Invalid redirectResult")
}

fn store(payment: Payment) -> Result<Order, Reply> {
    is_ours(payment.merchant_account.as_deref())?;
    required(payment.shopper_reference, "shopperReference")?;
    let method = required(payment.payment_method, "paymentMethod")?;
    source(method).map(Some).map(Order::Keep)
}

/// A session is kept like the name of somebody who pays.
fn session(payment: Payment) -> Result<Order, Reply> {
    is_ours(payment.merchant_account.as_deref())?;
    checked(payment.amount)?;
    required(payment.reference, "reference")?;
    required(payment.return_url, "returnUrl")?;
    Ok(Order::Keep(None))
}

/// What is to be forgotten, and whose it is, stands in the URL.
pub(super) fn forget(request: &Incoming, id: &str) -> Result<Order, Reply> {
    let told = |name: &str| request.pairs().find(|(known, _)| known == name).map(|(_, told)| told);
    is_ours(told("merchantAccount").as_deref())?;
    required(told("shopperReference"), "shopperReference")?;
    Ok(Order::Forget(id.to_owned()))
}

fn part(request: &Incoming) -> Result<Part, Reply> {
    let part: Part = body(request)?;
    is_ours(part.merchant_account.as_deref())?;
    Ok(part)
}

fn amount(request: &Incoming) -> Result<i64, Reply> {
    let amount = checked(part(request)?.amount)?;
    if amount.value == 0 {
        return Err(invalid("137", "Invalid amount specified"));
    }
    Ok(amount.value)
}

fn checked(amount: Option<Amount>) -> Result<Amount, Reply> {
    let amount = required(amount, "amount")?;
    if Currency::from_code(&amount.currency).is_none() {
        return Err(invalid("138", "Unsupported currency specified"));
    }
    match amount.value {
        ..0 => Err(invalid("137", "Invalid amount specified")),
        _ => Ok(amount),
    }
}

fn required<T>(value: Option<T>, name: &str) -> Result<T, Reply> {
    value.ok_or_else(|| invalid("130", &format!("Required field '{name}' is not provided.")))
}

fn is_ours(merchant_account: Option<&str>) -> Result<(), Reply> {
    match required(merchant_account, "merchantAccount")? {
        MERCHANT_ACCOUNT => Ok(()),
        _ => Err(error(StatusCode::FORBIDDEN, "901", "Invalid Merchant Account", "security")),
    }
}

fn body<T: DeserializeOwned>(request: &Incoming) -> Result<T, Reply> {
    serde_json::from_slice(&request.body).map_err(|_| {
        error(
            StatusCode::BAD_REQUEST,
            "702",
            "The request's body is not as documented",
            "validation",
        )
    })
}
