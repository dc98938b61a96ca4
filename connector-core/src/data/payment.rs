//! Payments: what is known, what a sync asks, what it learns.

use super::captures::taken;
use super::{
    CaptureMethod, CaptureResult, CardLastFour, RedirectForm, ResponseData, SyncRequestType, record,
};
use crate::id::{
    AuthorizationId, CaptureId, MandateId, MerchantReference, NetworkTransactionId, OrderId,
    PaymentId,
};
use crate::money::Money;
use crate::report::{Report, id_text};
use crate::request::BuildError;
use crate::response::{Discrepancy, Mask, ProcessorError};
use crate::status::{AttemptStatus, StatusReport};

record! {
    /// What is known of a payment, whatever is asked of it.
    #[derive(Default)]
    PaymentFlowData {}
    optional {
        /// What the merchant called this attempt when it asked for it.
        connector_request_reference_id: MerchantReference,
        /// The order that was created for the payment, as its processor names it.
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

/// What a payment flow learns.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct PaymentsResponseData {
    /// What became of the payment, in our words and in the processor's.
    pub status: StatusReport<AttemptStatus>,
    /// The payment, as its processor names it. `None` tells nothing: it never erases an id.
    pub connector_transaction_id: Option<PaymentId>,
    /// What holds the money, where the processor names it apart from the payment. A capture and a void
    /// are ordered of it.
    pub connector_authorization_id: Option<AuthorizationId>,
    /// What took the money last, where the processor names it apart from the payment. A refund is
    /// ordered of it.
    pub connector_capture_id: Option<CaptureId>,
    /// The reference that the processor keeps beside its id: ours, echoed, or one of its own.
    pub connector_response_reference_id: Option<Box<str>>,
    /// What the customer agreed to have charged again, as its processor names it.
    pub connector_mandate_id: Option<MandateId>,
    /// The card network's id of the transaction, for later payments without the customer.
    pub network_transaction_id: Option<NetworkTransactionId>,
    /// The last digits of the card that is paid with.
    pub card_last_four: Option<CardLastFour>,
    /// What the payment is for.
    pub amount: Option<Money>,
    /// How much of it is held, where that is not all of it.
    pub amount_authorized: Option<Money>,
    /// How much of it has been captured so far.
    pub amount_captured: Option<Money>,
    /// Each capture, in the processor's order, where the answer tells of them one by one.
    pub captures: Vec<CaptureResult>,
    /// Where the customer has to go before the payment goes on.
    pub redirection_data: Option<RedirectForm>,
    /// Why it failed, where it did and the processor says so.
    pub error: Option<ProcessorError>,
}

impl PaymentsResponseData {
    /// That this is about another payment than the one asked for.
    pub(crate) fn of_another_payment(&self, asked: &PaymentId) -> Option<Discrepancy> {
        let told = self.connector_transaction_id.as_ref();
        Discrepancy::between("connector_transaction_id", Some(asked), told)
    }

    /// That this is for another amount than the one asked about, or that what was captured of it is in
    /// another currency.
    pub(crate) fn of_another_amount(&self, asked: Option<Money>) -> Option<Discrepancy> {
        let currency = asked.or(self.amount).map(|whole| whole.currency);
        let taken = |field, told: Option<Money>| {
            let told = told.map(|taken| taken.currency);
            Discrepancy::between(field, currency.as_ref(), told.as_ref())
        };
        Discrepancy::of_money("amount", asked.as_ref(), self.amount.as_ref())
            .or_else(|| taken("amount_captured", self.amount_captured))
            .or_else(|| self.captures.iter().find_map(|one| taken("captures", one.amount)))
            .or_else(|| self.captured_too_much(asked))
            .or_else(|| self.captured_and_came_to_nothing())
    }

    /// That it came to nothing, as its status says, and that money was taken for it, as its amount says.
    fn captured_and_came_to_nothing(&self) -> Option<Discrepancy> {
        use AttemptStatus::{
            AuthenticationFailed, AuthorizationFailed, Expired, Failure, RouterDeclined, Voided,
        };
        let nothing =
            [AuthenticationFailed, AuthorizationFailed, Expired, Failure, RouterDeclined, Voided];
        let status = self.status.status;
        let taken = self.amount_captured.filter(|_| nothing.contains(&status))?;
        let asked = format!("nothing, of a payment that is {status}");
        let field = "amount_captured";
        (taken.minor_amount.get() > 0).then(|| Discrepancy {
            field,
            asked,
            told: taken.to_string(),
        })
    }

    /// That more was captured than the payment is for.
    pub(crate) fn captured_too_much(&self, asked: Option<Money>) -> Option<Discrepancy> {
        let (whole, taken) = asked.or(self.amount).zip(self.amount_captured)?;
        let too_much = taken.currency == whole.currency && taken.minor_amount > whole.minor_amount;
        let field = "amount_captured";
        too_much.then(|| Discrepancy { field, asked: whole.to_string(), told: taken.to_string() })
    }

