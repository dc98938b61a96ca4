//! Capture: take the money that is held.

use super::{CaptureMethod, record};
use crate::id::{IdempotencyKey, PaymentId};
use crate::money::Money;
use crate::request::BuildError;

record! {
    /// Capture: take the money that is held, or a part of it.
    PaymentsCaptureData {
        /// The payment, as its processor names it.
        connector_transaction_id: PaymentId,
        /// The same in every attempt to carry out this capture, and in no other order's.
        idempotency_key: IdempotencyKey,
    }
    optional {
        /// How much to take; all that is held where it is absent.
        amount_to_capture: Money,
        /// What the payment is for, and held. Some processors take all that is held and never a part; a
        /// connector of theirs sends nothing where it is not known that all is meant.
        amount: Money,
        /// How the payment was ordered to be captured. Some processors' words mean another thing by it, and nothing is
        /// sent where it was automatic.
        capture_method: CaptureMethod,
    }
}

impl PaymentsCaptureData {
    /// That it is not taken already, and something is taken, and no more than is held, where that is known. Some
    /// processors are told no currency: they would take as many of another one.
    pub(crate) fn is_consistent(&self) -> Result<(), BuildError> {
        if self.capture_method == Some(CaptureMethod::Automatic) {
            let problem = "says that the payment is captured together with its authorization; leave it out where it is held all the same";
            return Err(BuildError::invalid("request.capture_method", problem));
        }
        let Some(taken) = self.amount_to_capture else { return Ok(()) };
        let problem = match self.amount {
            _ if taken.minor_amount.get() == 0 => {
                "is nothing: leave it out to take all that is held"
            }
            Some(held) if held.currency != taken.currency => {
                "is in another currency than the payment"
            }
            Some(held) if held.minor_amount < taken.minor_amount => {
                "is more than the payment is for"
            }
            _ => return Ok(()),
        };
        Err(BuildError::invalid("request.amount_to_capture", problem))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_is_taken_and_neither_more_nor_another_currency() {
        let money = |minor: i64, currency: &str| {
            Money::new(minor.try_into().unwrap(), currency.parse().unwrap())
        };
        let agree = |taken: Option<Money>, held: Option<Money>| {
            let (id, key) = (PaymentId::new("p").unwrap(), IdempotencyKey::new("k").unwrap());
            let mut order = PaymentsCaptureData::new(id, key);
            (order.amount_to_capture, order.amount) = (taken, held);
            order.is_consistent().is_ok()
        };
        let held = Some(money(1_000, "EUR"));
        assert!(agree(None, held) && agree(None, None) && agree(held, None) && agree(held, held));
        assert!(agree(Some(money(400, "EUR")), held));
        assert!(!agree(Some(money(1_001, "EUR")), held));
        assert!(!agree(Some(money(400, "USD")), held));
        assert!(!agree(Some(money(0, "EUR")), held) && !agree(Some(money(0, "EUR")), None));
    }

    /// PAIN 28.
    #[test]
    fn what_is_captured_by_itself_is_not_captured_again() {
        use CaptureMethod::{Automatic, Manual, ManualMultiple, Scheduled, SequentialAutomatic};
        let agree = |method| {
            let (id, key) = (PaymentId::new("p").unwrap(), IdempotencyKey::new("k").unwrap());
            let mut order = PaymentsCaptureData::new(id, key);
            order.capture_method = method;
            order.is_consistent().is_ok()
        };
        assert!(!agree(Some(Automatic)) && agree(None));
        // A time may be named, and the merchant come before it.
        for method in [Manual, ManualMultiple, Scheduled, SequentialAutomatic] {
            assert!(agree(Some(method)), "{method:?}");
        }
    }
}
