//! Events. <https://developer.squareup.com/docs/webhooks/overview> (read 2026-11). An event carries the object
//! as a retrieval would have told it at that time.

use connector_core::prelude::*;

use super::{Payment, RefundObject, Square};

/// What Square sends. The address is signed, too, as it stands with the subscription.
/// <https://developer.squareup.com/docs/webhooks/step3validate>
#[derive(Webhook)]
#[webhook(
    connector = Square,
    scheme = HmacSha256,
    header = "x-square-hmacsha256-signature",
    signed = "{url}{body}",
    encoding = Base64,
    kind = "type",
    id = "event_id",
)]
enum Event {
    #[webhook(PSync, on("payment.created", "payment.updated"), at = "data.object.payment")]
    #[webhook(connector_transaction_id = "id", connector_request_reference_id = "reference_id")]
    Payment(Payment),
    #[webhook(RSync, on("refund.created", "refund.updated"), at = "data.object.refund")]
    #[webhook(connector_refund_id = "id", connector_transaction_id = "payment_id")]
    Refund(RefundObject),
    /// The dispute stands at other places in Square's description and in its examples; its id does not.
    #[webhook(DSync, on("dispute.*"), at = "data", connector_dispute_id = "id")]
    Dispute,
}
