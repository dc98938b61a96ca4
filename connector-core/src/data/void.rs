//! Void: let go of the money that is held.

use super::record;
use crate::id::{IdempotencyKey, PaymentId};
use crate::money::Money;

record! {
    /// Void: let go of the money that is held, before any of it is taken.
    PaymentVoidData {
        /// The payment, as its processor names it.
        connector_transaction_id: PaymentId,
        /// The same in every attempt to carry out this void, and in no other order's.
        idempotency_key: IdempotencyKey,
    }
    optional {
        /// What the payment is for, and held. Some processors want to be told.
        amount: Money,
    }
}
