//! What in an answer about a payment contradicts what was asked, or itself.

use super::{CaptureResult, PaymentFlowData, PaymentsResponseData};
use crate::id::PaymentId;
use crate::money::Money;
use crate::response::Discrepancy;
use crate::status::AttemptStatus;

impl PaymentsResponseData {
    /// That this is about another payment than the one asked for.
    pub(crate) fn of_another_payment(&self, asked: &PaymentId) -> Option<Discrepancy> {
        let told = self.connector_transaction_id.as_ref();
        Discrepancy::between("connector_transaction_id", Some(asked), told)
    }

    /// That this is called otherwise than the one asked for: by the merchant, or by the order that it pays.
    pub(crate) fn called_otherwise(&self, known: &PaymentFlowData) -> Option<Discrepancy> {
        let asked = known.connector_request_reference_id.as_ref();
        let (order, told) = (known.connector_order_id.as_ref(), self.connector_order_id.as_ref());
        Discrepancy::of_reference(asked, self.connector_response_reference_id.as_ref())
            .or_else(|| Discrepancy::between("connector_order_id", order, told))
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
            .filter(|_| !self.is_of_a_part(asked))
            .or_else(|| taken("amount_captured", self.amount_captured))
            .or_else(|| taken("capture", self.capture.as_ref().and_then(|one| one.amount)))
            .or_else(|| self.captures.iter().find_map(|one| taken("captures", one.amount)))
            .or_else(|| self.captured_too_much(asked))
    }

    /// That it came to nothing, or that nothing has come of it yet, as its status says, and that money was taken for
    /// it, as its amount says.
    pub(super) fn captured_and_came_to_nothing(&self) -> Option<Discrepancy> {
        self.captured_against_the_status("nothing", |status, taken| {
            (status.took_nothing() || status.is_before_any_money()) && taken > 0
        })
    }

    /// That money was taken, as its status says, and that none was, as its amount says. A payment of nothing, for
    /// the card's sake, is done without any.
    pub(super) fn charged_nothing(&self) -> Option<Discrepancy> {
        let is_of_nothing = self.amount.is_some_and(|whole| whole.minor_amount.get() == 0);
        let took_nothing = |status: AttemptStatus, taken: i64| {
            status.took_something() && taken == 0 && !is_of_nothing
        };
        self.captured_against_the_status("something", took_nothing).or_else(|| {
            let mut told = self.capture.as_deref().into_iter().chain(&self.captures);
            told.find_map(|one| {
                let status = one.status.status;
                let taken =
                    one.amount.filter(|taken| took_nothing(status, taken.minor_amount.get()))?;
                let asked = format!("something, of a capture that is {status}");
                Some(Discrepancy { field: "capture", asked, told: taken.to_string() })
            })
        })
    }

    fn captured_against_the_status(
        &self,
        asked: &str,
        is_against: impl Fn(AttemptStatus, i64) -> bool,
    ) -> Option<Discrepancy> {
        let status = self.status.status;
        let taken = self.amount_captured?;
        is_against(status, taken.minor_amount.get()).then(|| Discrepancy {
            field: "amount_captured",
            asked: format!("{asked}, of a payment that is {status}"),
            told: taken.to_string(),
        })
    }

    /// That more was captured than the payment is for.
    pub(crate) fn captured_too_much(&self, asked: Option<Money>) -> Option<Discrepancy> {
        let (whole, taken) = asked.or(self.amount).zip(self.amount_captured)?;
        more_than(whole, taken)
    }

    /// Of a payment of which the bank holds a part, the answers tell that part as the amount: it is what is
    /// held, and what was asked for is the amount. Only the processor's own word says so; any other answer
    /// about less is about something else, whatever the order allows.
    pub(super) fn of_a_part(mut self, asked: Option<Money>) -> Self {
        if self.is_of_a_part(asked) {
            self.amount_authorized = self.amount;
            self.amount = asked;
        }
        self
    }

    fn is_of_a_part(&self, asked: Option<Money>) -> bool {
        let is_less = |(whole, part): (Money, Money)| {
            part.currency == whole.currency && part.minor_amount < whole.minor_amount
        };
        self.status.status == AttemptStatus::PartiallyAuthorized
            && asked.zip(self.amount).is_some_and(is_less)
    }

    /// What an order to capture takes is told beside what became of it, and not as captured before it is done.
    pub(crate) fn of_one_capture(mut self) -> Self {
        if self.status.status.took_something() {
            return self;
        }
        let ordered = self.amount_captured.take().filter(|ordered| ordered.minor_amount.get() > 0);
        if let (Some(ordered), None) = (ordered, &self.capture) {
            let capture = CaptureResult {
                connector_capture_id: self.connector_capture_id.clone(),
                amount: Some(ordered),
                ..CaptureResult::new(self.status.clone())
            };
            self.capture = Some(Box::new(capture));
        }
        self
    }

    /// That another amount was captured than was ordered: less, or more, though it be no more than the payment.
    pub(crate) fn captured_otherwise(&self, asked: Option<Money>) -> Option<Discrepancy> {
        let one = self.capture.as_ref().and_then(|capture| capture.amount);
        let told = self.amount_captured.or(one);
        Discrepancy::of_money("amount_captured", asked.as_ref(), told.as_ref())
    }
}

