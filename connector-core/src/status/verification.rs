//! What a processor says when it is asked whether it sent a webhook.

use super::statuses;

statuses! {
    /// Whether a processor sent a webhook, as it says itself.
    ///
    /// ```
    /// use connector_core::{Status, VerificationStatus};
    /// assert!(VerificationStatus::Verified.is_terminal());
    /// assert!(!VerificationStatus::Pending.is_terminal());
    /// ```
    VerificationStatus {
        /// It has not said.
        Pending = "pending", Processor;
        /// It did.
        Verified = "verified", Nobody;
        /// It did not, or what it sent was changed on the way.
        NotVerified = "not_verified", Nobody;
    }
}
