//! What Adyen answers to orders.

use hyper::StatusCode;
use serde_json::{Map, Value, json};

use super::orders::unknown_result;
use super::{MERCHANT_ACCOUNT, cards, invalid};
use crate::card::Card;
use crate::incoming::Incoming;
use crate::ledger::{Refusal, Stage};
use crate::made::Made;
use crate::order::Order;
use crate::reply::Reply;
use crate::resource::{Seen, Subject};

/// What this sandbox calls a payment's status; of an order about one there is another word.
const RESULTS: [&str; 5] = ["Pending", "RedirectShopper", "Refused", "Cancelled", "Authorised"];

/// An order that was carried out, or will be.
pub(super) fn reply(request: &Incoming, order: &Order, seen: &Seen) -> Reply {
    let Some(made) = &seen.payment.made else { return Reply::empty(StatusCode::NOT_FOUND) };
    match order {
        Order::Pay(_) | Order::Resume { .. } => {
            Reply::json(StatusCode::OK, &payment(request, &seen.payment, made))
        }
        _ => {
            let refund = seen.refunds.first().map(|refund| (&*refund.id, &*refund.status));
            let last = made.deeds.last().map_or("", |deed| deed.id.as_str());
            let (id, status) = refund.unwrap_or((last, &seen.payment.status));
            received(request, &seen.payment.id, id, status)
        }
    }
}

/// Why an order was not carried out. An order about a payment that is there is received all the same,
/// and nothing comes of it; only a webhook tells.
pub(super) fn refused(
    request: &Incoming,
    order: &Order,
    refusal: Refusal,
    seen: Option<&Seen>,
) -> Reply {
    match (refusal, order, seen) {
        (_, Order::Resume { .. }, _) => unknown_result(),
        (Refusal::Unknown, ..) => {
            invalid("167", "Original pspReference required for this operation")
        }
        (Refusal::UnknownMethod, ..) => invalid("800", "Contract not found"),
        (Refusal::CardNumber | Refusal::AnotherCard, ..) => invalid("101", "Invalid card number"),
        (Refusal::CardExpired, ..) => invalid("129", "Expiry Date Invalid"),
        (_, Order::Pay(_) | Order::Keep(_), _) | (_, _, None) => {
            invalid("137", "Invalid amount specified")
        }
        (_, _, Some(seen)) => {
            received(request, &seen.payment.id, "M999999999999999", &seen.payment.status)
        }
    }
}

fn received(request: &Incoming, payment_id: &str, id: &str, status: &str) -> Reply {
    let status = if RESULTS.contains(&status) { "received" } else { status };
    let mut body = echoed(request, &["amount", "reference"]);
    body.insert("merchantAccount".to_owned(), Value::from(MERCHANT_ACCOUNT));
    body.insert("paymentPspReference".to_owned(), Value::from(payment_id));
    body.insert("pspReference".to_owned(), Value::from(id));
    body.insert("status".to_owned(), Value::from(status));
    // The description wants one here, whether the order had one or not.
    body.entry("reference").or_insert_with(|| Value::from(""));
    Reply::json(StatusCode::CREATED, &Value::Object(body))
}

/// `CreateCheckoutSessionResponse`.
pub(super) fn session(request: &Incoming, id: &str) -> Reply {
    let mut body = echoed(request, &["amount", "reference", "returnUrl", "merchantAccount"]);
    body.insert("id".to_owned(), Value::from(format!("CS{id}")));
    body.insert("sessionData".to_owned(), Value::from(format!("Ab02b4c0!{id}")));
    body.insert("expiresAt".to_owned(), Value::from("2026-01-01T13:00:00+01:00"));
    body.insert("mode".to_owned(), Value::from("embedded"));
    Reply::json(StatusCode::CREATED, &Value::Object(body))
}

/// `StoredPaymentMethodResource`.
pub(super) fn stored(request: &Incoming, id: &str, card: &Card) -> Reply {
    let mut body = echoed(request, &["shopperReference"]);
    body.insert("id".to_owned(), Value::from(id));
    body.insert("type".to_owned(), Value::from("scheme"));
    body.insert("brand".to_owned(), Value::from(card.network()));
    body.insert("lastFour".to_owned(), Value::from(card.last4()));
    Reply::json(StatusCode::CREATED, &Value::Object(body))
}

fn payment(request: &Incoming, payment: &Subject, made: &Made) -> Value {
    let mut body = Map::new();
    let mut tell = |name: &str, value: Value| body.insert(name.to_owned(), value);
    tell("pspReference", Value::from(&*payment.id));
    tell("resultCode", Value::from(&*payment.status));
    if let Some(reference) = &made.facts.reference {
        tell("merchantReference", Value::from(&**reference));
    }
    match made.ledger.stage {
        Stage::Held | Stage::Taken | Stage::Verified => {
            let amount = json!({ "currency": payment.currency, "value": payment.amount_minor });
            tell("amount", amount);
            tell("additionalData", additional(request, made));
        }
        Stage::Awaiting => {
            tell(
                "action",
                json!({
                    "type": "redirect",
                    "paymentMethodType": "scheme",
                    "method": "GET",
                    "url": made.authentication,
                }),
            );
        }
        Stage::Declined => {
            let reason = payment.reason.as_deref().unwrap_or("Refused");
            tell("refusalReason", Value::from(reason));
            tell("refusalReasonCode", Value::from(cards::code(reason)));
        }
        Stage::Voided | Stage::Unpaid | Stage::Unconfirmed => {}
    }
    Value::Object(body)
}

/// What is told beside an approval; of a card that is kept, its name.
fn additional(request: &Incoming, made: &Made) -> Value {
    let asked = echoed(request, &["storePaymentMethod"]);
    let is_kept = asked.get("storePaymentMethod") == Some(&Value::Bool(true));
    let mut data = json!({ "authCode": "044925", "networkTxReference": "MCC123456789012" });
    if let (true, Some(method), Some(data)) = (is_kept, &made.method, data.as_object_mut()) {
        data.insert("tokenization.storedPaymentMethodId".to_owned(), Value::from(&**method));
        data.insert("tokenization.store.operationType".to_owned(), Value::from("created"));
    }
    data
}

/// These fields of the request's body, as they came.
fn echoed(request: &Incoming, names: &[&str]) -> Map<String, Value> {
    let body: Map<String, Value> = serde_json::from_slice(&request.body).unwrap_or_default();
    body.into_iter().filter(|(name, _)| names.contains(&name.as_str())).collect()
}
