//! Events. <https://www.checkout.com/docs/developer-resources/webhooks> (read 2026-11). What happened is
//! the name of the event; beside it stands what it happened to.

use connector_core::prelude::*;

use super::Checkout;

/// What Checkout.com sends.
#[derive(Webhook)]
#[webhook(
    connector = Checkout,
    scheme = HmacSha256,
    header = "Cko-Signature",
    kind = "type",
    id = "id",
)]
enum Event {
    #[webhook(PSync, at = "data", with = "type")]
    #[webhook(on("payment_approved", "payment_pending", "payment_declined", "payment_expired"))]
    #[webhook(connector_transaction_id = "id", connector_request_reference_id = "reference")]
    Payment(PaymentEvent),
    #[webhook(PSync, at = "data", with = "type")]
    #[webhook(on("payment_canceled", "payment_voided", "payment_capture_pending"))]
    #[webhook(connector_transaction_id = "id", connector_request_reference_id = "reference")]
    OfAction(ActionEvent),
    #[webhook(RSync, at = "data", with = "type")]
    #[webhook(on("payment_refunded", "payment_refund_declined", "payment_refund_pending"))]
    #[webhook(connector_refund_id = "action_id", connector_transaction_id = "id")]
    #[webhook(connector_request_reference_id = "reference")] // the refund's own
    Refund(RefundEvent),
    #[webhook(DSync, at = "data", with = "type")]
    #[webhook(on(
        "dispute_received",
        "dispute_evidence_required",
        "dispute_evidence_submitted",
        "dispute_evidence_acknowledged_by_scheme",
        "dispute_accepted",
        "dispute_canceled",
        "dispute_resolved",
        "dispute_expired",
        "dispute_won",
        "dispute_lost",
        "dispute_arbitration_sent_to_scheme",
        "dispute_arbitration_won",
        "dispute_arbitration_lost",
    ))]
    #[webhook(connector_dispute_id = "id", connector_transaction_id = "payment_id")]
    #[webhook(connector_request_reference_id = "payment_reference")]
    Dispute(DisputeEvent),
    /// How much was captured of how much is not said; nor what is true of a payment after an order
    /// concerning it was declined.
    #[webhook(PSync, at = "data")]
    #[webhook(on(
        "payment_captured",
        "payment_capture_declined",
        "payment_void_declined",
        "payment_authorization_incremented",
        "payment_authorization_increment_declined",
    ))]
    #[webhook(connector_transaction_id = "id", connector_request_reference_id = "reference")]
    Changed,
}

/// What became of the payment as it was asked for.
#[derive(Deserialize, FlowResponse)]
#[flow_response(PSync)]
struct PaymentEvent {
    #[flow_response(status)]
    r#type: Wire<PaymentEventWord>,
    #[flow_response(connector_transaction_id)]
    id: PaymentId,
    #[flow_response(amount)]
    amount: Option<Counted<MinorUnit, Checkout>>,
    #[flow_response(currency)]
    currency: Option<Currency>,
    #[flow_response(connector_response_reference_id)]
    reference: Option<Box<str>>,
    #[flow_response(network_transaction_id)]
    scheme_id: Option<Box<str>>,
    #[flow_response(error_code)]
    response_code: Option<Box<str>>,
    #[flow_response(error_message)]
    response_summary: Option<Box<str>>,
}

#[derive(Debug, Clone, Copy, WireStatus)]
#[wire_status(AttemptStatus, rename_all = "snake_case")]
#[expect(clippy::enum_variant_names, reason = "the words are the processor's")]
enum PaymentEventWord {
    #[wire_status(Authorized)] // whatever the capture method: only a capture means that money was taken
    PaymentApproved,
    #[wire_status(Pending)]
    PaymentPending,
    #[wire_status(Failure)]
    PaymentDeclined,
    #[wire_status(Expired)]
    PaymentExpired,
}

/// What was done with a payment.
#[derive(Deserialize, FlowResponse)]
#[flow_response(PSync, no_amount = "the amount is that of the action, not of the payment")]
struct ActionEvent {
    #[flow_response(status)]
    r#type: Wire<ActionEventWord>,
    #[flow_response(connector_transaction_id)]
    id: PaymentId,
}

#[derive(Debug, Clone, Copy, WireStatus)]
#[wire_status(
    AttemptStatus,
    rename_all = "snake_case",
    no_success = "a capture tells nothing before the payment is asked for",
    no_failure = "these are no failures"
)]
#[expect(clippy::enum_variant_names, reason = "the words are the processor's")]
enum ActionEventWord {
    #[wire_status(Voided)]
    PaymentCanceled,
    #[wire_status(Voided)]
    PaymentVoided,
    #[wire_status(CaptureInitiated)]
    PaymentCapturePending,
}