/// That what was captured is more than the payment is for.
pub(super) fn more_than(whole: Money, taken: Money) -> Option<Discrepancy> {
    let too_much = taken.currency == whole.currency && taken.minor_amount > whole.minor_amount;
    let field = "amount_captured";
    too_much.then(|| Discrepancy { field, asked: whole.to_string(), told: taken.to_string() })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::ResponseData as _;
    use crate::status::StatusReport;

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
    fn what_the_merchant_called_it_is_compared_where_both_say_it() {
        use crate::id::{MerchantReference, OrderId};
        let differs = |asked: Option<&str>, told: Option<&str>| {
            let name = |text: &str| MerchantReference::new(text).unwrap();
            let known = PaymentFlowData {
                connector_request_reference_id: asked.map(name),
                ..PaymentFlowData::default()
            };
            let told = PaymentsResponseData {
                connector_response_reference_id: told.map(name),
                ..charged()
            };
            told.called_otherwise(&known).map(|one| one.to_string())
        };
        let other = "asked for the connector_response_reference_id `order-1`, told about `order-2`";
        assert_eq!(differs(Some("order-1"), Some("order-2")).as_deref(), Some(other));
        assert!(differs(Some("order-1"), Some("ORDER-1")).is_some());
        for (asked, told) in [
            (Some("order-1"), Some("order-1")),
            (Some(" order-1"), Some("order-1 ")), // white space was cut off, or added
            (Some("order-1"), None),
            (None, Some("order-2")),
        ] {
            assert_eq!(differs(asked, told), None, "{asked:?} {told:?}");
        }
        let order = |text: &str| OrderId::new(text).ok();
        let known =
            PaymentFlowData { connector_order_id: order("o-1"), ..PaymentFlowData::default() };
        let told = PaymentsResponseData { connector_order_id: order("o-2"), ..charged() };
        assert_eq!(told.called_otherwise(&known).unwrap().field, "connector_order_id");
        assert_eq!(told.called_otherwise(&PaymentFlowData::default()), None);
    }

    #[test]
    fn a_payment_that_came_to_nothing_and_took_money_is_a_contradiction() {
        use AttemptStatus::{
            AuthenticationPending, CaptureFailed, Charged, ConfirmationAwaited, Failure,
            PaymentMethodAwaited, Pending, Started, Voided, VoidedPostCapture,
        };
        for (word, contradicts) in [
            (Failure, true),
            (Voided, true),
            (Started, true),
            (PaymentMethodAwaited, true),
            (ConfirmationAwaited, true),
            (AuthenticationPending, true),
            (Pending, false),
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
                let told = told.captured_and_came_to_nothing();
                assert_eq!(told.is_some(), contradicts && taken > 0, "{word} {taken}");
                assert!(told.is_none_or(|one| one.to_string().contains(word.as_name())));
            }
        }
    }

    #[test]
    fn what_a_capture_takes_that_is_not_done_is_not_captured_yet() {
        use AttemptStatus::{CaptureFailed, CaptureInitiated, Charged, Pending};
        let told = |word, taken| {
            let status = StatusReport::known(word, "word");
            let told = PaymentsResponseData::reported(status);
            let told = PaymentsResponseData { amount_captured: taken, ..told }.of_one_capture();
            let capture = told.capture.as_ref().map(|one| (one.status.status, one.amount));
            (told.amount_captured, capture, told.captured_otherwise(money(300, "EUR")).is_none())
        };
        let part = money(300, "EUR");
        for word in [CaptureInitiated, CaptureFailed, Pending] {
            assert_eq!(told(word, part), (None, Some((word, part)), true), "{word}");
            // Another amount than was ordered is one, whatever became of it.
            assert!(!told(word, money(400, "EUR")).2, "{word}");
            assert_eq!(told(word, money(0, "EUR")), (None, None, true), "{word}");
        }
        assert_eq!(told(Charged, part), (part, None, true));
    }

    #[test]
    fn a_payment_that_took_something_and_of_which_nothing_is_captured_is_a_contradiction() {
        use AttemptStatus::{
            AutoRefunded, CaptureInitiated, Charged, PartialCharged, PartialChargedAndChargeable,
        };
        for (word, contradicts) in [
            (Charged, true),
            (PartialCharged, true),
            (PartialChargedAndChargeable, true),
            (CaptureInitiated, false),
            (AutoRefunded, false),
        ] {
            // Of a card that is verified, all is done with nothing.
            for (whole, is_of_nothing) in
                [(money(1_000, "EUR"), false), (None, false), (money(0, "EUR"), true)]
            {
                let told = |taken| {
                    let status = StatusReport::known(word, "word");
                    let told = PaymentsResponseData::reported(status);
                    PaymentsResponseData { amount: whole, amount_captured: taken, ..told }
                };
                let nothing = told(money(0, "EUR")).agreed();
                assert_eq!(nothing.status.status, word);
                let found = nothing.contradiction();
                assert_eq!(found.is_some(), contradicts && !is_of_nothing, "{word} {whole:?}");
                assert!(found.is_none_or(|one| one.field == "amount_captured"));
                assert_eq!(told(None).contradiction(), None);
                assert_eq!(told(money(1, "EUR")).contradiction(), None);
                let capture = Some(Box::new(nothing.into_capture().unwrap()));
                let event = PaymentsResponseData { capture, ..told(None) };
                let found = event.contradiction();
                assert_eq!(found.is_some(), contradicts && !is_of_nothing, "{word} {whole:?}");
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
