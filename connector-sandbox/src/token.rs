//! Tokens that a customer's device gives to the merchant, where a processor takes no cards.

use crate::card::CardResult;

/// How a token begins that the sandbox takes, and what becomes of a payment with it. What follows is the
/// merchant's choice: where a token is good for one payment, each needs another one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TestToken {
    /// How it begins.
    pub prefix: &'static str,
    /// What becomes of the payment; an authentication is whatever it waits for.
    pub result: CardResult,
}

impl TestToken {
    pub(crate) const fn new(prefix: &'static str, result: CardResult) -> Self {
        Self { prefix, result }
    }
}
