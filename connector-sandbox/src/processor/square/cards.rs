//! The tokens that Square publishes for tests, and the cards behind them.

use crate::card::CardResult::{Approved, Declined};
use crate::card::{Card, TestCard};

pub(super) const CARDS: &[TestCard] = &[
    TestCard::new("4111111111111111", Approved).by_token("cnon:card-nonce-ok"),
    TestCard::new("5105105105105100", Declined("GENERIC_DECLINE"))
        .by_token("cnon:card-nonce-declined"),
    TestCard::new("6011000000000004", Declined("CVV_FAILURE"))
        .by_token("cnon:card-nonce-rejected-cvv"),
    TestCard::new("3569990010095841", Declined("ADDRESS_VERIFICATION_FAILURE"))
        .by_token("cnon:card-nonce-rejected-postalcode"),
    TestCard::new("4012888888881881", Declined("INVALID_EXPIRATION"))
        .by_token("cnon:card-nonce-rejected-expiration"),
];

pub(super) fn token(id: &str) -> Option<Card> {
    let card = CARDS.iter().find(|card| card.token == Some(id))?;
    Some(Card::new(card.number, 12, 2034))
}
