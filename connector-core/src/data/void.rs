//! Void: let go of the money that is held.

use serde::{Deserialize, Serialize};

use crate::id::{IdempotencyKey, PaymentId};

/// Void: let go of the money that is held, before any of it is taken.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PaymentVoidData {
    /// The payment, as its processor names it.
    pub connector_transaction_id: PaymentId,
    /// The same in every attempt to carry out this void, and in no other order's.
    pub idempotency_key: IdempotencyKey,
}

impl PaymentVoidData {
    /// Lets go of all that is held.
    #[must_use]
    pub fn new(connector_transaction_id: PaymentId, idempotency_key: IdempotencyKey) -> Self {
        Self { connector_transaction_id, idempotency_key }
    }
}
