//! Checkout.com's payment details.

use serde_json::{Map, Value, json};

use super::actions;
use crate::card::Card;
use crate::ledger::Ledger;
use crate::resource::Subject;

/// The details of a payment. By a session's identifier they come with a summary of the actions.
///
/// The description requires an `id` in `balances` that it describes nowhere: it is the payment's here.
pub(super) fn payment(payment: &Subject, refunds: &[Subject], by_session: bool) -> Value {
    let status = payment.status.as_str();
    let made = payment.made.as_ref();
    let reference = match made {
        Some(made) => made.facts.reference.clone(),
        None => Some(format!("order of {}", payment.id)),
    };
    let metadata: Map<String, Value> = made
        .iter()
        .flat_map(|made| &made.facts.metadata)
        .map(|(name, value)| (name.clone(), json!(value)))
        .collect();
    let mut object = json!({
        "id": payment.id,
        "requested_on": actions::time(0),
        "source": source(payment),
        "amount": payment.amount_minor,
        "currency": payment.currency,
        "payment_type": "Regular",
        "approved": !matches!(status, "Pending" | "Declined" | "Canceled"),
        "status": status,
        "risk": { "flagged": false },
        "metadata": metadata,
        "_links": links(payment),
    });
    if let (Some(reference), Some(fields)) = (reference, object.as_object_mut()) {
        fields.insert("reference".to_owned(), Value::from(reference));
    }
    if let (Some(made), Some(fields)) = (made, object.as_object_mut()) {
        let Ledger { authorized, captured, refunded, .. } = made.ledger;
        let balances = json!({
            "id": payment.id,
            "total_authorized": authorized,
            "total_captured": captured,
            "available_to_capture": made.ledger.capturable(),
            "total_refunded": refunded,
        });
        fields.insert("balances".to_owned(), balances);
    }
    if by_session && let Some(fields) = object.as_object_mut() {
        fields.insert("actions".to_owned(), actions::summaries(payment, refunds));
    }
    object
}

/// The card, without its number.
pub(super) fn source(payment: &Subject) -> Value {
    let made = payment.made.as_ref();
    let Some((card, method)) = made.and_then(|made| made.card.as_ref().zip(made.method.as_ref()))
    else {
        return json!({
            "type": "card",
            "bin": "555555",
            "expiry_month": 11,
            "expiry_year": 2031,
            "fingerprint": "A1B2C3D4E5F60718293A4B5C6D7E8F90",
            "last4": "4444",
            "name": "A. Payer",
            "scheme": "Mastercard",
        });
    };
    json!({
        "type": "card",
        "id": method,
        "bin": card.bin(),
        "expiry_month": card.month,
        "expiry_year": card.year,
        "fingerprint": "A1B2C3D4E5F60718293A4B5C6D7E8F90",
        "last4": card.last4(),
        "scheme": scheme(card.network()),
    })
}

/// `StoreInstrumentResponse`, of a card.
pub(super) fn instrument(id: &str, card: &Card) -> Value {
    json!({
        "type": "card",
        "id": id,
        "bin": card.bin(),
        "expiry_month": card.month,
        "expiry_year": card.year,
        "fingerprint": "A1B2C3D4E5F60718293A4B5C6D7E8F90",
        "last4": card.last4(),
        "scheme": scheme(card.network()),
    })
}

fn scheme(network: &str) -> &'static str {
    match network {
        "visa" => "Visa",
        "mastercard" => "Mastercard",
        "amex" => "American Express",
        "jcb" => "JCB",
        "diners" => "Diners Club International",
        _ => "Discover",
    }
}

/// Where to go from here: what can be asked, what can be ordered, where the customer has to go.
pub(super) fn links(payment: &Subject) -> Value {
    let href = |rest: &str| json!({ "href": format!("/payments/{}{rest}", payment.id) });
    let mut links = json!({ "self": href(""), "actions": href("/actions") });
    let further: &[&str] = match payment.status.as_str() {
        "Authorized" => &["capture", "void"],
        "Captured" | "Partially Captured" | "Partially Refunded" => &["refund"],
        _ => &[],
    };
    if let Some(links) = links.as_object_mut() {
        for name in further {
            links.insert((*name).to_owned(), href(&format!("/{name}s")));
        }
        let redirect = payment.made.as_ref().and_then(|made| made.authentication.as_deref());
        if let Some(redirect) = redirect {
            links.insert("redirect".to_owned(), json!({ "href": redirect }));
        }
    }
    links
}
