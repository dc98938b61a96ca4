//! What can be true of a refund.

use super::statuses;

statuses! {
    /// What is true of a refund.
    ///
    /// ```
    /// use connector_core::{RefundStatus, Status};
    /// assert!(RefundStatus::Success.is_terminal());
    /// assert!(!RefundStatus::Pending.is_terminal());
    /// ```
    RefundStatus {
        /// Under way, and nothing more is known.
        Pending = "pending", Processor;
        /// Held for somebody's review or action.
        ManualReview = "manual_review", Merchant;
        /// The money is on its way back.
        Success = "success", Nobody;
        /// The refund was refused or cancelled: the money stays.
        Failure = "failure", Nobody;
        /// The refund failed at the bank or the network after the processor had taken it.
        TransactionFailure = "transaction_failure", Nobody;
    }
    gives_back: |back, end| matches!((back, end), (Self::TransactionFailure, Self::Success));
    // Either way the customer has nothing.
    agrees: |one, other| {
        let failed = |end| matches!(end, Self::Failure | Self::TransactionFailure);
        failed(one) && failed(other)
    };
}
