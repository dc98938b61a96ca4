//! Events. <https://razorpay.com/docs/webhooks/> (read 2026-11). An event carries the object as it was when the
//! event happened.

use connector_core::prelude::*;

use super::dispute::Dispute;
use super::{Payment, Razorpay, RefundObject};

/// What Razorpay sends.
/// <https://razorpay.com/docs/webhooks/validate-test/>
#[derive(Webhook)]
#[webhook(
    connector = Razorpay,
    scheme = HmacSha256,
    header = "X-Razorpay-Signature",
    kind = "event",
    id_header = "X-Razorpay-Event-Id",
)]
enum Event {
    #[webhook(PSync, at = "payload.payment.entity", connector_transaction_id = "id")]
    #[webhook(on("payment.authorized", "payment.captured", "payment.failed"))]
    Payment(Payment),
    #[webhook(DSync, on("payment.dispute.*"), at = "payload.dispute.entity")]
    #[webhook(connector_dispute_id = "id", connector_transaction_id = "payment_id")]
    Dispute(Dispute),
    #[webhook(RSync, on("refund.*"), at = "payload.refund.entity")]
    #[webhook(connector_refund_id = "id", connector_transaction_id = "payment_id")]
    #[webhook(connector_request_reference_id = "receipt")]
    Refund(RefundObject),
}
