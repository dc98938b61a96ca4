//! Refunds: what is known, what a sync asks, what it learns.

use serde::{Deserialize, Serialize};

use super::ResponseData;
use crate::id::{MerchantReference, PaymentId, RefundId};
use crate::money::Money;
use crate::report::Report;
use crate::response::ProcessorError;
use crate::status::{RefundStatus, StatusReport};

/// What is known of a refund, whatever is asked of it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RefundFlowData {
    /// What the merchant called this refund when it asked for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub connector_request_reference_id: Option<MerchantReference>,
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

    fn report(&self, report: &mut Report) {
        report.connector_refund_id = self.connector_refund_id.as_ref().map(|id| id.as_str().into());
        report.connector_transaction_id =
            self.connector_transaction_id.as_ref().map(|id| id.as_str().into());
        report.set_amount(self.amount);
        report.error = self.error.clone();
    }
}
