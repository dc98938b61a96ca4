//! Events. <https://docs.adyen.com/development-resources/webhooks/webhook-types> (read 2026-11), and Adyen's
//! OpenAPI description of its webhooks, version 1.
//!
//! What happened is the name of the event together with whether it went well. Nothing of an event is
//! believed but what is signed: `additionalData` is not, and is not read, but for one word of no consequence.

use connector_core::prelude::*;

use super::{Adyen, Amount};

/// What Adyen sends: standard webhooks, as JSON.
#[derive(Webhook)]
#[webhook(
    connector = Adyen,
    scheme = HmacSha256,
    signature = "additionalData.hmacSignature",
    signed = "{pspReference}:{originalReference}:{merchantAccountCode}:{merchantReference}:\
              {amount.value}:{amount.currency}:{eventCode}:{success}",
    encoding = Base64,
    key = Hex,
    batch = "notificationItems[].NotificationRequestItem",
    kind = "eventCode:success",
    acknowledgement = "[accepted]",
)]
enum Event {
    #[webhook(PSync, with = "event")]
    #[webhook(on("AUTHORISATION:true", "AUTHORISATION:false", "EXPIRE:true", "OFFER_CLOSED:true"))]
    #[webhook(connector_transaction_id = "pspReference")]
    #[webhook(connector_request_reference_id = "merchantReference")]
    Payment(PaymentEvent),
    #[webhook(PSync, with = "event", on("CAPTURE:true"))]
    #[webhook(connector_transaction_id = "originalReference")]
    #[webhook(connector_request_reference_id = "merchantReference")]
    Captured(CaptureEvent),
    #[webhook(PSync, with = "event", on("CAPTURE:false", "CAPTURE_FAILED:true"))]
    #[webhook(connector_transaction_id = "originalReference")]
    #[webhook(connector_request_reference_id = "merchantReference")]
    NotCaptured(CaptureFailure),
    #[webhook(PSync, with = "event")]
    #[webhook(on(
        "AUTHORISATION_ADJUSTMENT:true",
        "AUTHORISATION_ADJUSTMENT:false",
        "CANCELLATION:true",
        "CANCELLATION:false",
        "TECHNICAL_CANCEL:true",
        "TECHNICAL_CANCEL:false",
        "CANCEL_OR_REFUND:true",
        "CANCEL_OR_REFUND:false",
        "MANUAL_REVIEW_ACCEPT:true",
        "MANUAL_REVIEW_REJECT:true",
    ))]
    #[webhook(connector_transaction_id = "originalReference")]
    #[webhook(connector_request_reference_id = "merchantReference")]
    Changed(ChangeEvent),
    #[webhook(RSync, with = "event")]
    #[webhook(on(
        "REFUND:true",
        "REFUND:false",
        "REFUND_FAILED:true",
        "REFUNDED_REVERSED:true",
        "POSTPONED_REFUND:true",
        "REFUND_WITH_DATA:true",
        "REFUND_WITH_DATA:false",
    ))]
    #[webhook(connector_refund_id = "pspReference", connector_transaction_id = "originalReference")]
    #[webhook(connector_request_reference_id = "merchantReference")]
    Refund(RefundEvent),
    #[webhook(DSync, with = "event")]
    #[webhook(on(
        "REQUEST_FOR_INFORMATION:true",
        "NOTIFICATION_OF_CHARGEBACK:true",
        "CHARGEBACK:true",
        "ISSUER_COMMENTS:true",
        "INFORMATION_SUPPLIED:true",
        "DISPUTE_DEFENSE_PERIOD_ENDED:true",
        "CHARGEBACK_REVERSED:true",
        "ISSUER_RESPONSE_TIMEFRAME_EXPIRED:true",
        "SECOND_CHARGEBACK:true",
        "PREARBITRATION_OPEN:true",
        "PREARBITRATION_ACCEPTED:true",
        "PREARBITRATION_DECLINED:true",
        "PREARBITRATION_ISSUER_WITHDRAWN:true",
        "PREARBITRATION_LOST:true",
        "PREARBITRATION_WON:true",
        "SCHEME_ARBITRATION:true",
        "SCHEME_ARBITRATION_LOST:true",
        "SCHEME_ARBITRATION_WON:true",
    ))]
    #[webhook(connector_dispute_id = "pspReference", connector_transaction_id = "originalReference")]
    #[webhook(connector_request_reference_id = "merchantReference")]
    Dispute(DisputeEvent),
}

