//! Payments: what is known, what a sync asks, what it learns.

use super::{
    AuthenticationData, CaptureMethod, CaptureResult, CardLastFour, RedirectForm, ResponseData,
    SyncRequestType, learned, record,
};
use crate::id::{
    AuthorizationId, CaptureId, MandateId, MerchantReference, NetworkTransactionId, OrderId,
    PaymentId, ProcessorReference, RefundId,
};
use crate::money::Money;
use crate::report::{Report, id_text};
use crate::request::BuildError;
use crate::response::{Discrepancy, Mask};
use crate::status::{AttemptStatus, StatusReport};

record! {
    /// What is known of a payment, whatever is asked of it.
    #[derive(Default)]
    PaymentFlowData {}
    optional {
        /// What the merchant called this attempt when it asked for it. An answer about a payment of another name is a
        /// mismatch, where it is asked for or asked about: an order about a payment that is there, such as a capture,
        /// has a name of its own at some processors, and is held against the payment's id.
        connector_request_reference_id: MerchantReference,
        /// The order that was created for the payment, as its processor names it. An answer about a payment of another
        /// order is a mismatch.
        connector_order_id: OrderId,
        /// What holds the money, where the processor names it apart from the payment.
        connector_authorization_id: AuthorizationId,
    }
}

record! {
    /// PSync: what became of this payment?
    PaymentsSyncData {}
    named {
        /// The payment, as its processor names it. `None` where no answer ever told it: such a payment can
        /// be asked about by what the merchant called it, at processors that can be asked so.
        connector_transaction_id: PaymentId,
    }
    optional {
        /// What the payment was for. Where it is given, a reply about another amount or currency is a
        /// mismatch and not a status.
        amount: Money,
        /// What took the money last, where the processor names it apart from the payment. Some processors tell
        /// of a payment only that it was held, and of each capture by itself what became of it.
        connector_capture_id: CaptureId,
        /// How the payment was ordered to be captured. Some processors' words mean another thing by it.
        capture_method: CaptureMethod,
        /// Whether each capture is asked about, where the payment is taken in several.
        sync_type: SyncRequestType,
    }
}

impl PaymentsSyncData {
    /// Asks by the merchant's reference alone, `connector_request_reference_id` of the common data: after
    /// an order whose answer never came, there is no other name.
    #[must_use]
    pub const fn by_reference() -> Self {
        Self {
            connector_transaction_id: None,
            amount: None,
            connector_capture_id: None,
            capture_method: None,
            sync_type: None,
        }
    }

    /// Takes over the id that an answer tells. It is written once: an answer without one erases nothing.
    ///
    /// # Errors
    /// The [`Discrepancy`] where another id is known; it is kept.
    pub fn learn(&mut self, told: &PaymentsResponseData) -> Result<(), Discrepancy> {
        let known = &mut self.connector_transaction_id;
        crate::id::learn("connector_transaction_id", known, told.connector_transaction_id.as_ref())
    }

    /// That something names the payment that is asked about.
    pub(crate) fn is_named(&self, known: &PaymentFlowData) -> Result<(), BuildError> {
        let named = self.connector_transaction_id.is_some()
            || known.connector_request_reference_id.is_some()
            || known.connector_order_id.is_some();
        if named {
            return Ok(());
        }
        Err(BuildError::invalid(
            "request.connector_transaction_id",
            "is missing, and neither a reference nor an order names the payment that is asked about",
        ))
    }
}

learned! {
    /// What a payment flow learns.
    PaymentsResponseData {
        /// What became of the payment, in our words and in the processor's.
        status: AttemptStatus,
        /// The payment, as its processor names it. `None` tells nothing: it never erases an id.
        connector_transaction_id: PaymentId,
        /// What holds the money, where the processor names it apart from the payment. A capture and a void
        /// are ordered of it.
        connector_authorization_id: AuthorizationId,
        /// What took the money last, where the processor names it apart from the payment. A refund is
        /// ordered of it.
        connector_capture_id: CaptureId,
        /// What gives the money back, where an order to let go of it came to a refund.
        connector_refund_id: RefundId,
        /// The order that was created for it, as its processor names it.
        connector_order_id: OrderId,
        /// What the merchant called it, as the processor echoes it.
        connector_response_reference_id: MerchantReference,
        /// What the processor calls it, or what was ordered of it, beside its id.
        processor_reference_id: ProcessorReference,
        /// What the customer agreed to have charged again, as its processor names it.
        connector_mandate_id: MandateId,
        /// The card network's id of the transaction, for later payments without the customer.
        network_transaction_id: NetworkTransactionId,
        /// The last digits of the card that is paid with.
        card_last_four: CardLastFour,
        /// What the payment is for.
        amount: Money,
        /// How much of it is held, where that is not all of it.
        amount_authorized: Money,
        /// How much of it has been captured so far; in an answer to Capture, by that order. What an order takes
        /// that is not done stands in `capture`.
        amount_captured: Money,
        /// The one capture that this is about, where it is about no other: an event, or an order that is not done.
        /// How much is captured in all it does not tell; [`PaymentState`](crate::PaymentState) adds up what each of them told.
        capture: Box<CaptureResult>,
        /// Where the customer has to go before the payment goes on.
        redirection_data: RedirectForm,
        /// What an authentication by the processor found out, where the order is to say it.
        authentication_data: Box<AuthenticationData>,
    }
    lists {
        /// Each capture, in the processor's order, where the answer tells of them one by one.
        captures: CaptureResult,
    }
}

