//! Cybersource's orders, read from their JSON.

use hyper::Method;
use serde::Deserialize;
use serde::de::DeserializeOwned;

use super::body::{PAYMENT, id_of};
use super::refused::{invalid, unknown};
use crate::amount::in_minor_units;
use crate::card::Card;
use crate::incoming::Incoming;
use crate::order::{Facts, Order, Pay, Source};
use crate::reply::Reply;

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Body {
    client_reference_information: Option<Reference>,
    processing_information: Option<Processing>,
    payment_information: Option<PaidWith>,
    #[serde(alias = "reversalInformation")]
    order_information: Option<OrderInformation>,
}

#[derive(Deserialize)]
struct Reference {
    code: Option<String>,
}

#[derive(Deserialize, Default)]
#[serde(rename_all = "camelCase")]
struct Processing {
    #[serde(default)]
    capture: bool,
    #[serde(default)]
    action_list: Vec<String>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
enum PaidWith {
    Card(CardDetails),
    /// One that was kept.
    PaymentInstrument {
        id: String,
    },
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct CardDetails {
    number: String,
    expiration_month: String,
    expiration_year: String,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct OrderInformation {
    amount_details: AmountDetails,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct AmountDetails {
    #[serde(alias = "additionalAmount")]
    total_amount: String,
    currency: String,
}

pub(super) fn read(method: &Method, request: &Incoming, path: &[&str]) -> Result<Order, Reply> {
    let payment = |id: &str| id_of(PAYMENT, id);
    match (method, path) {
        (&Method::POST, ["payments"]) => pay(body(request)?),
        (&Method::PATCH, ["payments", id]) => {
            let (more, _) = amount(&body(request)?)?;
            Ok(Order::Raise { payment_id: payment(id), more })
        }
        (&Method::POST, ["payments", id, "captures"]) => {
            let (minor, _) = amount(&body(request)?)?;
            Ok(Order::Capture { payment_id: payment(id), amount: Some(minor), last: true })
        }
        (&Method::POST, ["payments", id, "reversals"]) => {
            amount(&body(request)?)?;
            Ok(Order::Void { payment_id: payment(id) })
        }
        (&Method::POST, ["captures", id, "voids"]) => {
            body(request)?;
            Ok(Order::TakeBack { payment_id: payment(id) })
        }
        (&Method::POST, ["payments" | "captures", id, "refunds"]) => {
            let (minor, _) = amount(&body(request)?)?;
            Ok(Order::Refund {
                payment_id: payment(id),
                amount: Some(minor),
                last4: None,
                reference: None,
            })
        }
        _ => Err(unknown()),
    }
}

fn pay(body: Body) -> Result<Order, Reply> {
    let (amount_minor, currency) = amount(&body)?;
    let reference = body.client_reference_information.and_then(|known| known.code);
    let source = source(body.payment_information.ok_or_else(|| invalid("MISSING_FIELD"))?)?;
    let processing = body.processing_information.unwrap_or_default();
    let kept = processing.action_list.into_iter().find(|action| action == KEEP);
    Ok(Order::Pay(Box::new(Pay {
        amount_minor,
        currency,
        source: Some(source),
        confirmed: true,
        automatic: processing.capture,
        facts: Facts {
            reference: Some(reference.ok_or_else(|| invalid("MISSING_FIELD"))?),
            kept_for: kept,
            ..Facts::default()
        },
    })))
}

/// The action by which a card becomes a payment instrument.
const KEEP: &str = "TOKEN_CREATE";

fn source(paid_with: PaidWith) -> Result<Source, Reply> {
    let card = match paid_with {
        PaidWith::PaymentInstrument { id } => return Ok(Source::Kept(id)),
        PaidWith::Card(card) => card,
    };
    let (month, year) = (card.expiration_month.parse(), card.expiration_year.parse());
    let (Ok(month), Ok(year)) = (month, year) else { return Err(invalid("INVALID_DATA")) };
    Ok(Source::Card(Card::new(&card.number, month, year)))
}

fn amount(body: &Body) -> Result<(i64, String), Reply> {
    let order = body.order_information.as_ref().ok_or_else(|| invalid("MISSING_FIELD"))?;
    let AmountDetails { total_amount, currency } = &order.amount_details;
    let minor = in_minor_units(total_amount, currency).ok_or_else(|| invalid("INVALID_AMOUNT"))?;
    Ok((minor, currency.clone()))
}

fn body(request: &Incoming) -> Result<Body, Reply> {
    read_json(request)
}

fn read_json<T: DeserializeOwned>(request: &Incoming) -> Result<T, Reply> {
    serde_json::from_slice(&request.body).map_err(|_| invalid("INVALID_DATA"))
}
