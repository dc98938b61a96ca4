//! Stripe's orders, read from their forms.

use hyper::StatusCode;
use iso_currency::Currency;
use serde_json::json;

use super::form::{Form, wrong};
use super::refusal;
use crate::card::Card;
use crate::incoming::Incoming;
use crate::order::{Facts, Order, Pay, Source};
use crate::reply::Reply;

/// Parameters of every way to pay.
const CONFIRM: &[&str] = &[
    "capture_method",
    "error_on_requires_action",
    "expand",
    "mandate",
    "mandate_data",
    "off_session",
    "payment_method",
    "payment_method_data",
    "payment_method_options",
    "payment_method_types",
    "radar_options",
    "receipt_email",
    "return_url",
    "setup_future_usage",
    "shipping",
    "use_stripe_sdk",
];

const CREATE: &[&str] = &[
    "amount",
    "application_fee_amount",
    "automatic_payment_methods",
    "confirm",
    "confirmation_method",
    "currency",
    "customer",
    "description",
    "metadata",
    "on_behalf_of",
    "statement_descriptor",
    "statement_descriptor_suffix",
    "transfer_data",
    "transfer_group",
];

const CAPTURE: &[&str] = &[
    "amount_to_capture",
    "application_fee_amount",
    "expand",
    "metadata",
    "statement_descriptor",
    "statement_descriptor_suffix",
    "transfer_data",
];

const REFUND: &[&str] = &[
    "amount",
    "charge",
    "currency",
    "customer",
    "expand",
    "instructions_email",
    "metadata",
    "origin",
    "payment_intent",
    "reason",
    "refund_application_fee",
    "reverse_transfer",
];

const INCREMENT: &[&str] = &[
    "amount",
    "application_fee_amount",
    "description",
    "expand",
    "metadata",
    "statement_descriptor",
    "transfer_data",
];

const CUSTOMER: &[&str] = &[
    "address",
    "description",
    "email",
    "expand",
    "invoice_settings",
    "metadata",
    "name",
    "payment_method",
    "phone",
    "preferred_locales",
    "shipping",
    "tax",
    "tax_exempt",
];

const METHOD: &[&str] = &["billing_details", "card", "customer", "expand", "metadata", "type"];

const SETUP: &[&str] = &[
    "attach_to_self",
    "automatic_payment_methods",
    "confirm",
    "customer",
    "description",
    "expand",
    "flow_directions",
    "mandate_data",
    "metadata",
    "on_behalf_of",
    "payment_method",
    "payment_method_data",
    "payment_method_options",
    "payment_method_types",
    "return_url",
    "single_use",
    "usage",
    "use_stripe_sdk",
];

/// The order behind a path below `/v1`, or `None` where there is no such path.
pub(super) fn read(request: &Incoming, path: &[&str]) -> Option<Result<Order, Reply>> {
    Some(match path {
        ["payment_intents"] => pay(request),
        ["payment_intents", id, "confirm"] => confirm(request, id),
        ["payment_intents", id, "capture"] => capture(request, id),
        ["payment_intents", id, "cancel"] => {
            Form::read(request, &["cancellation_reason", "expand"])
                .map(|_| Order::Void { payment_id: (*id).to_owned() })
        }
        ["payment_intents", id, "increment_authorization"] => increase(request, id),
        ["refunds"] => refund(request),
        ["customers"] => Form::read(request, CUSTOMER).map(|_| Order::Keep(None)),
        ["payment_methods"] => {
            Form::read(request, METHOD).and_then(|form| keep(card(&form, "type", "card")?))
        }
        ["payment_methods", id, "detach"] => {
            Form::read(request, &["expand"]).map(|_| Order::Forget((*id).to_owned()))
        }
        ["setup_intents"] => Form::read(request, SETUP).and_then(|form| keep(source(&form)?)),
        _ => return None,
    })
}

