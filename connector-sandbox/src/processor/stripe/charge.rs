//! Stripe's charge, which a payment intent shows when it is asked to.

use serde_json::{Value, json};

use super::body::{CREATED, charge_id, fill, nulls};
use crate::resource::Subject;

/// The latest charge of an intent.
pub(super) fn charge(payment: &Subject, refunds: &[Subject]) -> Value {
    let (status, outcome) = match payment.status.as_str() {
        "processing" => ("pending", "authorized"),
        "requires_payment_method" => ("failed", "issuer_declined"),
        _ => ("succeeded", "authorized"),
    };
    let failed = status == "failed";
    let captured = payment.status == "succeeded";
    let effective = |refund: &&Subject| !matches!(refund.status.as_str(), "failed" | "canceled");
    let refunded = refunds
        .iter()
        .filter(effective)
        .fold(0_i64, |sum, refund| sum.saturating_add(refund.amount_minor));
    let mut object = nulls(&[
        "application",
        "application_fee",
        "application_fee_amount",
        "balance_transaction",
        "calculated_statement_descriptor",
        "customer",
        "description",
        "failure_balance_transaction",
        "failure_code",
        "failure_message",
        "invoice",
        "on_behalf_of",
        "receipt_email",
        "receipt_number",
        "receipt_url",
        "review",
        "shipping",
        "source_transfer",
        "statement_descriptor",
        "statement_descriptor_suffix",
        "transfer_data",
        "transfer_group",
    ]);
    fill(
        &mut object,
        json!({
            "amount": payment.amount_minor,
            "amount_captured": if captured { payment.amount_minor } else { 0 },
            "amount_refunded": refunded,
            "billing_details": { "address": null, "email": null, "name": "A. Payer", "phone": null },
            "captured": captured,
            "created": CREATED,
            "currency": payment.currency.to_ascii_lowercase(),
            "disputed": false,
            "fraud_details": {},
            "id": charge_id(payment),
            "livemode": false,
            "metadata": {},
            "object": "charge",
            "outcome": {
                "network_status": if failed { "declined_by_network" } else { "approved_by_network" },
                "reason": payment.reason,
                "risk_level": "normal",
                "seller_message": if failed { "The bank said no." } else { "Payment complete." },
                "type": outcome,
            },
            "paid": status == "succeeded",
            "payment_intent": payment.id,
            "payment_method": "pm_sandbox_card",
            "payment_method_details": {
                "type": "card",
                "card": { "brand": "mastercard", "exp_month": 11, "exp_year": 2031, "last4": "4444" },
            },
            "refunded": captured && refunded >= payment.amount_minor,
            "status": status,
        }),
    );
    if failed {
        fill(
            &mut object,
            json!({ "failure_code": "card_declined", "failure_message": "The card was declined." }),
        );
    }
    Value::Object(object)
}
