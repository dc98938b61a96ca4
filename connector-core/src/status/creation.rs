//! What can be true of something that is made for a payment: a customer, an order, a token.

use super::statuses;

statuses! {
    /// What is true of something that is made for a payment.
    ///
    /// ```
    /// use connector_core::{CreationStatus, Status};
    /// assert!(CreationStatus::Created.is_terminal());
    /// ```
    CreationStatus {
        /// It is being made.
        Pending = "pending", Processor;
        /// It exists.
        Created = "created", Nobody;
        /// It could not be made.
        Failure = "failure", Nobody;
    }
}
