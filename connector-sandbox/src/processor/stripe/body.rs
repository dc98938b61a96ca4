//! Stripe's objects. What the description requires or makes nullable is always there, as it is on the
//! real wire.

use serde_json::{Map, Value, json};

use super::charge;
use crate::resource::Subject;

/// Noon on the first of January 2026, UTC.
pub(super) const CREATED: u64 = 1_767_268_800;

/// A payment intent. The charge is an identifier, or the whole object where it was asked for.
pub(super) fn intent(payment: &Subject, refunds: &[Subject], expand_charge: bool) -> Value {
    let status = payment.status.as_str();
    let amount_if = |condition: bool| if condition { payment.amount_minor } else { 0 };
    let charged = matches!(status, "succeeded" | "processing" | "requires_capture");
    let failed = status == "requires_payment_method" && payment.reason.is_some();
    let latest_charge = match (charged || failed, expand_charge) {
        (false, _) => Value::Null,
        (true, false) => Value::from(charge_id(payment)),
        (true, true) => charge::charge(payment, refunds),
    };
    let has_method = failed || !matches!(status, "requires_payment_method" | "canceled");
    let mut object = nulls(&[
        "application",
        "application_fee_amount",
        "automatic_payment_methods",
        "canceled_at",
        "cancellation_reason",
        "customer",
        "description",
        "invoice",
        "last_payment_error",
        "next_action",
        "on_behalf_of",
        "payment_method",
        "processing",
        "receipt_email",
        "review",
        "setup_future_usage",
        "shipping",
        "statement_descriptor",
        "statement_descriptor_suffix",
        "transfer_data",
        "transfer_group",
    ]);
    fill(
        &mut object,
        json!({
            "amount": payment.amount_minor,
            "amount_capturable": amount_if(status == "requires_capture"),
            "amount_details": { "tip": {} },
            "amount_received": amount_if(status == "succeeded"),
            "capture_method": if status == "requires_capture" { "manual" } else { "automatic" },
            "client_secret": format!("{}_secret_sandbox", payment.id),
            "confirmation_method": "automatic",
            "created": CREATED,
            "currency": payment.currency.to_ascii_lowercase(),
            "id": payment.id,
            "latest_charge": latest_charge,
            "livemode": false,
            "metadata": {},
            "object": "payment_intent",
            "payment_method_options": {},
            "payment_method_types": ["card"],
            "status": status,
        }),
    );
    // A failed intent gives its payment method back.
    if has_method && !failed {
        fill(&mut object, json!({ "payment_method": "pm_sandbox_card" }));
    }
    match status {
        "canceled" => fill(
            &mut object,
            json!({ "canceled_at": CREATED, "cancellation_reason": "requested_by_customer" }),
        ),
        "requires_action" => fill(
            &mut object,
            json!({ "next_action": {
                "type": "redirect_to_url",
                "redirect_to_url": {
                    "return_url": "https://shop.example/return",
                    "url": format!("https://authenticate.example/{}", payment.id),
                },
            }}),
        ),
        "processing" => {
            fill(&mut object, json!({ "processing": { "type": "card", "card": {} } }));
        }
        _ => {}
    }
    if let (true, Some(reason)) = (failed, &payment.reason) {
        let error = json!({
            "charge": charge_id(payment),
            "code": "card_declined",
            "decline_code": reason,
            "doc_url": doc_url("card_declined"),
            "message": "The card was declined.",
            "type": "card_error",
        });
        fill(&mut object, json!({ "last_payment_error": error }));
    }
    Value::Object(object)
}

/// A refund.
pub(super) fn refund(refund: &Subject, payment: &Subject) -> Value {
    let mut object = nulls(&[
        "balance_transaction",
        "reason",
        "receipt_number",
        "source_transfer_reversal",
        "transfer_reversal",
    ]);
    fill(
        &mut object,
        json!({
            "amount": refund.amount_minor,
            "charge": charge_id(payment),
            "created": CREATED,
            "currency": refund.currency.to_ascii_lowercase(),
            "id": refund.id,
            "metadata": {},
            "object": "refund",
            "payment_intent": payment.id,
            "status": refund.status,
        }),
    );
    if refund.status == "failed" {
        let reason = refund.reason.as_deref().unwrap_or("unknown");
        fill(&mut object, json!({ "failure_reason": reason }));
    }
    Value::Object(object)
}

/// The page of the processor's manual about an error code.
pub(super) fn doc_url(code: &str) -> String {
    format!("https://stripe.com/docs/error-codes/{}", code.replace('_', "-"))
}

pub(super) fn charge_id(payment: &Subject) -> String {
    format!("ch_{}", payment.id.strip_prefix("pi_").unwrap_or(&payment.id))
}

pub(super) fn nulls(names: &[&str]) -> Map<String, Value> {
    names.iter().map(|name| ((*name).to_owned(), Value::Null)).collect()
}

pub(super) fn fill(object: &mut Map<String, Value>, fields: Value) {
    if let Value::Object(fields) = fields {
        object.extend(fields);
    }
}
