//! Events. <https://docs.xendit.co/docs/set-up-webhooks>, `PaymentCallback` and `RefundCallback` of
//! <https://github.com/xendit/xendit-go>, and the names of payments' events by the peers, since Xendit's pages
//! list those of its newer API alone (all read 2026-11).

use connector_core::prelude::*;

use super::{RefundObject, Xendit};

/// What Xendit sends. The token comes with each of them as it is, so that it proves who sent a webhook, and not
/// that nobody changed it.
#[derive(Webhook)]
#[webhook(connector = Xendit, scheme = Token, header = "x-callback-token", kind = "event")]
enum Event {
    #[webhook(PSync, on("payment.failed", "payment.awaiting_capture", "payment.pending"), at = "data")]
    #[webhook(connector_transaction_id = "payment_request_id")]
    #[webhook(connector_request_reference_id = "reference_id")]
    Payment(PaymentEvent),
    /// Of a payment that is captured by hand, only the request tells that it is.
    #[webhook(PSync, on("payment.succeeded", "capture.succeeded", "capture.failed"), at = "data")]
    #[webhook(connector_transaction_id = "payment_request_id")]
    #[webhook(connector_request_reference_id = "reference_id")]
    Taken,
    #[webhook(RSync, on("refund.succeeded", "refund.failed"), at = "data", connector_refund_id = "id")]
    #[webhook(connector_request_reference_id = "reference_id")]
    Refund(RefundObject),
}

/// `PaymentCallbackData`: the attempt, whose own id nothing can be asked by.
#[derive(Deserialize, FlowResponse)]
#[flow_response(PSync)]
struct PaymentEvent {
    #[flow_response(connector_transaction_id)]
    payment_request_id: PaymentId,
    #[flow_response(status)]
    status: Wire<PaymentEventWord>,
    #[flow_response(amount)]
    amount: FloatMajorUnit,
    #[flow_response(currency)]
    currency: Currency,
    #[flow_response(connector_response_reference_id)]
    reference_id: Option<Box<str>>,
    #[flow_response(error_code)]
    failure_code: Option<Box<str>>,
}

/// The statuses of an attempt in the events that tell all of it.
#[derive(Debug, Clone, Copy, WireStatus)]
#[wire_status(AttemptStatus, rename_all = "SCREAMING_SNAKE_CASE")]
enum PaymentEventWord {
    #[wire_status(Pending)]
    Pending,
    #[wire_status(Authorized)]
    AwaitingCapture,
    #[wire_status(Failure)]
    Failed,
}