/// What became of the payment itself.
#[derive(Deserialize, FlowResponse)]
#[flow_response(PSync)]
#[serde(rename_all = "camelCase")]
struct PaymentEvent {
    #[flow_response(status)]
    event: Wire<PaymentEventWord>,
    #[flow_response(connector_transaction_id)]
    psp_reference: PaymentId,
    #[flow_response(amount)]
    amount: Amount,
    #[flow_response(error_message)]
    reason: Option<Box<str>>,
}

#[derive(Debug, Clone, Copy, WireStatus)]
#[wire_status(AttemptStatus)]
enum PaymentEventWord {
    #[wire_status(Authorized, rename = "AUTHORISATION:true")] // whatever the account captures by itself
    Authorised,
    #[wire_status(Failure, rename = "AUTHORISATION:false")]
    Refused,
    #[wire_status(Expired, rename = "EXPIRE:true")] // what was not captured; a part may have been before
    RestExpired,
    #[wire_status(Expired, rename = "OFFER_CLOSED:true")] // the customer never paid
    OfferClosed,
}

/// A capture that is done: one of perhaps several. How much is captured in all is the sum of theirs, which no
/// event tells.
#[derive(Deserialize, FlowResponse)]
#[flow_response(PSync, no_amount = "the amount is this capture's alone")]
#[serde(rename_all = "camelCase")]
struct CaptureEvent {
    #[flow_response(status)]
    event: Wire<CaptureWord>,
    #[flow_response(connector_transaction_id)]
    original_reference: PaymentId,
    #[flow_response(capture)]
    #[serde(flatten)]
    capture: DoneCapture,
}

#[derive(Deserialize, FlowResponse)]
#[flow_response(PSync, status = Charged)]
#[flow_response(no_amount = "the amount is this capture's alone")]
#[serde(rename_all = "camelCase")]
struct DoneCapture {
    #[flow_response(connector_capture_id)]
    psp_reference: CaptureId,
    #[flow_response(amount_captured)]
    amount: Amount,
}

#[derive(Debug, Clone, Copy, WireStatus)]
#[wire_status(AttemptStatus)]
#[wire_status(no_success = "it may be a part only", no_failure = "failures are of other names")]
enum CaptureWord {
    #[wire_status(CaptureInitiated, rename = "CAPTURE:true")] // done, and maybe a part only
    Captured,
}

#[derive(Deserialize, FlowResponse)]
#[flow_response(PSync, no_amount = "the amount is this capture's alone")]
#[serde(rename_all = "camelCase")]
struct CaptureFailure {
    #[flow_response(status)]
    event: Wire<CaptureFailureWord>,
    #[flow_response(connector_transaction_id)]
    original_reference: PaymentId,
    #[flow_response(connector_capture_id)]
    psp_reference: CaptureId,
    #[flow_response(error_message)]
    reason: Option<Box<str>>,
}

#[derive(Debug, Clone, Copy, WireStatus)]
#[wire_status(AttemptStatus, no_success = "these are failures")]
enum CaptureFailureWord {
    #[wire_status(CaptureFailed, rename = "CAPTURE:false")]
    NotCaptured,
    #[wire_status(CaptureFailed, rename = "CAPTURE_FAILED:true")] // by the network, after it was told as done
    Failed,
}

/// What became of another order to change a payment.
#[derive(Deserialize, FlowResponse)]
#[flow_response(PSync, status = changed, no_amount = "the amount is that of the order")]
#[flow_response(decided_by = "`CANCEL_OR_REFUND:true` is voided where `modification.action` is `cancel`")]
#[serde(rename_all = "camelCase")]
struct ChangeEvent {
    #[flow_response(status)]
    event: Wire<ChangeEventWord>,
    #[flow_response(connector_transaction_id)]
    original_reference: PaymentId,
    additional_data: Option<CancelOrRefundAdditionalData>,
}

