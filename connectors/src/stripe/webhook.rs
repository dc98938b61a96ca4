//! Events. <https://docs.stripe.com/webhooks>, and <https://docs.stripe.com/api/events/types> (read
//! 2026-11). An event carries the object as a retrieval would have told it at that time.

use connector_core::prelude::*;

use super::dispute::Dispute;
use super::{PaymentIntent, RefundObject, Stripe};

/// What Stripe sends. Secrets begin with `whsec_`, one for each endpoint.
#[derive(Webhook)]
#[webhook(
    connector = Stripe,
    scheme = HmacSha256,
    header = "Stripe-Signature",
    form = "t={timestamp},v1={signature}",
    signed = "{timestamp}.{body}",
    tolerance_seconds = 300,
    kind = "type",
    id = "id",
)]
enum Event {
    #[webhook(PSync, on("payment_intent.*"), at = "data.object")]
    #[webhook(connector_transaction_id = "id")]
    #[webhook(connector_request_reference_id = "metadata.reference")]
    Payment(PaymentIntent),
    #[webhook(RSync, on("refund.*", "charge.refund.*"), at = "data.object")]
    #[webhook(connector_refund_id = "id", connector_transaction_id = "payment_intent")]
    #[webhook(connector_request_reference_id = "metadata.reference")]
    Refund(RefundObject),
    #[webhook(DSync, on("charge.dispute.*"), at = "data.object")]
    #[webhook(connector_dispute_id = "id", connector_transaction_id = "payment_intent")]
    Dispute(Dispute),
    /// A charge is one attempt of a payment; what became of the payment, its intent tells.
    #[webhook(PSync, on("charge.*"), at = "data.object")]
    #[webhook(connector_transaction_id = "payment_intent")]
    Charge,
}
