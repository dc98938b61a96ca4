//! Checkout.com's actions: what has been done with a payment, latest first.

use serde_json::{Map, Value, json};

use super::padded;
use crate::ledger::Stage;
use crate::made::{Deed, DeedKind, Made};
use crate::resource::Subject;

/// The gateway's code for an approval, and for a refusal that has no other reason.
pub(super) const APPROVED: &str = "10000";
const DECLINED: &str = "20005";

/// Every action of a payment. There is always one: the description wants an array with an item.
pub(super) fn all(payment: &Subject, refunds: &[Subject]) -> Value {
    let mut actions = match &payment.made {
        Some(made) if !made.deeds.is_empty() => ordered(payment, made),
        _ => own(payment),
    };
    if refunds.is_empty() && matches!(payment.status.as_str(), "Refunded" | "Partially Refunded") {
        actions.push(action(payment, "Refund", Some(true)));
    }
    actions.extend(refunds.iter().filter_map(|refund| refund_action(refund, payment)));
    let dated = actions.into_iter().zip(1..).map(|(mut action, minute)| {
        action.insert("processed_on".to_owned(), Value::from(time(minute)));
        Value::Object(action)
    });
    let mut dated: Vec<Value> = dated.collect();
    dated.reverse();
    Value::Array(dated)
}

/// The actions in short, as they are part of the details of a session's payment.
pub(super) fn summaries(payment: &Subject, refunds: &[Subject]) -> Value {
    let mut actions = all(payment, refunds);
    if let Some(list) = actions.as_array_mut() {
        // The description's list of types is shorter here by this one.
        list.retain(|action| action.get("type").is_some_and(|kind| kind != "Payout"));
        for action in list.iter_mut().filter_map(Value::as_object_mut) {
            let short = ["id", "type", "response_code", "response_summary"];
            action.retain(|name, _| short.contains(&name.as_str()));
        }
    }
    actions
}

/// So many minutes into the sandbox's only day.
pub(super) fn time(minute: u64) -> String {
    let hour = minute.checked_div(60).unwrap_or_default().min(11).saturating_add(12);
    let minute = minute.checked_rem(60).unwrap_or_default();
    format!("2026-01-01T{hour:02}:{minute:02}:00Z")
}

/// What led to the payment's status, oldest first.
fn own(payment: &Subject) -> Vec<Map<String, Value>> {
    let (first, approved, then) = match payment.status.as_str() {
        "Pending" => ("Authorization", None, None),
        "Declined" | "Canceled" => ("Authorization", Some(false), None),
        "Card Verified" => ("Card Verification", Some(true), None),
        "Voided" => ("Authorization", Some(true), Some("Void")),
        "Captured" | "Partially Captured" | "Refunded" | "Partially Refunded" => {
            ("Authorization", Some(true), Some("Capture"))
        }
        "Paid" => ("Payout", Some(true), None),
        _ => ("Authorization", Some(true), None),
    };
    let then = then.map(|kind| action(payment, kind, Some(true)));
    std::iter::once(action(payment, first, approved)).chain(then).collect()
}

/// What was ordered, oldest first.
fn ordered(payment: &Subject, made: &Made) -> Vec<Map<String, Value>> {
    let action = |deed: &Deed| {
        let kind = match deed.kind {
            DeedKind::Authorization if made.ledger.stage == Stage::Verified => "Card Verification",
            DeedKind::Authorization => "Authorization",
            DeedKind::Capture => "Capture",
            DeedKind::Void => "Void",
        };
        let code = payment.reason.as_deref().unwrap_or(APPROVED);
        entry(&deed.id, kind, deed.amount_minor, Some(payment.reason.is_none()), code)
    };
    made.deeds.iter().map(action).collect()
}

/// An action of the payment itself; its identifier is the payment's with a letter for the type.
fn action(payment: &Subject, kind: &str, approved: Option<bool>) -> Map<String, Value> {
    let letter = kind.chars().next().unwrap_or('x').to_ascii_lowercase();
    let name = payment.id.strip_prefix("pay_").unwrap_or(&payment.id);
    let code = match (approved, payment.reason.as_deref()) {
        (Some(true), _) => APPROVED,
        (Some(false), reason) => reason.unwrap_or(DECLINED),
        (None, _) => "",
    };
    let id = format!("act_{}", padded(&format!("{letter}_{name}")));
    entry(&id, kind, payment.amount_minor, approved, code)
}

/// A refund as an action, if it is listed at all.
fn refund_action(refund: &Subject, payment: &Subject) -> Option<Map<String, Value>> {
    let reason = refund.reason.as_deref();
    let (approved, code) = match refund.status.as_str() {
        "unlisted" => return None,
        "approved" => (Some(true), reason.unwrap_or(APPROVED)),
        "declined" => (Some(false), reason.unwrap_or(DECLINED)),
        "pending" => (None, reason.unwrap_or("")),
        // There is no status to be unheard of, but there is the response code.
        unheard_of => (None, unheard_of),
    };
    let mut action = entry(&refund.id, "Refund", refund.amount_minor, approved, code);
    let own = || format!("refund of {}", payment.id);
    let reference = refund.reference.clone().unwrap_or_else(own);
    action.insert("reference".to_owned(), Value::from(reference));
    Some(action)
}

fn entry(
    id: &str,
    kind: &str,
    amount: i64,
    approved: Option<bool>,
    code: &str,
) -> Map<String, Value> {
    let summary = match approved {
        Some(true) => "Approved",
        Some(false) => "Declined",
        None => "In progress",
    };
    let fields = json!({
        "id": id,
        "type": kind,
        "amount": amount,
        "response_code": code,
        "response_summary": summary,
    });
    let mut fields = fields.as_object().cloned().unwrap_or_default();
    if let Some(approved) = approved {
        fields.insert("approved".to_owned(), Value::from(approved));
    }
    fields
}
