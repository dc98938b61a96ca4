//! The cards that Stripe publishes for tests.

use crate::card::CardResult::{Approved, Authentication, Declined};
use crate::card::{Card, TestCard};

pub(super) const CARDS: &[TestCard] = &[
    TestCard::new("4242424242424242", Approved),
    TestCard::new("5555555555554444", Approved),
    TestCard::new("378282246310005", Approved),
    TestCard::new("4000000000000002", Declined("generic_decline")),
    TestCard::new("4000000000009995", Declined("insufficient_funds")),
    TestCard::new("4000000000009987", Declined("lost_card")),
    TestCard::new("4000000000009979", Declined("stolen_card")),
    TestCard::new("4000000000000069", Declined("expired_card")),
    TestCard::new("4000000000000127", Declined("incorrect_cvc")),
    TestCard::new("4000000000000119", Declined("processing_error")),
    TestCard::new("4000002500003155", Authentication),
    TestCard::new("4000002760003184", Authentication),
    TestCard::new("4000000000003220", Authentication),
];

/// Any other number is a real one, and those are refused in test mode.
pub(super) const STRANGER: &str = "test_mode_live_card";

/// Payment methods that are there without having been made.
const TOKENS: &[(&str, &str)] = &[
    ("pm_card_visa", "4242424242424242"),
    ("pm_card_mastercard", "5555555555554444"),
    ("pm_card_amex", "378282246310005"),
    ("pm_card_visa_chargeDeclined", "4000000000000002"),
    ("pm_card_visa_chargeDeclinedInsufficientFunds", "4000000000009995"),
    ("pm_card_authenticationRequired", "4000002760003184"),
    ("pm_card_threeDSecure2Required", "4000000000003220"),
];

pub(super) fn token(id: &str) -> Option<Card> {
    let (_, number) = TOKENS.iter().find(|(name, _)| *name == id)?;
    Some(Card::new(number, 12, 2034))
}
