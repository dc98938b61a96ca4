//! What Authorize.Net answers to a transaction: `createTransactionResponse`.

use connector_core::prelude::*;
use connector_core::CardLastFour;
use http::StatusCode;
use serde::Deserializer;

use super::Message;

/// The shapes of the answer. What went wrong with a transaction stands beside it, or in its place.
#[derive(FlowResponse)]
#[flow_response(Authorize, RepeatPayment, Capture, Void, VoidPC, Refund)]
pub(super) enum Transacted {
    #[flow_response(error, within = "transactionResponse")]
    Failed(FailedTransaction),
    #[flow_response(within = "transactionResponse")]
    Done(TransactionResponse),
    #[flow_response(error)]
    Refused(RefusedRequest),
}

/// `transactionResponse`, as far as it is read.
#[derive(Deserialize, FlowResponse)]
#[flow_response(Authorize, RepeatPayment, Capture, Void, VoidPC, Refund)]
#[flow_response(no_amount = "a transaction's answer names none, and its details do: a sync compares")]
#[serde(rename_all = "camelCase")]
pub(super) struct TransactionResponse {
    #[flow_response(status)]
    response_code: Wire<ResponseCode>,
    #[flow_response(
        Authorize(connector_transaction_id),
        RepeatPayment(connector_transaction_id),
        Capture(connector_transaction_id),
        Void(connector_transaction_id),
        VoidPC(connector_transaction_id),
        Refund(connector_refund_id)
    )]
    trans_id: Box<str>,
    #[flow_response(Refund(connector_transaction_id))]
    #[serde(rename = "refTransID", default, deserialize_with = "some_id")]
    ref_trans_id: Option<PaymentId>,
    #[flow_response(
        Authorize(card_last_four),
        RepeatPayment(card_last_four),
        Capture(card_last_four),
        Void(card_last_four),
        VoidPC(card_last_four)
    )]
    #[serde(default, deserialize_with = "last_four")]
    account_number: Option<CardLastFour>,
    #[flow_response(Authorize(network_transaction_id), RepeatPayment(network_transaction_id))]
    network_trans_id: Option<Box<str>>,
    #[flow_response(error)]
    errors: Option<Errors>,
}

/// `responseCode`. What it means depends on what was ordered.
#[derive(Debug, Clone, Copy, PartialEq, WireStatus)]
#[wire_status(AttemptStatus, RefundStatus)]
#[wire_status(no_success = "a refund that is taken is carried out in the night; a sync tells")]
enum ResponseCode {
    #[wire_status(rename = "1", AttemptStatus = Authorized, automatic = Charged)]
    #[wire_status(RefundStatus = Pending)]
    // A capture of a part is not told from one of all.
    #[wire_status(flow(Capture = CaptureInitiated, Void = Voided, VoidPC = VoidedPostCapture))]
    Approved,
    #[wire_status(rename = "2", Failure)]
    #[wire_status(flow(Capture = CaptureFailed, Void = VoidFailed, VoidPC = VoidFailed))]
    Declined,
    #[wire_status(rename = "3", none)] // with the reason: not carried out
    Error,
    #[wire_status(rename = "4", AttemptStatus = Unresolved, RefundStatus = ManualReview)] // by the merchant
    HeldForReview,
}

/// A transaction that was not carried out.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct FailedTransaction {
    #[serde(rename = "responseCode")]
    _response_code: ErrorCode,
    errors: Errors,
}

/// The one `responseCode` of what was not carried out.
#[derive(Deserialize)]
enum ErrorCode {
    #[serde(rename = "3")]
    Error,
}

#[derive(Deserialize)]
#[serde(transparent)]
pub(super) struct Errors(Vec<TransactionError>);

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct TransactionError {
    error_code: Box<str>,
    error_text: Box<str>,
}

impl From<Errors> for ProcessorError {
    fn from(Errors(errors): Errors) -> Self {
        errors.into_iter().next().map_or_else(Self::default, |error| {
            Self::new(Some(&error.error_code), Some(&error.error_text))
        })
    }
}

/// The reason codes: <https://developer.authorize.net/api/reference/responseCodes.html>.
impl ErrorResponse for FailedTransaction {
    fn class(&self, status: StatusCode) -> ErrorClass {
        let code = self.errors.0.first().map(|error| &*error.error_code);
        match code.unwrap_or_default() {
            "6" | "7" | "8" | "17" | "28" | "37" => ErrorClass::Declined, // this card cannot pay here
            "11" => ErrorClass::Duplicate,
            "16" => ErrorClass::NotFound,
            // "Try again in five minutes", in several places on the way to the bank.
            "19" | "20" | "21" | "22" | "23" | "25" | "26" | "57" | "58" | "59" | "60" | "61" | "62"
            | "63" => ErrorClass::Transient,
            "13" => ErrorClass::Configuration,
            // The order is not well made, or there is nothing that it could be about.
            "5" | "9" | "10" | "12" | "14" | "15" | "18" | "24" | "33" | "38" | "47" | "50" | "51" | "54" | "55" => {
                ErrorClass::Refused
            }
            _ => ErrorClass::of_status(status),
        }
    }

    fn into_error(self) -> ProcessorError {
        self.errors.into()
    }
}

/// A request that was not carried out, in the place of what it asked for. Only where it says so: an
/// answer that says `Ok` and lacks its contents is none of this.
#[derive(Deserialize)]
pub(super) struct RefusedRequest {
    messages: RefusedMessages,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct RefusedMessages {
    #[serde(rename = "resultCode")]
    _result_code: ErrorResult,
    message: Vec<Message>,
}

/// The one `resultCode` of what was refused.
#[derive(Deserialize)]
enum ErrorResult {
    Error,
}

impl ErrorResponse for RefusedRequest {
    fn class(&self, status: StatusCode) -> ErrorClass {
        Message::class(&self.messages.message, status)
    }

    fn into_error(self) -> ProcessorError {
        Message::first(self.messages.message)
    }
}

/// An id, where there is one: not nothing, and not the `0` of a transaction that was none.
fn some_id<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<PaymentId>, D::Error> {
    let text = Option::<Box<str>>::deserialize(deserializer)?;
    Ok(text.filter(|text| &**text != "0").and_then(|text| PaymentId::new(text).ok()))
}

/// `XXXX1111`; of other accounts there may be other texts.
pub(super) fn last_four<'de, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<Option<CardLastFour>, D::Error> {
    let text = Option::<Box<str>>::deserialize(deserializer)?;
    Ok(text.as_deref().and_then(CardLastFour::of_masked))
}
