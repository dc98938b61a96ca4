//! What can be true of a mandate.

use super::statuses;

statuses! {
    /// What is true of a mandate.
    MandateStatus {
        /// Pending.
        Pending = "pending", Processor;
        /// Revoked.
        Revoked = "revoked", Nobody;
        /// Not revoked.
        RevokeFailed = "revoke_failed", Merchant;
    }
}