impl ResponseData for PaymentsResponseData {
    type Status = AttemptStatus;

    fn reported(status: StatusReport<AttemptStatus>) -> Self {
        Self::new(status)
    }

    fn status(&self) -> &StatusReport<AttemptStatus> {
        &self.status
    }

    fn has_succeeded(&self) -> bool {
        use AttemptStatus::{
            AuthenticationSuccessful, Authorized, Charged, PartialCharged,
            PartialChargedAndChargeable, PartiallyAuthorized, Voided, VoidedPostCapture,
        };
        matches!(
            self.status.status,
            AuthenticationSuccessful
                | Authorized
                | PartiallyAuthorized
                | Charged
                | PartialCharged
                | PartialChargedAndChargeable
                | Voided
                | VoidedPostCapture
        )
    }

    fn agreed(mut self) -> Self {
        self.connector_capture_id = self
            .connector_capture_id
            .or_else(|| self.capture.as_ref()?.connector_capture_id.clone());
        self.by_its_amounts()
    }

    fn contradiction(&self) -> Option<Discrepancy> {
        self.captured_and_came_to_nothing().or_else(|| self.charged_nothing())
    }

    fn into_capture(self) -> Option<CaptureResult> {
        Some(CaptureResult {
            connector_capture_id: self.connector_capture_id,
            status: self.status,
            amount: self.amount_captured,
            connector_response_reference_id: self.connector_response_reference_id,
            error: self.error,
        })
    }

    fn reference(&self) -> Option<&str> {
        self.connector_response_reference_id.as_ref().map(AsRef::as_ref)
    }

    fn mask(&mut self, mask: Mask<'_>) {
        mask.text(&mut self.status.connector_status);
        mask.id(&mut self.connector_transaction_id);
        mask.id(&mut self.connector_authorization_id);
        mask.id(&mut self.connector_capture_id);
        mask.id(&mut self.connector_refund_id);
        mask.id(&mut self.connector_order_id);
        mask.id(&mut self.connector_response_reference_id);
        mask.id(&mut self.processor_reference_id);
        mask.id(&mut self.connector_mandate_id);
        mask.id(&mut self.network_transaction_id);
        self.capture.iter_mut().for_each(|capture| capture.mask(mask));
        self.captures.iter_mut().for_each(|capture| capture.mask(mask));
        self.redirection_data.iter_mut().for_each(|form| form.mask(mask));
        self.authentication_data.iter_mut().for_each(|found| found.mask(mask));
        self.error.iter_mut().for_each(|error| mask.error(error));
    }

    fn report(&self, report: &mut Report) {
        report.connector_transaction_id = id_text(&self.connector_transaction_id);
        report.connector_authorization_id = id_text(&self.connector_authorization_id);
        report.connector_capture_id = id_text(&self.connector_capture_id);
        report.connector_refund_id = id_text(&self.connector_refund_id);
        report.connector_order_id = id_text(&self.connector_order_id);
        report.connector_response_reference_id = id_text(&self.connector_response_reference_id);
        report.processor_reference_id = id_text(&self.processor_reference_id);
        report.connector_mandate_id = id_text(&self.connector_mandate_id);
        report.network_transaction_id = id_text(&self.network_transaction_id);
        report.card_last_four = id_text(&self.card_last_four);
        report.set_amount(self.amount);
        report.amount_authorized = self.amount_authorized;
        report.amount_captured = self.amount_captured;
        // Some answers tell this amount alone.
        let one = self.capture.as_ref().and_then(|capture| capture.amount);
        let currency = self.amount_captured.or(one).map(|captured| captured.currency);
        report.currency = report.currency.or(currency);
        report.capture = self.capture.as_ref().map(|capture| capture.report());
        report.captures = self.captures.iter().map(CaptureResult::report).collect();
        report.in_one_currency();
        report.redirection_data = self.redirection_data.clone();
        report.authentication_data = self.authentication_data.clone();
        report.error = self.error.clone();
    }
}
