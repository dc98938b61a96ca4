//! Authorize.Net, XML API in its JSON form. Reference: <https://developer.authorize.net/api/reference>
//! (read 2026-11), and Authorize.Net's XML Schema of 2024-08.

mod fields;
mod orders;
mod profiles;
mod transacted;
mod webhook;

use connector_core::prelude::*;
use connector_core::{CardLastFour, NetworkTransactionId};
use http::StatusCode;
use serde::Serialize;

/// Authorize.Net.
///
/// One URL takes every request. The JSON is a shadow of the XML: its keys must keep the schema's
/// order, which is that of the fields here. Replies begin with a byte-order mark and say HTTP 200 on
/// errors too.
///
/// Money that is taken is settled in the night: a capture is voided before that, and refunded after it. A
/// refund names the last four digits of the card, which the answer to the payment tells.
///
/// A payment that was captured at once and then voided is told as `voided_post_capture`. An authorization that was
/// captured by an order of its own and then voided is told as one that never was, `voided`: its type is that of the
/// first order. Whoever ordered the capture knows better.
///
/// Authorize.Net authenticates nobody: 3-D Secure is carried out elsewhere, and its result is sent with the
/// payment. So no payment waits for it.
///
/// The secret of webhooks is the Signature Key: Merchant Interface, Account, Settings, API Credentials and Keys.
#[derive(Debug, Clone, Copy, Connector)]
#[connector(
    name = "authorizenet",
    base_url = "https://api.authorize.net",
    test_base_url = "https://apitest.authorize.net",
    auth = MerchantAuthentication,
    error = Reply,
    lacks(
        IncrementalAuthorization = "what is held is never raised; another payment is made",
        DSync = "disputes are told of and answered at the bank that pays the merchant",
        Accept = "disputes are answered at the bank that pays the merchant",
        SubmitEvidence = "evidence is handed in at the bank that pays the merchant",
        DefendDispute = "disputes are answered at the bank that pays the merchant",
        CreateOrder = "a payment names the merchant's order itself; none is announced",
        PaymentMethodToken = "cards become tokens in the customer's browser (Accept.js)",
        PreAuthenticate = "Authorize.Net authenticates nobody; the result of another is sent with the payment",
        Authenticate = "Authorize.Net authenticates nobody; the result of another is sent with the payment",
        PostAuthenticate = "3-D Secure is carried out elsewhere, and its result is sent with the payment",
        ServerAuthenticationToken = "the credentials go with each request, and are exchanged for nothing",
        VerifyWebhookSource = "webhooks are signed, and the signature is checked here",
    ),
)]
pub struct AuthorizeNet;

/// The credentials, which stand first in every body.
#[derive(Debug, Clone, Serialize, Auth)]
#[serde(rename_all = "camelCase")]
pub struct MerchantAuthentication {
    /// The API login ID: Account, Settings, API Credentials and Keys.
    #[serde(serialize_with = "connector_core::expose_secret")]
    name: Secret,
    /// The transaction key, from the same page.
    #[serde(serialize_with = "connector_core::expose_secret")]
    transaction_key: Secret,
}

/// Get transaction details, of a payment.
#[derive(ConnectorFlow)]
#[connector_flow(
    connector = AuthorizeNet,
    flow_name = PSync,
    http_method = Post,
    url = "/xml/v1/request.api",
    envelope = "getTransactionDetailsRequest",
    response = Reply,
)]
#[serde(rename_all = "camelCase")]
struct PSyncRequest<'a> {
    #[connector_flow(from = auth)]
    merchant_authentication: &'a MerchantAuthentication,
    #[connector_flow(from = request.connector_transaction_id)]
    trans_id: &'a PaymentId,
}

