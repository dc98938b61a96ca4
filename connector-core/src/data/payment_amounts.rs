//! What the amounts of an answer about a payment say of its status.

use super::captures::taken;
use super::{CaptureResult, PaymentsResponseData};
use crate::money::Money;
use crate::status::AttemptStatus;

impl PaymentsResponseData {
    /// The same, of a payment of so much: what is held of it, and what was captured, are held against that.
    pub(crate) fn of_a_payment_of(self, asked: Option<Money>) -> Self {
        let Some(asked) = asked else { return self };
        let told = self.of_a_part(Some(asked));
        let whole = told.amount.unwrap_or(asked);
        told.by_what_was_captured_of(whole)
    }

    /// What was captured says more than the word of the payment as a whole. Many processors call a payment
    /// charged of which a part was, authorized of which more can be, and cancelled or expired of which nothing
    /// more can be; and others say of one that was captured in parts that it is held, or captured in part, when
    /// the last part is taken. The amounts tell, and no earlier status does.
    pub(super) fn by_its_amounts(mut self) -> Self {
        self.add_up();
        // A part that is held is told as the amount. Of how much it is a part, who asked knows.
        match self.amount {
            Some(whole) if self.status.status != AttemptStatus::PartiallyAuthorized => {
                self.by_what_was_captured_of(whole)
            }
            _ => self,
        }
    }

    /// What was captured is the sum of the captures, where only these are told.
    fn add_up(&mut self) {
        let sum = || taken(self.captures.iter().map(CaptureResult::told));
        self.amount_captured = self.amount_captured.or_else(sum);
    }

    fn by_what_was_captured_of(mut self, whole: Money) -> Self {
        self.add_up();
        let Some(taken) = self.amount_captured else { return self };
        // Nothing is no part: behind a word that says so, something was taken, it is a contradiction.
        if taken.currency != whole.currency || taken.minor_amount.get() == 0 {
            return self;
        }
        let is_all_that_is_held = self.amount_authorized.is_some_and(|held| {
            held.currency == taken.currency && held.minor_amount <= taken.minor_amount
        });
        let is_part = taken.minor_amount < whole.minor_amount;
        if let Some(meaning) = means(self.status.status, is_part, is_all_that_is_held) {
            self.status = self.status.meaning(meaning);
        }
        self
    }
}

