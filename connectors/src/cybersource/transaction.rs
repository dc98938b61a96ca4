//! What the record of a transaction tells: of an authorization, of a capture, or of a refund.

use connector_core::prelude::*;
use connector_core::WireMoney;

use super::{Amount, Network, Reason, amount_of_order};

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Transaction {
    id: Box<str>,
    /// The authorization that it belongs to.
    root_id: Option<Box<str>>,
    application_information: Application,
    #[serde(default, deserialize_with = "amount_of_order")]
    order_information: Option<Amount>,
    processor_information: Option<Network>,
    error_information: Option<Reason>,
}

#[derive(Deserialize)]
struct Application {
    status: Option<Wire<TransactionWord>>,
}

/// The statuses of a transaction. The description has none in a list; these are of its prose, and of
/// <https://developer.cybersource.com/docs/cybs/en-us/txn-search/developer/all/rest/txn-search/transaction-search-intro.html>
#[derive(Debug, Clone, Copy, PartialEq, WireStatus)]
#[wire_status(AttemptStatus, RefundStatus, rename_all = "SCREAMING_SNAKE_CASE")]
pub(super) enum TransactionWord {
    #[wire_status(AttemptStatus = Authorized, RefundStatus = none)] // a refund reserves nothing
    Authorized,
    #[wire_status(AttemptStatus = PartiallyAuthorized, RefundStatus = none)]
    PartialAuthorized,
    #[wire_status(AttemptStatus = Unresolved, RefundStatus = none)] // a person decides
    AuthorizedPendingReview,
    #[wire_status(AttemptStatus = Failure, RefundStatus = none)]
    AuthorizedRiskDeclined,
    #[wire_status(AttemptStatus = Unresolved, RefundStatus = ManualReview)]
    PendingReview,
    #[wire_status(AttemptStatus = AuthenticationPending, RefundStatus = none)]
    PendingAuthentication,
    #[wire_status(Pending)] // it goes to the bank with the next batch
    Pending,
    #[wire_status(Pending)]
    Accepted,
    #[wire_status(AttemptStatus = Charged, RefundStatus = Success)] // with a batch
    Transmitted,
    #[wire_status(AttemptStatus = Charged, RefundStatus = Success)]
    Succeeded,
    #[wire_status(AttemptStatus = Voided, RefundStatus = Failure)] // a voided refund gives nothing back
    Voided,
    #[wire_status(AttemptStatus = Voided, RefundStatus = Failure)]
    Reversed,
    #[wire_status(AttemptStatus = Voided, RefundStatus = Failure)]
    Cancelled,
    #[wire_status(Failure)]
    Declined,
    #[wire_status(Failure)]
    Rejected,
    #[wire_status(Failure)]
    Failed,
    #[wire_status(Failure)]
    InvalidRequest,
    #[wire_status(Pending)] // it is not known whether the bank was asked
    ServerError,
    #[wire_status(Pending)]
    StatusNotReceived,
}

impl FlowResponse<PSync> for Transaction {
    const STATUSES: &'static [StatusMapping] = <TransactionWord as StatusOf<AttemptStatus>>::MAPPINGS;
    const INTEGRITY: Integrity = Integrity::TOLD;
    const UNIT: Option<Unit> = Some(Unit::of_money::<Amount>());

    fn read(body: ResponseBody<'_>) -> Result<Self, ReadError> {
        body.json()
    }

    fn into_outcome(self, data: &RouterData<PSync>) -> Outcome<PSync> {
        self.payment(data).map_or_else(Outcome::of_fault, Outcome::Status)
    }
}

impl FlowResponse<RSync> for Transaction {
    const STATUSES: &'static [StatusMapping] = <TransactionWord as StatusOf<RefundStatus>>::MAPPINGS;
    const INTEGRITY: Integrity = Integrity::TOLD;
    const UNIT: Option<Unit> = Some(Unit::of_money::<Amount>());

    fn read(body: ResponseBody<'_>) -> Result<Self, ReadError> {
        body.json()
    }

    fn into_outcome(self, _: &RouterData<RSync>) -> Outcome<RSync> {
        self.refund().map_or_else(Outcome::of_fault, Outcome::Status)
    }
}

impl Transaction {
    fn status<S: Status>(&self) -> Result<StatusReport<S>, Fault>
    where
        TransactionWord: StatusOf<S>,
    {
        let silent = || Fault::new(FaultKind::Silent, "the transaction tells no status");
        Ok(self.application_information.status.as_ref().ok_or_else(silent)?.report()?)
    }

    fn payment(self, data: &RouterData<PSync>) -> Result<PaymentsResponseData, Fault> {
        let mut payment = PaymentsResponseData::reported(self.status()?);
        let amount = self.order_information.as_ref().map(WireMoney::money).transpose()?;
        let network = self.processor_information.unwrap_or_default();
        (payment.network_transaction_id, payment.error) = network.tell(self.error_information);
        if data.request.connector_capture_id.is_none() {
            payment.connector_transaction_id = Some(PaymentId::new(self.id)?);
            payment.amount = amount;
            return Ok(payment);
        }
        payment.connector_transaction_id = self.root_id.map(PaymentId::new).transpose()?;
        payment.connector_capture_id = Some(CaptureId::new(self.id)?);
        // It is the capture's amount, whether it came to anything or not.
        let told = payment.status.status;
        payment.amount_captured = amount.filter(|_| told == AttemptStatus::Charged);
        let meaning = match told {
            AttemptStatus::Voided => AttemptStatus::VoidedPostCapture,
            AttemptStatus::Failure => AttemptStatus::CaptureFailed,
            told => told,
        };
        payment.status = payment.status.meaning(meaning);
        Ok(payment)
    }

    fn refund(self) -> Result<RefundsResponseData, Fault> {
        let mut refund = RefundsResponseData::reported(self.status()?);
        refund.amount = self.order_information.as_ref().map(WireMoney::money).transpose()?;
        refund.error = self.error_information.map(ProcessorError::from);
        refund.connector_refund_id = Some(RefundId::new(self.id)?);
        Ok(refund)
    }
}
