//! Stripe's charge, which a payment intent shows when it is asked to.

use serde_json::{Value, json};

use super::body::{CREATED, charge_id, fill, method, nulls};
use crate::resource::Subject;

/// The latest charge of an intent.
pub(super) fn charge(payment: &Subject, refunds: &[Subject]) -> Value {
    let (status, outcome) = match payment.status.as_str() {
        "processing" => ("pending", "authorized"),
        "requires_payment_method" => ("failed", "issuer_declined"),
        _ => ("succeeded", "authorized"),
    };
    let failed = status == "failed";
    let books = payment.made.as_ref().map(|made| made.ledger);
    let captured = payment.status == "succeeded";
    let amount_captured = match books {
        Some(books) => books.captured,
        None if captured => payment.amount_minor,
        None => 0,
    };
    let (brand, last4, month, year) = card(payment);
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
            "amount_captured": amount_captured,
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
            "payment_method": method(payment),
            "payment_method_details": {
                "type": "card",
                "card": { "brand": brand, "exp_month": month, "exp_year": year, "last4": last4 },
            },
            "refunded": captured && refunded >= amount_captured,
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

/// Brand, last digits, month and year.
fn card(payment: &Subject) -> (&str, &str, u8, u16) {
    match payment.made.as_ref().and_then(|made| made.card.as_ref()) {
        Some(card) => (card.network(), card.last4(), card.month, card.year),
        None => ("mastercard", "4444", 11, 2031),
    }
}
