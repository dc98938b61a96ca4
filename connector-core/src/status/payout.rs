//! What can be true of a payout.

use super::statuses;

statuses! {
    /// What is true of a payout.
    PayoutStatus {
        /// Pending.
        Pending = "pending", Processor;
        /// Success.
        Success = "success", Nobody;
        /// Failed.
        Failure = "failure", Nobody;
    }
}