fn pay(request: &Incoming) -> Result<Order, Reply> {
    let form = Form::read(request, &[CREATE, CONFIRM].concat())?;
    form.needed("amount")?;
    let currency = form.needed("currency")?.to_ascii_uppercase();
    if Currency::from_code(&currency).is_none() {
        let message = format!("Invalid currency: {}", currency.to_ascii_lowercase());
        let error = json!({ "message": message, "param": "currency" });
        return Err(refusal(StatusCode::BAD_REQUEST, &error));
    }
    let (source, confirmed) = (source(&form)?, form.flag("confirm")?);
    if confirmed && source.is_none() {
        let message = "A PaymentIntent without a payment method cannot be confirmed.";
        return Err(wrong("payment_intent_unexpected_state", "payment_method", message));
    }
    Ok(Order::Pay(Box::new(Pay {
        amount_minor: form.amount("amount")?.unwrap_or_default(),
        currency,
        source,
        confirmed,
        automatic: form.word("capture_method", &["automatic", "automatic_async", "manual"])?
            != "manual",
        facts: Facts {
            absent: form.get("off_session").is_some_and(|value| value != "false")
                || form.flag("error_on_requires_action")?,
            reference: form.text("description"),
            customer: form.text("customer"),
            return_url: form.text("return_url"),
            metadata: form.below("metadata"),
            ..Facts::default()
        },
    })))
}

fn confirm(request: &Incoming, id: &str) -> Result<Order, Reply> {
    let form = Form::read(request, CONFIRM)?;
    let (source, return_url) = (source(&form)?, form.text("return_url"));
    Ok(Order::Confirm { payment_id: id.to_owned(), source, return_url })
}

fn capture(request: &Incoming, id: &str) -> Result<Order, Reply> {
    let amount = Form::read(request, CAPTURE)?.amount("amount_to_capture")?;
    Ok(Order::Capture { payment_id: id.to_owned(), amount, last: true })
}

fn increase(request: &Incoming, id: &str) -> Result<Order, Reply> {
    let form = Form::read(request, INCREMENT)?;
    form.needed("amount")?;
    let total = form.amount("amount")?.unwrap_or_default();
    Ok(Order::Increase { payment_id: id.to_owned(), total })
}

/// A charge has the identifier of its intent, but for the prefix.
fn refund(request: &Incoming) -> Result<Order, Reply> {
    let form = Form::read(request, REFUND)?;
    let of_charge =
        form.get("charge").map(|id| format!("pi_{}", id.strip_prefix("ch_").unwrap_or(id)));
    let payment_id = form.text("payment_intent").or(of_charge).ok_or_else(|| {
        let message = "One of the following params should be provided: payment_intent or charge.";
        refusal(StatusCode::BAD_REQUEST, &json!({ "message": message }))
    })?;
    Ok(Order::Refund {
        payment_id,
        amount: form.amount("amount")?,
        last4: None,
        reference: form.text("metadata[reference]"),
    })
}

fn keep(source: Option<Source>) -> Result<Order, Reply> {
    let missing = || wrong("parameter_missing", "card", "Missing required param: card.");
    source.map(|source| Order::Keep(Some(source))).ok_or_else(missing)
}

fn source(form: &Form) -> Result<Option<Source>, Reply> {
    match form.get("payment_method") {
        Some(id) => Ok(Some(Source::Kept(id.to_owned()))),
        None => card(form, "payment_method_data[type]", "payment_method_data[card]"),
    }
}

/// The card whose number and expiry stand below this key, where the type is there.
fn card(form: &Form, kind: &str, parent: &str) -> Result<Option<Source>, Reply> {
    match form.get(kind) {
        None => return Ok(None),
        Some("card") => {}
        Some(other) => {
            let message = format!("The sandbox takes cards, and no {other}.");
            let error = json!({ "message": message, "param": kind });
            return Err(refusal(StatusCode::BAD_REQUEST, &error));
        }
    }
    if let Some(token) = form.get(&format!("{parent}[token]")) {
        return Ok(Some(Source::Kept(token.to_owned())));
    }
    let month = form.needed(&format!("{parent}[exp_month]"))?.parse().unwrap_or(0);
    let year = form.needed(&format!("{parent}[exp_year]"))?.parse().unwrap_or(0);
    let number = form.needed(&format!("{parent}[number]"))?;
    Ok(Some(Source::Card(Card::new(number, month, year))))
}
