//! PayPal's orders, read from their JSON.

use serde::Deserialize;
use serde::de::DeserializeOwned;

use super::amount::Amount;
use super::order_of;
use super::refused::{malformed, unprocessable};
use crate::card::Card;
use crate::incoming::Incoming;
use crate::order::{Facts, Order, Pay, Source};
use crate::reply::Reply;

#[derive(Deserialize)]
struct NewOrder {
    intent: Intent,
    purchase_units: Vec<PurchaseUnit>,
    payment_source: Option<PaymentSource>,
}

#[derive(Deserialize, PartialEq)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
enum Intent {
    Capture,
    Authorize,
}

#[derive(Deserialize)]
struct PurchaseUnit {
    amount: Amount,
    custom_id: Option<String>,
}

#[derive(Deserialize)]
struct PaymentSource {
    card: Option<GivenCard>,
    paypal: Option<GivenWallet>,
}

#[derive(Deserialize)]
struct GivenWallet {
    experience_context: Option<Experience>,
}

#[derive(Deserialize)]
struct Experience {
    return_url: Option<String>,
}

#[derive(Deserialize)]
struct GivenCard {
    number: Option<String>,
    expiry: Option<String>,
    name: Option<String>,
    vault_id: Option<String>,
    attributes: Option<Attributes>,
    experience_context: Option<Experience>,
}

#[derive(Deserialize)]
struct Attributes {
    verification: Option<Verification>,
}

#[derive(Deserialize)]
struct Verification {
    method: Option<String>,
}

#[derive(Deserialize, Default)]
struct Paid {
    payment_source: Option<PaymentSource>,
}

#[derive(Deserialize, Default)]
struct Part {
    amount: Option<Amount>,
    #[serde(default)]
    final_capture: bool,
    custom_id: Option<String>,
}

/// The order behind a path, or `None` where there is no such path.
pub(super) fn read(request: &Incoming, path: &[&str]) -> Option<Result<Order, Reply>> {
    Some(match path {
        ["v2", "checkout", "orders"] => body(request).and_then(pay),
        ["v2", "checkout", "orders", id, "capture" | "authorize"] => confirm(request, id),
        ["v2", "payments", "authorizations", id, "capture"] => {
            part(request).map(|(amount, part)| Order::Capture {
                payment_id: order_of(id),
                amount,
                last: part.final_capture,
            })
        }
        ["v2", "payments", "authorizations", id, "void"] => {
            Ok(Order::Void { payment_id: order_of(id) })
        }
        ["v2", "payments", "captures", id, "refund"] => {
            part(request).map(|(amount, part)| Order::Refund {
                payment_id: order_of(id),
                amount,
                last4: None,
                reference: part.custom_id,
            })
        }
        ["v3", "vault", "payment-tokens"] => keep(request),
        _ => return None,
    })
}

fn pay(order: NewOrder) -> Result<Order, Reply> {
    let unit = order.purchase_units.into_iter().next();
    let unit = unit.ok_or_else(|| malformed("MISSING_REQUIRED_PARAMETER"))?;
    let amount_minor = unit.amount.minor().map_err(unprocessable)?;
    let source = order.payment_source;
    let holder = source.as_ref().and_then(|source| source.card.as_ref()?.name.clone());
    let wallet = source.as_ref().and_then(|source| source.paypal.as_ref());
    let context = wallet.and_then(|wallet| wallet.experience_context.as_ref());
    let given = source.as_ref().and_then(|source| source.card.as_ref());
    let context = context.or(given.and_then(|card| card.experience_context.as_ref()));
    let return_url = context.and_then(|context| context.return_url.clone());
    let wanted = given.and_then(|card| card.attributes.as_ref()?.verification.as_ref());
    let wanted = wanted.and_then(|verification| verification.method.as_deref());
    let authenticate = wanted == Some("SCA_ALWAYS");
    let card = source.and_then(|source| source.card).map(GivenCard::source).transpose()?;
    Ok(Order::Pay(Box::new(Pay {
        amount_minor,
        currency: unit.amount.currency_code,
        confirmed: card.is_some(),
        source: card,
        automatic: order.intent == Intent::Capture,
        facts: Facts {
            authenticate,
            reference: unit.custom_id,
            holder,
            return_url,
            ..Facts::default()
        },
    })))
}

fn confirm(request: &Incoming, id: &str) -> Result<Order, Reply> {
    let paid: Paid = if request.body.is_empty() { Paid::default() } else { body(request)? };
    let card = paid.payment_source.and_then(|source| source.card);
    let source = card.map(GivenCard::source).transpose()?;
    Ok(Order::Confirm { payment_id: id.to_owned(), source, return_url: None })
}

fn keep(request: &Incoming) -> Result<Order, Reply> {
    let paid: Paid = body(request)?;
    let card = paid.payment_source.and_then(|source| source.card);
    let card = card.ok_or_else(|| malformed("MISSING_REQUIRED_PARAMETER"))?;
    Ok(Order::Keep(Some(card.source()?)))
}

/// All of it, where there is no amount.
fn part(request: &Incoming) -> Result<(Option<i64>, Part), Reply> {
    if request.body.is_empty() {
        return Ok((None, Part::default()));
    }
    let part: Part = body(request)?;
    let amount = part.amount.as_ref().map(Amount::minor).transpose().map_err(unprocessable)?;
    Ok((amount, part))
}

impl GivenCard {
    fn source(self) -> Result<Source, Reply> {
        if let Some(id) = self.vault_id {
            return Ok(Source::Kept(id));
        }
        let missing = || malformed("MISSING_REQUIRED_PARAMETER");
        let number = self.number.ok_or_else(missing)?;
        let expiry = self.expiry.ok_or_else(missing)?;
        let (year, month) =
            expiry.split_once('-').ok_or_else(|| malformed("INVALID_PARAMETER_SYNTAX"))?;
        let (year, month) = year.parse().ok().zip(month.parse().ok()).ok_or_else(missing)?;
        Ok(Source::Card(Card::new(&number, month, year)))
    }
}

fn body<T: DeserializeOwned>(request: &Incoming) -> Result<T, Reply> {
    serde_json::from_slice(&request.body).map_err(|_| malformed("MALFORMED_REQUEST_JSON"))
}
