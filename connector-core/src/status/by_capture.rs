//! What a word can mean by the way in which a payment is captured.

use super::AttemptStatus;

/// Stops the compiler where the way of capturing would decide what it cannot: it tells what is taken from what is held,
/// and no success from a failure. Called by the derive, with what the word means otherwise.
#[track_caller]
pub const fn can_decide(automatic: bool, otherwise: AttemptStatus, meaning: AttemptStatus) {
    assert!(
        automatic || otherwise.took_something() || !meaning.took_something(),
        "a payment that is captured on an order is not taken by a word that means less otherwise; is `automatic` \
         meant?"
    );
    assert!(
        !automatic
            || !otherwise.took_something()
            || meaning.took_something()
            || !meaning.moved_money(),
        "a payment that is captured by itself is not merely held by a word that means more otherwise; is `manual` meant?"
    );
    let makes_a_success = otherwise.took_nothing() && meaning.took_something();
    let unmakes_one = otherwise.moved_money() && meaning.took_nothing();
    assert!(
        !makes_a_success && !unmakes_one,
        "a way to capture makes no success of a failure, and none of a success"
    );
}

impl AttemptStatus {
    /// The money is held or taken.
    const fn moved_money(self) -> bool {
        self.took_something() || matches!(self, Self::Authorized | Self::PartiallyAuthorized)
    }
}

#[cfg(test)]
mod tests {
    use super::AttemptStatus::{Authorized, CaptureFailed, Charged, Failure, Pending, Voided};
    use super::*;

    #[test]
    fn it_tells_what_is_taken_from_what_is_held() {
        can_decide(true, Authorized, Charged);
        can_decide(false, Charged, Authorized);
        can_decide(true, Authorized, Pending);
        can_decide(true, CaptureFailed, Failure);
    }

    #[test]
    #[should_panic(expected = "is `automatic` meant?")]
    fn what_is_captured_on_an_order_is_not_taken_at_once() {
        can_decide(false, Authorized, Charged);
    }

    #[test]
    #[should_panic(expected = "is `manual` meant?")]
    fn what_is_captured_at_once_is_not_merely_held() {
        can_decide(true, Charged, Authorized);
    }

    #[test]
    #[should_panic(expected = "no success of a failure")]
    fn a_refusal_is_one_however_it_is_captured() {
        can_decide(true, Failure, Charged);
    }

    #[test]
    #[should_panic(expected = "none of a success")]
    fn what_is_held_is_no_end() {
        can_decide(true, Authorized, Voided);
    }
}
