//! Refunds: what is known, what a sync asks, what it learns.

use super::{CardLastFour, ResponseData, learned, record};
use crate::id::{CaptureId, IdempotencyKey, MerchantReference, PaymentId, RefundId};
use crate::money::Money;
use crate::report::{Report, id_text};
use crate::request::BuildError;
use crate::response::{Discrepancy, Mask};
use crate::status::{RefundStatus, StatusReport};

record! {
    /// What is known of a refund, whatever is asked of it.
    #[derive(Default)]
    RefundFlowData {}
    optional {
        /// What the merchant called this refund when it asked for it. An answer about a refund of another name is a
        /// mismatch.
        connector_request_reference_id: MerchantReference,
    }
}

record! {
    /// Refund: give back what was taken, or a part of it.
    RefundsData {
        /// The payment, as its processor names it.
        connector_transaction_id: PaymentId,
        /// The same in every attempt to carry out this refund, and in no other order's.
        idempotency_key: IdempotencyKey,
    }
    optional {
        /// The capture that is given back, where the processor names it apart from the payment.
        connector_capture_id: CaptureId,
        /// How much to give back; all that is left where it is absent.
        refund_amount: Money,
        /// The last digits of the card that was paid with, as the payment's own answers tell them. Some
        /// processors give money back to nobody without; a connector of theirs says that it is missing
        /// before anything is sent.
        card_last_four: CardLastFour,
    }
}

impl RefundsData {
    /// That something is given back.
    pub(crate) fn is_consistent(&self) -> Result<(), BuildError> {
        if self.refund_amount.is_none_or(|amount| amount.minor_amount.get() != 0) {
            return Ok(());
        }
        let problem = "is nothing: leave it out to give all back that is left";
        Err(BuildError::invalid("request.refund_amount", problem))
    }
}

record! {
    /// RSync: what became of this refund?
    RefundSyncData {
        /// The refund, as its processor names it.
        connector_refund_id: RefundId,
    }
    optional {
        /// The payment that it gives back. Some processors find a refund only there; a connector of
        /// theirs says that it is missing before anything is sent.
        connector_transaction_id: PaymentId,
        /// What is given back. Where it is set, a reply about another amount or currency is a mismatch
        /// and not a status.
        refund_amount: Money,
    }
}

impl RefundSyncData {
    /// Takes over the payment's id that an answer tells. It is written once: an answer without one erases
    /// nothing, and the refund's own id is never another.
    ///
    /// # Errors
    /// The [`Discrepancy`] where another id is known; all that is known is kept.
    pub fn learn(&mut self, told: &RefundsResponseData) -> Result<(), Discrepancy> {
        if let Some(other) = told.of_another_refund(&self.connector_refund_id) {
            return Err(other);
        }
        let known = &mut self.connector_transaction_id;
        crate::id::learn("connector_transaction_id", known, told.connector_transaction_id.as_ref())
    }
}

learned! {
    /// What a refund flow learns.
    RefundsResponseData {
        /// What became of the refund, in our words and in the processor's.
        status: RefundStatus,
        /// The refund, as its processor names it. `None` tells nothing: it never erases an id.
        connector_refund_id: RefundId,
        /// The payment that it gives back, where the reply says so.
        connector_transaction_id: PaymentId,
        /// What the merchant called this refund, where the processor keeps it.
        connector_response_reference_id: MerchantReference,
        /// What is given back.
        amount: Money,
    }
}

impl RefundsResponseData {
    /// That this is about another refund than the one asked for.
    pub(crate) fn of_another_refund(&self, asked: &RefundId) -> Option<Discrepancy> {
        let told = self.connector_refund_id.as_ref();
        Discrepancy::between("connector_refund_id", Some(asked), told)
    }

    /// That the merchant called this otherwise than the one asked for.
    pub(crate) fn called_otherwise(&self, known: &RefundFlowData) -> Option<Discrepancy> {
        let asked = known.connector_request_reference_id.as_ref();
        Discrepancy::of_reference(asked, self.connector_response_reference_id.as_ref())
    }

    /// That this gives back another payment than the one asked for.
    pub(crate) fn of_another_payment(&self, asked: Option<&PaymentId>) -> Option<Discrepancy> {
        let told = self.connector_transaction_id.as_ref();
        Discrepancy::between("connector_transaction_id", asked, told)
    }

    /// That this gives back another amount than the one asked for.
    pub(crate) fn of_another_amount(&self, asked: Option<Money>) -> Option<Discrepancy> {
        Discrepancy::of_money("amount", asked.as_ref(), self.amount.as_ref())
    }
}

impl ResponseData for RefundsResponseData {
    type Status = RefundStatus;

    fn reported(status: StatusReport<RefundStatus>) -> Self {
        Self::new(status)
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
        mask.id(&mut self.connector_response_reference_id);
        self.error.iter_mut().for_each(|error| mask.error(error));
    }

    fn report(&self, report: &mut Report) {
        report.connector_refund_id = id_text(&self.connector_refund_id);
        report.connector_transaction_id = id_text(&self.connector_transaction_id);
        report.connector_response_reference_id = id_text(&self.connector_response_reference_id);
        report.set_amount(self.amount);
        report.error = self.error.clone();
    }
}
