//! Refunds: what is known, what a sync asks, what it learns.

use serde::{Deserialize, Serialize};

use super::ResponseData;
use crate::id::{IdempotencyKey, MerchantReference, PaymentId, RefundId};
use crate::money::Money;
use crate::report::Report;
use crate::response::{Discrepancy, Mask, ProcessorError};
use crate::status::{RefundStatus, StatusReport};

/// What is known of a refund, whatever is asked of it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RefundFlowData {
    /// What the merchant called this refund when it asked for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub connector_request_reference_id: Option<MerchantReference>,
}

/// Refund: give back what was taken, or a part of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RefundsData {
    /// The payment, as its processor names it.
    pub connector_transaction_id: PaymentId,
    /// The same in every attempt to carry out this refund, and in no other order's.
    pub idempotency_key: IdempotencyKey,
    /// How much to give back; all that is left where it is absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub refund_amount: Option<Money>,
}

impl RefundsData {
    /// Gives back all that is left.
    #[must_use]
    pub fn new(connector_transaction_id: PaymentId, idempotency_key: IdempotencyKey) -> Self {
        Self { connector_transaction_id, idempotency_key, refund_amount: None }
    }
}

/// RSync: what became of this refund?
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RefundSyncData {
    /// The refund, as its processor names it.
    pub connector_refund_id: RefundId,
    /// The payment that it gives back. Some processors find a refund only there; a connector of
    /// theirs says that it is missing before anything is sent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub connector_transaction_id: Option<PaymentId>,
    /// What is given back. Where it is set, a reply about another amount or currency is a mismatch
    /// and not a status.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub refund_amount: Option<Money>,
}

impl RefundSyncData {
    /// Asks for this refund, of whatever payment and amount.
    #[must_use]
    pub fn new(connector_refund_id: RefundId) -> Self {
        Self { connector_refund_id, connector_transaction_id: None, refund_amount: None }
    }
}

/// What a refund flow learns.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct RefundsResponseData {
    /// What became of the refund, in our words and in the processor's.
    pub status: StatusReport<RefundStatus>,
    /// The refund, as its processor names it. `None` tells nothing: it never erases an id.
    pub connector_refund_id: Option<RefundId>,
    /// The payment that it gives back, where the reply says so.
    pub connector_transaction_id: Option<PaymentId>,
    /// What is given back.
    pub amount: Option<Money>,
    /// Why it failed, where it did and the processor says so.
    pub error: Option<ProcessorError>,
}

impl RefundsResponseData {
    /// That this is about another refund than the one asked for.
    pub(crate) fn of_another_refund(&self, asked: &RefundId) -> Option<Discrepancy> {
        let told = self.connector_refund_id.as_ref();
        Discrepancy::between("connector_refund_id", Some(asked), told)
    }

    /// That this gives back another payment than the one asked for.
    pub(crate) fn of_another_payment(&self, asked: Option<&PaymentId>) -> Option<Discrepancy> {
        let told = self.connector_transaction_id.as_ref();
        Discrepancy::between("connector_transaction_id", asked, told)
    }

    /// That this gives back another amount than the one asked for.
    pub(crate) fn of_another_amount(&self, asked: Option<Money>) -> Option<Discrepancy> {
        Discrepancy::between("amount", asked.as_ref(), self.amount.as_ref())
    }
}

impl ResponseData for RefundsResponseData {
    type Status = RefundStatus;

    fn reported(status: StatusReport<RefundStatus>) -> Self {
        Self {
            status,
            connector_refund_id: None,
            connector_transaction_id: None,
            amount: None,
            error: None,
        }
    }

    fn status(&self) -> &StatusReport<RefundStatus> {
        &self.status
    }

    fn has_succeeded(&self) -> bool {
        self.status.status == RefundStatus::Success
    }

    fn mask(&mut self, mask: Mask<'_>) {
        mask.text(&mut self.status.connector_status);
        mask.id(&mut self.connector_refund_id);
        mask.id(&mut self.connector_transaction_id);
        self.error.iter_mut().for_each(|error| mask.error(error));
    }

    fn report(&self, report: &mut Report) {
        report.connector_refund_id = self.connector_refund_id.as_ref().map(|id| id.as_str().into());
        report.connector_transaction_id =
            self.connector_transaction_id.as_ref().map(|id| id.as_str().into());
        report.set_amount(self.amount);
        report.error = self.error.clone();
    }
}
