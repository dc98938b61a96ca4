//! What can be true of a dispute.

use super::statuses;

statuses! {
    /// What is true of a dispute: a customer has asked the bank for the money back.
    ///
    /// ```
    /// use connector_core::{DisputeStatus, Status};
    /// assert!(DisputeStatus::Lost.is_terminal());
    /// assert!(!DisputeStatus::Challenged.is_terminal());
    /// ```
    DisputeStatus {
        /// The merchant has yet to accept or to defend it.
        Opened = "opened", Merchant;
        /// The merchant has sent evidence, and the bank decides.
        Challenged = "challenged", Processor;
        /// The merchant did not answer in time.
        Expired = "expired", Nobody;
        /// The merchant has accepted it.
        Accepted = "accepted", Nobody;
        /// The customer or the bank has taken it back.
        Cancelled = "cancelled", Nobody;
        /// The bank decided for the merchant.
        Won = "won", Nobody;
        /// The bank decided for the customer.
        Lost = "lost", Nobody;
    }
    // Who accepts it, or does not answer in time, loses it, and of what is taken back the money is kept: some processors
    // say one after the other.
    agrees: |one, other| {
        let is_gone = |end| matches!(end, Self::Expired | Self::Accepted | Self::Lost);
        let is_kept = |end| matches!(end, Self::Cancelled | Self::Won);
        (is_gone(one) && is_gone(other)) || (is_kept(one) && is_kept(other))
    };
}