#[derive(Deserialize)]
struct CancelOrRefundAdditionalData {
    #[serde(rename = "modification.action")]
    action: Option<Box<str>>,
}

/// Which of both it was that was done, a word tells that is not signed. Either way the merchant has no money of the
/// payment, so that nothing is won by another word.
fn changed(change: &ChangeEvent) -> Result<StatusReport<AttemptStatus>, Fault> {
    let report = change.event.report()?;
    let action = change.additional_data.as_ref().and_then(|data| data.action.as_deref());
    Ok(match (&change.event, action) {
        (Wire::Known(ChangeEventWord::CancelledOrRefunded), Some("cancel")) => {
            report.meaning(AttemptStatus::Voided)
        }
        _ => report,
    })
}

#[derive(Debug, Clone, Copy, WireStatus)]
#[wire_status(AttemptStatus, no_failure = "an order that is refused leaves the payment as it is")]
enum ChangeEventWord {
    #[wire_status(Authorized, rename = "AUTHORISATION_ADJUSTMENT:true")]
    Adjusted,
    #[wire_status(none, rename = "AUTHORISATION_ADJUSTMENT:false")] // what was held is held
    NotAdjusted,
    #[wire_status(Voided, rename = "CANCELLATION:true")]
    Cancelled,
    #[wire_status(VoidFailed, rename = "CANCELLATION:false")]
    NotCancelled,
    #[wire_status(Voided, rename = "TECHNICAL_CANCEL:true")]
    TechnicallyCancelled,
    #[wire_status(VoidFailed, rename = "TECHNICAL_CANCEL:false")]
    NotTechnicallyCancelled,
    #[wire_status(VoidedPostCapture, rename = "CANCEL_OR_REFUND:true")] // or Voided: see `changed`
    CancelledOrRefunded,
    #[wire_status(VoidFailed, rename = "CANCEL_OR_REFUND:false")]
    NeitherCancelledNorRefunded,
    #[wire_status(none, rename = "MANUAL_REVIEW_ACCEPT:true")] // it stays what it is
    ReviewAccepted,
    #[wire_status(none, rename = "MANUAL_REVIEW_REJECT:true")] // it is cancelled, or refunded, and told so
    ReviewRejected,
}

#[derive(Deserialize, FlowResponse)]
#[flow_response(RSync)]
#[serde(rename_all = "camelCase")]
struct RefundEvent {
    #[flow_response(status)]
    event: Wire<RefundEventWord>,
    #[flow_response(connector_refund_id)]
    psp_reference: RefundId,
    #[flow_response(connector_transaction_id)]
    original_reference: Option<PaymentId>, // none where it is a refund of no payment
    #[flow_response(amount)]
    amount: Amount,
    #[flow_response(error_message)]
    reason: Option<Box<str>>,
}

#[derive(Debug, Clone, Copy, WireStatus)]
#[wire_status(RefundStatus)]
enum RefundEventWord {
    #[wire_status(Success, rename = "REFUND:true")]
    Refunded,
    #[wire_status(Failure, rename = "REFUND:false")]
    NotRefunded,
    #[wire_status(TransactionFailure, rename = "REFUND_FAILED:true")] // by the network, after it was told as done
    Failed,
    #[wire_status(TransactionFailure, rename = "REFUNDED_REVERSED:true")] // the money came back
    Reversed,
    #[wire_status(Pending, rename = "POSTPONED_REFUND:true")] // until the payment is captured
    Postponed,
    #[wire_status(Success, rename = "REFUND_WITH_DATA:true")] // of no payment: to a card that is named
    RefundedWithData,
    #[wire_status(Failure, rename = "REFUND_WITH_DATA:false")]
    NotRefundedWithData,
}

#[derive(Deserialize, FlowResponse)]
#[flow_response(DSync)]
#[serde(rename_all = "camelCase")]
struct DisputeEvent {
    #[flow_response(status, stage)]
    event: Wire<DisputeEventWord>,
    #[flow_response(connector_dispute_id)]
    psp_reference: DisputeId,
    #[flow_response(connector_transaction_id)]
    original_reference: Option<PaymentId>,
    #[flow_response(amount)]
    amount: Amount,
    #[flow_response(reason)]
    reason: Option<Box<str>>,
}