/// Get transaction details, of a refund: to Authorize.Net it is a transaction like any other.
#[derive(ConnectorFlow)]
#[connector_flow(
    connector = AuthorizeNet,
    flow_name = RSync,
    http_method = Post,
    url = "/xml/v1/request.api",
    envelope = "getTransactionDetailsRequest",
    response = Reply,
)]
#[serde(rename_all = "camelCase")]
struct RSyncRequest<'a> {
    #[connector_flow(from = auth)]
    merchant_authentication: &'a MerchantAuthentication,
    #[connector_flow(from = request.connector_refund_id)]
    trans_id: &'a RefundId,
}

/// `responseCode` of a transaction that was neither declined nor held for a review.
const APPROVED: i64 = 1;

/// `ANetApiResponse`, with the transaction where it was found.
#[derive(Deserialize)]
struct Reply {
    messages: Messages,
    transaction: Option<Transaction>,
}

#[derive(Deserialize)]
struct Messages {
    message: Vec<Message>,
}

#[derive(Deserialize)]
struct Message {
    code: Box<str>,
    text: Box<str>,
}

/// `transactionDetailsType`, as far as it is read.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Transaction {
    trans_id: Box<str>,
    ref_trans_id: Option<PaymentId>,
    transaction_type: Box<str>,
    transaction_status: Wire<TransactionStatus>,
    response_code: Option<i64>,
    auth_amount: FloatMajorUnit,
    settle_amount: FloatMajorUnit,
    response_reason_code: Option<i64>,
    response_reason_description: Option<Box<str>>,
    network_trans_id: Option<Box<str>>,
    payment: Option<PaidWith>,
}

/// `paymentMaskedType`, of a card.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct PaidWith {
    credit_card: Option<MaskedCard>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct MaskedCard {
    #[serde(deserialize_with = "transacted::last_four")]
    card_number: Option<CardLastFour>,
}

/// `transactionStatusEnum`: every status of a payment or a refund.
#[derive(Debug, Clone, Copy, PartialEq, WireStatus)]
#[wire_status(AttemptStatus, RefundStatus, rename_all = "camelCase")]
enum TransactionStatus {
    #[wire_status(AttemptStatus = Authorized, RefundStatus = none)]
    AuthorizedPendingCapture,
    #[wire_status(AttemptStatus = Authorized, RefundStatus = none)] // held until the merchant releases it
    AuthorizedPendingRelease,
    #[wire_status(AttemptStatus = Charged, RefundStatus = none)]
    CapturedPendingSettlement,
    #[wire_status(AttemptStatus = Charged, RefundStatus = none)]
    SettledSuccessfully,
    #[wire_status(Pending)] // bank transfers: the money can still come back
    PendingSettlement,
    #[wire_status(Pending)]
    PendingFinalSettlement,
    #[wire_status(Pending)]
    UpdatingSettlement,
    #[wire_status(Pending)] // goes on to settlement
    ApprovedReview,
    #[wire_status(Pending)] // by Authorize.Net
    UnderReview,
    #[wire_status(AttemptStatus = Unresolved, RefundStatus = ManualReview)] // by the merchant
    #[wire_status(rename = "FDSPendingReview")]
    FdsPendingReview,
    #[wire_status(AttemptStatus = Unresolved, RefundStatus = ManualReview)]
    #[wire_status(rename = "FDSAuthorizedPendingReview")]
    FdsAuthorizedPendingReview,
    // Told as captured before. Or CaptureFailed: see `is_captured_later`.
    #[wire_status(AttemptStatus = Failure, RefundStatus = ManualReview)]
    SettlementError,
    #[wire_status(Failure)]
    Declined,
    #[wire_status(Failure)]
    GeneralError,
    #[wire_status(Failure)]
    CommunicationError,
    #[wire_status(Failure)]
    FailedReview,
    #[wire_status(AttemptStatus = Failure, RefundStatus = TransactionFailure)] // by the customer's bank
    ReturnedItem,
    #[wire_status(AttemptStatus = Expired, RefundStatus = Failure)]
    Expired,
    // A voided refund gives nothing back; and of a payment it depends: see `was_captured`.
    #[wire_status(AttemptStatus = Voided, RefundStatus = Failure)]
    Voided,
    #[wire_status(AttemptStatus = VoidFailed, RefundStatus = none)]
    CouldNotVoid,
    #[wire_status(AttemptStatus = Charged, RefundStatus = none)] // the rest is the dispute's status
    Chargeback,
    #[wire_status(AttemptStatus = Charged, RefundStatus = none)]
    ChargebackReversal,
    #[wire_status(AttemptStatus = none, RefundStatus = Pending)] // asked for a payment, told about a refund
    RefundPendingSettlement,
    #[wire_status(AttemptStatus = none, RefundStatus = Success)]
    RefundSettledSuccessfully,
}

