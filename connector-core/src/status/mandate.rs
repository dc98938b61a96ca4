//! What can be true of a mandate.

use super::statuses;

statuses! {
    /// What is true of a mandate: the customer's consent to payments without the customer.
    ///
    /// ```
    /// use connector_core::{MandateStatus, Status};
    /// assert!(MandateStatus::Revoked.is_terminal());
    /// assert!(!MandateStatus::Active.is_terminal());
    /// ```
    MandateStatus {
        /// The bank or the customer has yet to agree.
        Pending = "pending", Processor;
        /// Payments can be made with it.
        Active = "active", Merchant;
        /// The order to revoke it was refused. The mandate itself lives on: look at it again.
        RevokeFailed = "revoke_failed", Merchant;
        /// No payment can be made with it any more.
        Inactive = "inactive", Nobody;
        /// Taken back by the customer or the merchant.
        Revoked = "revoked", Nobody;
    }
    // Either way there are no more payments.
    agrees: |one, other| {
        let is_over = |end| matches!(end, Self::Inactive | Self::Revoked);
        is_over(one) && is_over(other)
    };
}
