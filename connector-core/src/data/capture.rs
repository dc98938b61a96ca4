//! Capture: take the money that is held.

use super::{CaptureMethod, record};
use crate::id::{IdempotencyKey, PaymentId};
use crate::money::Money;

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
        /// How the payment was ordered to be captured. Some processors' words mean another thing by it.
        capture_method: CaptureMethod,
    }
}
