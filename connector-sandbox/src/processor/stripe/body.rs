//! Stripe's objects. What the description requires or makes nullable is always there, as it is on the
//! real wire.

use serde_json::{Map, Value, json};

use super::charge;
use crate::made::DeedKind;
use crate::resource::Subject;

/// The reason of an intent whose customer could not be authenticated.
pub(super) const UNAUTHENTICATED: &str = "payment_intent_authentication_failure";

/// Noon on the first of January 2026, UTC.
pub(super) const CREATED: u64 = 1_767_268_800;

/// A payment intent. The charge is an identifier, or the whole object where it was asked for.
pub(super) fn intent(payment: &Subject, refunds: &[Subject], expand_charge: bool) -> Value {
    let status = payment.status.as_str();
    let made = payment.made.as_ref();
    let amount_if = |condition: bool| if condition { payment.amount_minor } else { 0 };
    let books = made.map(|made| made.ledger);
    let manual = books.map_or(status == "requires_capture", |books| !books.automatic);
    let charged = match made {
        Some(made) => made.deeds.iter().any(|deed| deed.kind == DeedKind::Authorization),
        None => matches!(status, "succeeded" | "processing" | "requires_capture"),
    };
    let failed = status == "requires_payment_method" && payment.reason.is_some();
    let latest_charge = match (charged || failed, expand_charge) {
        (false, _) => Value::Null,
        (true, false) => Value::from(charge_id(payment)),
        (true, true) => charge::charge(payment, refunds),
    };
    let has_method = match made {
        Some(made) => made.card.is_some() && !failed,
        None => !matches!(status, "requires_payment_method" | "canceled"),
    };
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
            "amount_capturable": books
                .map_or(amount_if(status == "requires_capture"), |books| books.capturable()),
            "amount_details": { "tip": {} },
            "amount_received": books
                .map_or(amount_if(status == "succeeded"), |books| books.captured),
            "capture_method": if manual { "manual" } else { "automatic" },
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
    if has_method {
        fill(&mut object, json!({ "payment_method": method(payment) }));
    }
    if let Some(made) = made {
        let metadata: Map<String, Value> =
            made.facts.metadata.iter().map(|(name, value)| (name.clone(), json!(value))).collect();
        fill(
            &mut object,
            json!({
                "customer": made.facts.customer,
                "description": made.facts.reference,
                "metadata": metadata,
            }),
        );
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
                    "return_url": made.map_or(Some("https://shop.example/return"), |made| {
                        made.facts.return_url.as_deref()
                    }),
                    "url": made.and_then(|made| made.authentication.clone()).unwrap_or_else(|| {
                        format!("https://authenticate.example/{}", payment.id)
                    }),
                },
            }}),
        ),
        "processing" => {
            fill(&mut object, json!({ "processing": { "type": "card", "card": {} } }));
        }
        _ => {}
    }
    if let (true, Some(reason)) = (failed, &payment.reason) {
        fill(&mut object, json!({ "last_payment_error": failure(payment, reason) }));
    }
    Value::Object(object)
}

/// Why an intent failed. Some reasons are codes of their own, for the others the card was declined.
fn failure(payment: &Subject, reason: &str) -> Value {
    if reason == UNAUTHENTICATED {
        return json!({
            "code": UNAUTHENTICATED,
            "doc_url": doc_url(UNAUTHENTICATED),
            "message": "The customer could not be authenticated.",
            "type": "invalid_request_error",
        });
    }
    let code = match reason {
        "expired_card" | "incorrect_cvc" | "processing_error" | "authentication_required" => reason,
        _ => "card_declined",
    };
    let mut error = Map::new();
    fill(
        &mut error,
        json!({
            "charge": charge_id(payment),
            "code": code,
            "doc_url": doc_url(code),
            "message": "The card was declined.",
            "type": "card_error",
        }),
    );
    if matches!(code, "card_declined" | "authentication_required") {
        fill(&mut error, json!({ "decline_code": reason }));
    }
    Value::Object(error)
}

pub(super) fn method(payment: &Subject) -> &str {
    let method = payment.made.as_ref().and_then(|made| made.method.as_deref());
    method.unwrap_or("pm_sandbox_card")
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
    if let Some(reference) = &refund.reference {
        fill(&mut object, json!({ "metadata": { "reference": reference } }));
    }
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
