//! The key of an order, made of what the order is.

use super::{IdError, IdempotencyKey, MerchantReference};
use crate::flow::Flow;

impl IdempotencyKey {
    /// The key of an order about this attempt to pay: of the `number`th `F` of it, counted from whatever the
    /// application likes. The same on every try, with nothing to be kept for it, and another for every other order:
    /// a second refund of a part is number two.
    ///
    /// ```
    /// use connector_core::{Authorize, IdempotencyKey, MerchantReference, Refund};
    ///
    /// let attempt = MerchantReference::new("order-17")?;
    /// assert_eq!(IdempotencyKey::of::<Authorize>(&attempt, 1)?.as_str(), "order-17-Authorize-1");
    /// assert_ne!(IdempotencyKey::of::<Refund>(&attempt, 1), IdempotencyKey::of::<Refund>(&attempt, 2));
    /// # Ok::<(), connector_core::IdError>(())
    /// ```
    ///
    /// Another attempt to pay for the same order has a reference of its own, or the key of the first is taken for
    /// it, and answered with what became of that.
    ///
    /// # Errors
    /// [`IdError::TooLong`] where the reference nearly is too long itself.
    pub fn of<F: Flow>(attempt: &MerchantReference, number: u32) -> Result<Self, IdError> {
        Self::new(format!("{attempt}-{}-{number}", F::NAME))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::dispatch::{Capture, Refund};

    proptest! {
        /// Whatever the references look like: what is behind them has no `-` of its own.
        #[test]
        fn two_orders_have_two_keys(
            (one, other) in ("[a1-]{1,4}", "[a1-]{1,4}"), number in 0_u32..20, second in 0_u32..20,
        ) {
            let of = |text: &str| MerchantReference::new(text).unwrap();
            let key = IdempotencyKey::of::<Refund>(&of(&one), number).unwrap();
            let same = one == other && number == second;
            prop_assert_eq!(key == IdempotencyKey::of::<Refund>(&of(&other), second).unwrap(), same);
            prop_assert_ne!(&key, &IdempotencyKey::of::<Capture>(&of(&other), second).unwrap());
            prop_assert_eq!(&key, &IdempotencyKey::of::<Refund>(&of(&one), number).unwrap());
        }
    }
}