#[derive(Deserialize, FlowResponse)]
#[flow_response(RSync)]
struct RefundEvent {
    #[flow_response(status)]
    r#type: Wire<RefundEventWord>,
    #[flow_response(connector_refund_id)]
    action_id: RefundId,
    #[flow_response(connector_response_reference_id)]
    reference: Option<Box<str>>,
    #[flow_response(connector_transaction_id)]
    id: PaymentId,
    #[flow_response(amount)]
    amount: Option<Counted<MinorUnit, Checkout>>,
    #[flow_response(currency)]
    currency: Option<Currency>,
    #[flow_response(error_code)]
    response_code: Option<Box<str>>,
    #[flow_response(error_message)]
    response_summary: Option<Box<str>>,
}

#[derive(Debug, Clone, Copy, WireStatus)]
#[wire_status(RefundStatus, rename_all = "snake_case")]
#[expect(clippy::enum_variant_names, reason = "the words are the processor's")]
enum RefundEventWord {
    #[wire_status(Success)]
    PaymentRefunded,
    #[wire_status(Failure)]
    PaymentRefundDeclined,
    #[wire_status(Pending)]
    PaymentRefundPending,
}

#[derive(Deserialize, FlowResponse)]
#[flow_response(DSync)]
struct DisputeEvent {
    #[flow_response(status, stage)]
    r#type: Wire<DisputeEventWord>,
    #[flow_response(connector_dispute_id)]
    id: DisputeId,
    #[flow_response(connector_transaction_id)]
    payment_id: Option<PaymentId>,
    #[flow_response(amount)]
    amount: Option<Counted<MinorUnit, Checkout>>,
    #[flow_response(currency)]
    currency: Option<Currency>,
    #[flow_response(reason_code)]
    reason_code: Option<Box<str>>,
    #[flow_response(reason)]
    category: Option<Box<str>>,
    #[flow_response(respond_by)]
    evidence_required_by: Option<Box<str>>,
}

#[derive(Debug, Clone, Copy, WireStatus)]
#[wire_status(DisputeStatus, rename_all = "snake_case")]
#[expect(clippy::enum_variant_names, reason = "the words are the processor's")]
enum DisputeEventWord {
    #[wire_status(Opened)]
    DisputeReceived,
    #[wire_status(Opened)]
    DisputeEvidenceRequired,
    #[wire_status(Challenged)]
    DisputeEvidenceSubmitted,
    #[wire_status(Challenged)]
    DisputeEvidenceAcknowledgedByScheme,
    #[wire_status(Accepted)]
    DisputeAccepted,
    #[wire_status(Cancelled)]
    DisputeCanceled,
    #[wire_status(Cancelled)] // without the merchant: refunded already, or too small
    DisputeResolved,
    #[wire_status(Expired)]
    DisputeExpired,
    #[wire_status(Won)]
    DisputeWon,
    #[wire_status(Lost)]
    DisputeLost,
    #[wire_status(Challenged)] // the network decides in the last instance
    DisputeArbitrationSentToScheme,
    #[wire_status(Won)]
    DisputeArbitrationWon,
    #[wire_status(Lost)]
    DisputeArbitrationLost,
}

/// The money is withdrawn when a dispute is received: inquiries are none of these.
/// <https://www.checkout.com/docs/business-operations/manage-disputes/how-disputes-work> (read 2026-11)
impl StageOf for DisputeEventWord {
    fn stage(self) -> Option<DisputeStage> {
        use DisputeEventWord::{
            DisputeAccepted, DisputeArbitrationLost, DisputeArbitrationSentToScheme,
            DisputeArbitrationWon, DisputeCanceled, DisputeEvidenceAcknowledgedByScheme,
            DisputeEvidenceRequired, DisputeEvidenceSubmitted, DisputeExpired, DisputeLost,
            DisputeReceived, DisputeResolved, DisputeWon,
        };
        match self {
            DisputeArbitrationSentToScheme | DisputeArbitrationWon | DisputeArbitrationLost => {
                Some(DisputeStage::Arbitration)
            }
            DisputeReceived
            | DisputeEvidenceRequired
            | DisputeEvidenceSubmitted
            | DisputeEvidenceAcknowledgedByScheme
            | DisputeAccepted
            | DisputeCanceled
            | DisputeResolved
            | DisputeExpired
            | DisputeWon
            | DisputeLost => Some(DisputeStage::Dispute),
        }
    }
}