impl FlowResponse<PSync> for Reply {
    const STATUSES: &'static [StatusMapping] = <TransactionStatus as StatusOf<AttemptStatus>>::MAPPINGS;
    const INTEGRITY: Integrity = Integrity::TOLD;
    const UNIT: Option<Unit> = Some(Unit::of::<FloatMajorUnit>());

    fn read(body: ResponseBody<'_>) -> Result<Self, ReadError> {
        body.json()
    }

    fn into_outcome(self, data: &RouterData<PSync>) -> Outcome<PSync> {
        match self.transaction() {
            Ok(transaction) => {
                transaction.payment(data).map_or_else(Outcome::of_fault, Outcome::Status)
            }
            Err(outcome) => outcome,
        }
    }
}

impl FlowResponse<RSync> for Reply {
    const STATUSES: &'static [StatusMapping] = <TransactionStatus as StatusOf<RefundStatus>>::MAPPINGS;
    const INTEGRITY: Integrity = Integrity::TOLD;
    const UNIT: Option<Unit> = Some(Unit::of::<FloatMajorUnit>());

    fn read(body: ResponseBody<'_>) -> Result<Self, ReadError> {
        body.json()
    }

    fn into_outcome(self, data: &RouterData<RSync>) -> Outcome<RSync> {
        match self.transaction() {
            Ok(transaction) => {
                transaction.refund(data).map_or_else(Outcome::of_fault, Outcome::Status)
            }
            Err(outcome) => outcome,
        }
    }
}

impl Reply {
    /// The transaction, or what the reply says in its place.
    fn transaction<F: Flow>(self) -> Result<Transaction, Outcome<F>> {
        let Self { transaction: Some(transaction), .. } = self else {
            return Err(Outcome::of_error(self, StatusCode::OK));
        };
        Ok(transaction)
    }
}

impl Transaction {
    fn payment(self, data: &RouterData<PSync>) -> Result<PaymentsResponseData, Fault> {
        let mut status = self.transaction_status.report()?;
        if self.is_refund() {
            return Err(Fault::new(FaultKind::Silent, "this is a refund's id, not a payment's"));
        }
        // The schema gives amounts four decimals, in whatever currency the account has.
        let partly = self.settle_amount.scaled(4)? < self.auth_amount.scaled(4)?;
        status = match status.status {
            AttemptStatus::Charged if partly => status.meaning(AttemptStatus::PartialCharged),
            AttemptStatus::Voided if self.was_captured() => {
                status.meaning(AttemptStatus::VoidedPostCapture)
            }
            AttemptStatus::Failure if self.is_captured_later() => {
                status.meaning(AttemptStatus::CaptureFailed)
            }
            _ => status,
        };
        let mut payment = PaymentsResponseData::reported(status);
        // The reply has no currency: it is the account's, and so the one asked about.
        if let Some(asked) = data.request.amount {
            payment.amount = Some(self.auth_amount.in_currency(asked.currency)?);
        }
        payment.error = self.error(payment.status.status == AttemptStatus::Failure);
        payment.connector_transaction_id = Some(PaymentId::new(self.trans_id)?);
        payment.network_transaction_id = NetworkTransactionId::told(self.network_trans_id);
        let card = self.payment.and_then(|paid_with| paid_with.credit_card);
        payment.card_last_four = card.and_then(|card| card.card_number);
        Ok(payment)
    }

