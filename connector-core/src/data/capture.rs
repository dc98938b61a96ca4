//! Capture: take the money that is held.

use serde::{Deserialize, Serialize};

use super::CaptureMethod;
use crate::id::{IdempotencyKey, PaymentId};
use crate::money::Money;

/// Capture: take the money that is held, or a part of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PaymentsCaptureData {
    /// The payment, as its processor names it.
    pub connector_transaction_id: PaymentId,
    /// The same in every attempt to carry out this capture, and in no other order's.
    pub idempotency_key: IdempotencyKey,
    /// How much to take; all that is held where it is absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub amount_to_capture: Option<Money>,
    /// How the payment was ordered to be captured. Some processors' words mean another thing by it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub capture_method: Option<CaptureMethod>,
}

impl PaymentsCaptureData {
    /// Takes all that is held.
    #[must_use]
    pub fn new(connector_transaction_id: PaymentId, idempotency_key: IdempotencyKey) -> Self {
        Self {
            connector_transaction_id,
            idempotency_key,
            amount_to_capture: None,
            capture_method: None,
        }
    }
}