    /// Of a payment of which the bank holds a part, the answers tell that part as the amount: it is what is
    /// held, and what was asked for is the amount. Only the processor's own word says so; any other answer
    /// about less is about something else, whatever the order allows.
    pub(crate) fn of_a_part(mut self, asked: Option<Money>) -> Self {
        let is_part = self.status.status == AttemptStatus::PartiallyAuthorized;
        if let Some((whole, part)) = asked.zip(self.amount)
            && is_part
            && part.currency == whole.currency
            && part.minor_amount < whole.minor_amount
        {
            self.amount = Some(whole);
            self.amount_authorized = Some(part);
        }
        self
    }

    /// That less was captured than was ordered. More is no contradiction, as long as it is no more than the
    /// payment: earlier captures count too.
    pub(crate) fn captured_less_than(&self, asked: Option<Money>) -> Option<Discrepancy> {
        let (asked, told) = asked.zip(self.amount_captured)?;
        let enough = asked.currency == told.currency && told.minor_amount >= asked.minor_amount;
        let field = "amount_captured";
        (!enough).then(|| Discrepancy { field, asked: asked.to_string(), told: told.to_string() })
    }
}

impl ResponseData for PaymentsResponseData {
    type Status = AttemptStatus;

    fn reported(status: StatusReport<AttemptStatus>) -> Self {
        Self {
            status,
            connector_transaction_id: None,
            connector_authorization_id: None,
            connector_capture_id: None,
            connector_response_reference_id: None,
            connector_mandate_id: None,
            network_transaction_id: None,
            card_last_four: None,
            amount: None,
            amount_authorized: None,
            amount_captured: None,
            captures: Vec::new(),
            redirection_data: None,
            error: None,
        }
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

    /// What was captured says more than the word of the payment as a whole. Many processors call a payment
    /// charged of which a part was, authorized of which more can be, and cancelled or expired of which nothing
    /// more can be. The amounts tell, and no earlier status does: the sum of what was captured, or of the
    /// captures.
    fn agreed(mut self) -> Self {
        use AttemptStatus::{
            Authorized, Charged, Expired, PartialCharged, PartialChargedAndChargeable, Voided,
        };
        self.amount_captured = self.amount_captured.or_else(|| taken(&self.captures));
        let Some((taken, whole)) = self.amount_captured.zip(self.amount) else { return self };
        let is_part = taken.minor_amount < whole.minor_amount && taken.currency == whole.currency;
        let is_begun = is_part && taken.minor_amount.get() > 0;
        let meaning = match self.status.status {
            Charged if is_part => PartialCharged,
            Voided | Expired if is_begun => PartialCharged,
            Authorized if is_begun => PartialChargedAndChargeable,
            _ => return self,
        };
        self.status = self.status.meaning(meaning);
        self
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
        self.connector_response_reference_id.as_deref()
    }

    fn mask(&mut self, mask: Mask<'_>) {
        mask.text(&mut self.status.connector_status);
        mask.id(&mut self.connector_transaction_id);
        mask.id(&mut self.connector_authorization_id);
        mask.id(&mut self.connector_capture_id);
        mask.option(&mut self.connector_response_reference_id);
        mask.id(&mut self.connector_mandate_id);
        mask.id(&mut self.network_transaction_id);
        self.captures.iter_mut().for_each(|capture| capture.mask(mask));
        self.redirection_data.iter_mut().for_each(|form| form.mask(mask));
        self.error.iter_mut().for_each(|error| mask.error(error));
    }

    fn report(&self, report: &mut Report) {
        report.connector_transaction_id = id_text(&self.connector_transaction_id);
        report.connector_authorization_id = id_text(&self.connector_authorization_id);
        report.connector_capture_id = id_text(&self.connector_capture_id);
        report.connector_response_reference_id = self.connector_response_reference_id.clone();
        report.connector_mandate_id = id_text(&self.connector_mandate_id);
        report.network_transaction_id = id_text(&self.network_transaction_id);
        report.card_last_four = id_text(&self.card_last_four);
        report.set_amount(self.amount);
        report.amount_authorized = self.amount_authorized.map(|held| held.minor_amount.get());
        report.amount_captured = self.amount_captured.map(|captured| captured.minor_amount.get());
        // Some answers tell this amount alone.
        let currency = self.amount_captured.map(|captured| captured.currency);
        report.currency = report.currency.or(currency);
        report.captures = self.captures.iter().map(CaptureResult::report).collect();
        report.redirection_data = self.redirection_data.clone();
        report.error = self.error.clone();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn money(minor: i64, currency: &str) -> Option<Money> {
        Some(Money::new(minor.try_into().unwrap(), currency.parse().unwrap()))
    }

    fn charged() -> PaymentsResponseData {
        PaymentsResponseData::reported(StatusReport::known(AttemptStatus::Charged, "done"))
    }

    #[test]
    fn a_part_that_is_held_is_told_beside_the_whole_where_the_processor_says_so() {
        use AttemptStatus::{Authorized, Charged, PartiallyAuthorized};
        let told = |status, amount| {
            let status = StatusReport::known(status, "word");
            let answer = PaymentsResponseData { amount, ..PaymentsResponseData::reported(status) };
            let answer = answer.of_a_part(money(1_000, "EUR"));
            let agrees = answer.of_another_amount(money(1_000, "EUR")).is_none();
            (answer.amount, answer.amount_authorized, agrees)
        };
        let (whole, part) = (money(1_000, "EUR"), money(600, "EUR"));
        assert_eq!(told(PartiallyAuthorized, part), (whole, part, true));
        assert_eq!(told(PartiallyAuthorized, whole), (whole, None, true));
        // No part: of something else, more, or another currency.
        assert_eq!(told(Authorized, part), (part, None, false));
        assert_eq!(told(Charged, part), (part, None, false));
        for other in [money(1_001, "EUR"), money(600, "USD")] {
            assert_eq!(told(PartiallyAuthorized, other), (other, None, false));
        }
    }

    #[test]
    fn what_was_captured_says_more_than_a_word_about_the_whole() {
        use AttemptStatus::{
            Authorized, CaptureFailed, Charged, Expired, PartialCharged,
            PartialChargedAndChargeable, Voided,
        };
        let means = |word, taken| {
            let status = StatusReport::known(word, "word");
            let told = PaymentsResponseData {
                amount: money(1_000, "EUR"),
                amount_captured: taken,
                ..PaymentsResponseData::reported(status)
            };
            told.agreed().status.status
        };
        for (word, some, all) in [
            (Charged, PartialCharged, Charged),
            (Authorized, PartialChargedAndChargeable, Authorized),
            (Voided, PartialCharged, Voided),
            (Expired, PartialCharged, Expired),
            // Of one capture: the others are as they were.
            (CaptureFailed, CaptureFailed, CaptureFailed),
        ] {
            assert_eq!(means(word, money(300, "EUR")), some, "{word}");
            assert_eq!(means(word, money(1_000, "EUR")), all, "{word}");
            assert_eq!(means(word, money(300, "USD")), word, "{word}");
            assert_eq!(means(word, None), word, "{word}");
            let nothing = if word == Charged { PartialCharged } else { word };
            assert_eq!(means(word, money(0, "EUR")), nothing, "{word}");
        }
    }

    #[test]
    fn a_payment_that_came_to_nothing_and_took_money_is_a_contradiction() {
        use AttemptStatus::{CaptureFailed, Charged, Failure, Voided, VoidedPostCapture};
        for (word, contradicts) in [
            (Failure, true),
            (Voided, true),
            (CaptureFailed, false),
            (Charged, false),
            (VoidedPostCapture, false),
        ] {
            for (taken, whole) in [(1_000, money(1_000, "EUR")), (300, None), (0, None)] {
                let told = PaymentsResponseData {
                    amount: whole,
                    amount_captured: money(taken, "EUR"),
                    ..PaymentsResponseData::reported(StatusReport::known(word, "word"))
                };
                let told = told.of_another_amount(None);
                assert_eq!(told.is_some(), contradicts && taken > 0, "{word} {taken}");
                assert!(told.is_none_or(|one| one.to_string().contains(word.as_name())));
            }
        }
    }

    #[test]
    fn what_was_captured_in_another_currency_is_no_answer_about_the_payment() {
        let capture = |amount| {
            let capture = PaymentsResponseData { amount_captured: amount, ..charged() };
            capture.into_capture().unwrap()
        };
        let captures = vec![capture(money(300, "EUR")), capture(None), capture(money(400, "USD"))];
        let in_parts = PaymentsResponseData { captures, ..charged() };
        let told = in_parts.of_another_amount(money(700, "EUR")).unwrap();
        assert_eq!((told.field, &*told.asked, &*told.told), ("captures", "EUR", "USD"));
        // Nobody asked about an amount: the answer contradicts itself.
        let whole = PaymentsResponseData { amount: money(700, "EUR"), ..in_parts.clone() };
        assert_eq!(whole.of_another_amount(None).unwrap().field, "captures");
        assert_eq!(in_parts.of_another_amount(None), None);
        let at_once = PaymentsResponseData { amount_captured: money(700, "USD"), ..charged() };
        let told = at_once.of_another_amount(money(700, "EUR")).unwrap();
        assert_eq!(told.field, "amount_captured");
        // Less than all of it, in its currency, is no contradiction.
        let partly = PaymentsResponseData { amount_captured: money(300, "EUR"), ..charged() };
        assert_eq!(partly.of_another_amount(money(700, "EUR")), None);
    }
}