    fn refund(self, data: &RouterData<RSync>) -> Result<RefundsResponseData, Fault> {
        let mut refund = RefundsResponseData::reported(self.transaction_status.report()?);
        if !self.is_refund() {
            return Err(Fault::new(FaultKind::Silent, "this is a payment's id, not a refund's"));
        }
        if let Some(asked) = data.request.refund_amount {
            // Not what is settled: of a refund that fails, that is nothing.
            refund.amount = Some(self.auth_amount.in_currency(asked.currency)?);
        }
        refund.error = self.error(refund.status.status == RefundStatus::Failure);
        refund.connector_refund_id = Some(RefundId::new(self.trans_id)?);
        refund.connector_transaction_id = self.ref_trans_id;
        Ok(refund)
    }

    /// Payments and refunds are numbered alike, and share words such as `declined`.
    fn is_refund(&self) -> bool {
        &*self.transaction_type == "refundTransaction"
    }

    /// Whether it is certain that the money was taken before: it was approved, and to be captured at once. An
    /// authorization keeps its type, whatever was ordered of it.
    fn was_captured(&self) -> bool {
        let captures = ["authCaptureTransaction", "captureOnlyTransaction", "priorAuthCaptureTransaction"];
        self.response_code == Some(APPROVED) && captures.contains(&&*self.transaction_type)
    }

    /// Whether its settlement failed and what was held is held still: it was to be captured by an order of its own.
    /// What is captured at once is at its end with its settlement.
    fn is_captured_later(&self) -> bool {
        let holds = ["authOnlyTransaction", "priorAuthCaptureTransaction"];
        let failed = self.transaction_status == Wire::Known(TransactionStatus::SettlementError);
        failed && holds.contains(&&*self.transaction_type)
    }

    /// The reason of a failure; every transaction has one, and "approved" is one of them.
    fn error(&self, failed: bool) -> Option<ProcessorError> {
        let failed = failed && self.response_code != Some(APPROVED);
        let code = self.response_reason_code.map(|code| code.to_string());
        let text = self.response_reason_description.as_deref();
        failed.then(|| ProcessorError::new(code.as_deref(), text))
    }
}

/// Errors come with HTTP 200; the codes are at
/// <https://developer.authorize.net/api/reference/responseCodes.html>.
impl ErrorResponse for Reply {
    fn class(&self, status: StatusCode) -> ErrorClass {
        Message::class(&self.messages.message, status)
    }

    fn into_error(self) -> ProcessorError {
        Message::first(self.messages.message)
    }
}

impl Message {
    /// What kind of error these messages are.
    fn class(messages: &[Self], status: StatusCode) -> ErrorClass {
        match messages.first().map(|message| &*message.code) {
            Some("E00040") => ErrorClass::NotFound,
            Some("E00027") => ErrorClass::Declined, // a card that is to be kept, by its bank
            Some("E00039") => ErrorClass::Duplicate,
            Some("E00001" | "E00053" | "E00104") => ErrorClass::Transient, // busy or in maintenance
            Some("E00005" | "E00006" | "E00007" | "E00008" | "E00010" | "E00011") => {
                ErrorClass::Configuration
            }
            // The request is not well made: nothing of it was carried out.
            Some(
                "E00002" | "E00003" | "E00004" | "E00013" | "E00014" | "E00015" | "E00016" | "E00019" | "E00020"
                | "E00029" | "E00041" | "E00042" | "E00043" | "E00045" | "E00051",
            ) => ErrorClass::Refused,
            _ => ErrorClass::of_status(status),
        }
    }

    fn first(messages: Vec<Self>) -> ProcessorError {
        messages.into_iter().next().map_or_else(ProcessorError::default, |message| {
            ProcessorError::new(Some(&message.code), Some(&message.text))
        })
    }
}
