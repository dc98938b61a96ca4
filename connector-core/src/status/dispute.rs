//! What can be true of a dispute.

use super::statuses;

statuses! {
    /// What is true of a dispute.
    DisputeStatus {
        /// Open: the merchant has to answer or to accept.
        DisputeOpened = "dispute_opened", Merchant;
        /// The merchant has answered; the bank decides.
        DisputeChallenged = "dispute_challenged", Processor;
        /// The time to answer has passed.
        DisputeExpired = "dispute_expired", Nobody;
        /// The merchant has accepted.
        DisputeAccepted = "dispute_accepted", Nobody;
        /// The customer or the bank has withdrawn it.
        DisputeCancelled = "dispute_cancelled", Nobody;
        /// The merchant keeps the money.
        DisputeWon = "dispute_won", Nobody;
        /// The customer keeps the money.
        DisputeLost = "dispute_lost", Nobody;
    }
}
