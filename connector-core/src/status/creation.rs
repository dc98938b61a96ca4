//! What can be true of something that is made for a payment: a customer, an order, a token.

use super::statuses;

statuses! {
    /// What is true of something that is made for a payment.
    CreationStatus {
        /// It exists.
        Created = "created", Nobody;
        /// It is being made.
        Pending = "pending", Processor;
        /// It could not be made.
        Failure = "failure", Nobody;
    }
}
