//! Checkout.com's payment details.

use serde_json::{Value, json};

use super::actions;
use crate::resource::Subject;

/// The details of a payment. By a session's identifier they come with a summary of the actions.
///
/// `balances` is left out: the description requires an `id` in it that it describes nowhere.
pub(super) fn payment(payment: &Subject, refunds: &[Subject], by_session: bool) -> Value {
    let status = payment.status.as_str();
    let href = |rest: &str| json!({ "href": format!("/payments/{}{rest}", payment.id) });
    let mut object = json!({
        "id": payment.id,
        "requested_on": actions::time(0),
        "source": {
            "type": "card",
            "bin": "555555",
            "expiry_month": 11,
            "expiry_year": 2031,
            "fingerprint": "A1B2C3D4E5F60718293A4B5C6D7E8F90",
            "last4": "4444",
            "name": "A. Payer",
            "scheme": "Mastercard",
        },
        "amount": payment.amount_minor,
        "currency": payment.currency,
        "payment_type": "Regular",
        "reference": format!("order of {}", payment.id),
        "approved": !matches!(status, "Pending" | "Declined" | "Canceled"),
        "status": status,
        "risk": { "flagged": false },
        "metadata": {},
        "_links": { "self": href(""), "actions": href("/actions") },
    });
    let further: &[&str] = match status {
        "Authorized" => &["capture", "void"],
        "Captured" | "Partially Captured" | "Partially Refunded" => &["refund"],
        _ => &[],
    };
    if let Some(links) = object.get_mut("_links").and_then(Value::as_object_mut) {
        for name in further {
            links.insert((*name).to_owned(), href(&format!("/{name}s")));
        }
    }
    if by_session && let Some(fields) = object.as_object_mut() {
        fields.insert("actions".to_owned(), actions::summaries(payment, refunds));
    }
    object
}