/// <https://docs.adyen.com/risk-management/disputes-api/dispute-notifications>
#[derive(Debug, Clone, Copy, WireStatus)]
#[wire_status(DisputeStatus)]
enum DisputeEventWord {
    #[wire_status(Opened, rename = "REQUEST_FOR_INFORMATION:true")]
    InformationRequested,
    #[wire_status(Opened, rename = "NOTIFICATION_OF_CHARGEBACK:true")]
    ChargebackAnnounced,
    #[wire_status(Opened, rename = "CHARGEBACK:true")] // the money is gone, and can be fought for
    Chargeback,
    #[wire_status(none, rename = "ISSUER_COMMENTS:true")]
    Commented,
    #[wire_status(Challenged, rename = "INFORMATION_SUPPLIED:true")]
    InformationSupplied,
    #[wire_status(Expired, rename = "DISPUTE_DEFENSE_PERIOD_ENDED:true")] // or accepted: lost either way
    DefensePeriodEnded,
    #[wire_status(Challenged, rename = "CHARGEBACK_REVERSED:true")] // the bank can charge it back again
    ChargebackReversed,
    #[wire_status(Won, rename = "ISSUER_RESPONSE_TIMEFRAME_EXPIRED:true")]
    IssuerTimeExpired,
    #[wire_status(Lost, rename = "SECOND_CHARGEBACK:true")]
    SecondChargeback,
    #[wire_status(Opened, rename = "PREARBITRATION_OPEN:true")]
    PrearbitrationOpen,
    #[wire_status(Accepted, rename = "PREARBITRATION_ACCEPTED:true")]
    PrearbitrationAccepted,
    #[wire_status(Challenged, rename = "PREARBITRATION_DECLINED:true")]
    PrearbitrationDeclined,
    #[wire_status(Cancelled, rename = "PREARBITRATION_ISSUER_WITHDRAWN:true")]
    PrearbitrationWithdrawn,
    #[wire_status(Lost, rename = "PREARBITRATION_LOST:true")]
    PrearbitrationLost,
    #[wire_status(Won, rename = "PREARBITRATION_WON:true")]
    PrearbitrationWon,
    #[wire_status(Challenged, rename = "SCHEME_ARBITRATION:true")] // the network decides in the last instance
    Arbitration,
    #[wire_status(Lost, rename = "SCHEME_ARBITRATION_LOST:true")]
    ArbitrationLost,
    #[wire_status(Won, rename = "SCHEME_ARBITRATION_WON:true")]
    ArbitrationWon,
}

/// All events of a dispute have the id of the first one, an inquiry's as well.
/// <https://docs.adyen.com/risk-management/disputes-api/dispute-notifications> (read 2026-11)
impl StageOf for DisputeEventWord {
    fn stage(self) -> Option<DisputeStage> {
        use DisputeEventWord::{
            Arbitration, ArbitrationLost, ArbitrationWon, Chargeback, ChargebackAnnounced,
            ChargebackReversed, Commented, DefensePeriodEnded, InformationRequested,
            InformationSupplied, IssuerTimeExpired, PrearbitrationAccepted, PrearbitrationDeclined,
            PrearbitrationLost, PrearbitrationOpen, PrearbitrationWithdrawn, PrearbitrationWon,
            SecondChargeback,
        };
        match self {
            InformationRequested => Some(DisputeStage::PreDispute),
            // The defence begins with the announcement: an answer to it is not undone by the chargeback.
            ChargebackAnnounced | Chargeback | ChargebackReversed | SecondChargeback => {
                Some(DisputeStage::Dispute)
            }
            PrearbitrationOpen
            | PrearbitrationAccepted
            | PrearbitrationDeclined
            | PrearbitrationWithdrawn
            | PrearbitrationLost
            | PrearbitrationWon => Some(DisputeStage::PreArbitration),
            Arbitration | ArbitrationLost | ArbitrationWon => Some(DisputeStage::Arbitration),
            // They come at any stage.
            Commented | InformationSupplied | DefensePeriodEnded | IssuerTimeExpired => None,
        }
    }
}