/// What a word about the payment means where something of it was captured; `None` where it means what it says. That an
/// order is under way or was refused says nothing of what was captured before, and what is pending, or is looked
/// at by somebody, is not done. What cannot be, beside any money, is a contradiction.
const fn means(
    word: AttemptStatus,
    is_part: bool,
    is_all_that_is_held: bool,
) -> Option<AttemptStatus> {
    use AttemptStatus::{
        Authorized, Charged, Expired, PartialCharged, PartialChargedAndChargeable,
        PartiallyAuthorized, Voided,
    };
    match word {
        Authorized | PartiallyAuthorized | PartialCharged | PartialChargedAndChargeable
            if !is_part =>
        {
            Some(Charged)
        }
        Authorized | PartiallyAuthorized | PartialChargedAndChargeable if is_all_that_is_held => {
            Some(PartialCharged)
        }
        Authorized | PartiallyAuthorized => Some(PartialChargedAndChargeable),
        Charged | Voided | Expired if is_part => Some(PartialCharged),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::data::ResponseData as _;
    use crate::dispatch::Capture;
    use crate::response::Outcome;
    use crate::router_data::RouterData;
    use crate::status::{Status as _, StatusReport};

    fn money(minor: i64, currency: &str) -> Option<Money> {
        Some(Money::new(minor.try_into().unwrap(), currency.parse().unwrap()))
    }

    fn told(word: AttemptStatus, taken: Option<Money>) -> PaymentsResponseData {
        let told = PaymentsResponseData::reported(StatusReport::known(word, "word"));
        PaymentsResponseData { amount_captured: taken, ..told }
    }

    #[test]
    fn what_was_captured_says_more_than_a_word_about_the_whole() {
        use AttemptStatus::{
            Authorized, CaptureFailed, CaptureInitiated, Charged, Expired, PartialCharged,
            PartialChargedAndChargeable, Pending, Unresolved, VoidFailed, Voided,
            VoidedPostCapture,
        };
        let means = |word, taken| {
            let of_told = PaymentsResponseData { amount: money(1_000, "EUR"), ..told(word, taken) };
            let of_told = of_told.agreed().status.status;
            // It is the same whole, whether the answer tells it or only who asked knows it.
            let of_asked = told(word, taken).agreed();
            assert_eq!(of_asked.status.status, word);
            let of_asked = of_asked.of_a_payment_of(money(1_000, "EUR"));
            assert_eq!(of_asked.status.status, of_told, "{word}");
            of_told
        };
        for (word, some, all) in [
            (Charged, PartialCharged, Charged),
            (Authorized, PartialChargedAndChargeable, Charged),
            (PartialCharged, PartialCharged, Charged),
            (PartialChargedAndChargeable, PartialChargedAndChargeable, Charged),
            (Voided, PartialCharged, Voided),
            (Expired, PartialCharged, Expired),
            // What is not done is not, and what was given back was taken before.
            (Pending, Pending, Pending),
            (Unresolved, Unresolved, Unresolved),
            (VoidedPostCapture, VoidedPostCapture, VoidedPostCapture),
            // Of one order: the others are as they were.
            (CaptureInitiated, CaptureInitiated, CaptureInitiated),
            (CaptureFailed, CaptureFailed, CaptureFailed),
            (VoidFailed, VoidFailed, VoidFailed),
        ] {
            assert_eq!(means(word, money(300, "EUR")), some, "{word}");
            assert_eq!(means(word, money(1_000, "EUR")), all, "{word}");
            // More than all of it is a mismatch, and is called what it is in there.
            assert_eq!(means(word, money(1_001, "EUR")), all, "{word}");
            assert_eq!(means(word, money(300, "USD")), word, "{word}");
            assert_eq!(means(word, money(1_000, "USD")), word, "{word}");
            assert_eq!(means(word, None), word, "{word}");
            assert_eq!(means(word, money(0, "EUR")), word, "{word}");
        }
    }

    /// What an order to capture takes is no amount of the payment before it is done.
    #[test]
    fn what_an_order_to_capture_takes_says_nothing_of_a_payment_that_is_held() {
        use AttemptStatus::{
            Authorized, CaptureInitiated, Charged, Expired, PartialCharged,
            PartialChargedAndChargeable,
        };
        let data = r#"{"request": {"connector_transaction_id": "p", "idempotency_key": "k"}}"#;
        let data = RouterData::<Capture>::from_json(data.as_bytes()).unwrap();
        for (word, ordered, status, capture) in [
            (Authorized, 1_000, Authorized, Some(1_000)),
            (Authorized, 300, Authorized, Some(300)),
            (Expired, 300, Expired, Some(300)),
            (CaptureInitiated, 1_000, CaptureInitiated, Some(1_000)),
            (Charged, 300, PartialCharged, None),
            (PartialChargedAndChargeable, 1_000, Charged, None),
        ] {
            let answer = PaymentsResponseData {
                amount: money(1_000, "EUR"),
                ..told(word, money(ordered, "EUR"))
            };
            let outcome = Outcome::<Capture>::Status(answer).settled(&data);
            let Outcome::Status(told) = outcome else { panic!("{word}: {outcome:?}") };
            let taken = told.capture.and_then(|one| one.amount).map(|one| one.minor_amount.get());
            assert_eq!((told.status.status, taken), (status, capture), "{word} {ordered}");
        }
    }

    #[test]
    fn all_that_is_held_is_a_part_of_what_was_asked_for() {
        use AttemptStatus::{
            Charged, PartialCharged, PartialChargedAndChargeable, PartiallyAuthorized,
        };
        let means = |taken, asked| {
            let held = told(PartiallyAuthorized, money(taken, "EUR"));
            let held = PaymentsResponseData { amount: money(600, "EUR"), ..held }.agreed();
            // The answer alone does not tell of how much it is a part.
            assert_eq!(held.status.status, PartiallyAuthorized);
            held.of_a_payment_of(asked).status.status
        };
        let asked = money(1_000, "EUR");
        assert_eq!(means(0, asked), PartiallyAuthorized);
        assert_eq!(means(200, asked), PartialChargedAndChargeable);
        assert_eq!(means(600, asked), PartialCharged);
        assert_eq!(means(600, money(600, "EUR")), Charged);
        assert_eq!(means(600, None), PartiallyAuthorized);
    }

    proptest! {
        #[test]
        fn no_status_says_another_thing_of_the_money_than_the_amounts(
            word in prop::sample::select(AttemptStatus::ALL),
            taken in prop_oneof![0..=1_200_i64, Just(1_000)],
            whole in prop::option::of(Just(1_000_i64)),
            asked in prop::option::of(Just(1_000_i64)),
        ) {
            use AttemptStatus::{
                Authorized, Charged, PartialCharged, PartialChargedAndChargeable, PartiallyAuthorized,
            };
            let euros = |minor: Option<i64>| minor.and_then(|minor| money(minor, "EUR"));
            let told = told(word, money(taken, "EUR"));
            let answer = PaymentsResponseData { amount: euros(whole), ..told };
            let told = answer.clone().of_a_payment_of(euros(asked)).agreed();
            // Said twice, or the other way round, it is the same.
            prop_assert_eq!(&answer.agreed().of_a_payment_of(euros(asked)), &told);
            prop_assert_eq!(&told.clone().of_a_payment_of(euros(asked)).agreed(), &told);
            if told.contradiction().is_some() {
                return Ok(());
            }
            let status = told.status.status;
            // Who knows neither the whole nor a part has the word alone.
            if taken > 0 && (asked.is_some() || (whole.is_some() && word != PartiallyAuthorized)) {
                prop_assert!(!matches!(status, Authorized | PartiallyAuthorized), "{}", status);
                prop_assert!(status != Charged || taken >= 1_000, "{}", taken);
                let is_part = matches!(status, PartialCharged | PartialChargedAndChargeable);
                prop_assert!(!is_part || taken < 1_000, "{}", taken);
                prop_assert!(!status.took_nothing() && !status.is_before_any_money());
            }
        }
    }
}
