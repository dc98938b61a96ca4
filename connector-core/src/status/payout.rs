//! What can be true of a payout.

use super::{Awaits, statuses};

statuses! {
    /// What is true of a payout: money on its way from the merchant to somebody.
    ///
    /// ```
    /// use connector_core::{PayoutStatus, Status};
    /// assert!(PayoutStatus::Reversed.is_terminal());
    /// assert!(!PayoutStatus::Initiated.is_terminal());
    /// ```
    PayoutStatus {
        /// The processor does not know of it yet.
        RequiresCreation = "requires_creation", Merchant;
        /// The one who is paid has yet to say where to.
        RequiresPayoutMethodData = "requires_payout_method_data", Customer;
        /// The one who is paid has no account with the processor yet.
        RequiresVendorAccountCreation = "requires_vendor_account_creation", Merchant;
        /// The merchant has yet to confirm.
        RequiresConfirmation = "requires_confirmation", Merchant;
        /// The merchant has yet to order that the money goes.
        RequiresFulfillment = "requires_fulfillment", Merchant;
        /// Under way, and nothing more is known.
        Pending = "pending", Processor;
        /// The processor has taken the order.
        Initiated = "initiated", Processor;
        /// The money has arrived.
        Success = "success", Nobody;
        /// The money came back.
        Reversed = "reversed", Nobody;
        /// Cancelled before the money went.
        Cancelled = "cancelled", Nobody;
        /// Nobody fulfilled or collected it in time.
        Expired = "expired", Nobody;
        /// This account cannot be paid in this way.
        Ineligible = "ineligible", Nobody;
        /// Failed, and nothing more is known.
        Failed = "failed", Nobody;
    }
    gives_back: |back, end| matches!((back, end), (Self::Reversed, Self::Success));
    // Whatever it is called: nobody was paid, or has the money any more.
    agrees: |one, other| {
        let is_unpaid = |end: Self| end.whose_move() == Awaits::Nobody && end != Self::Success;
        is_unpaid(one) && is_unpaid(other)
    };
}
