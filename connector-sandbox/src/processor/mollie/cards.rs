//! The cards that Mollie publishes for tests.

use crate::card::CardResult::{Approved, Authentication, Declined};
use crate::card::{Card, TestCard};

pub(super) const CARDS: &[TestCard] = &[
    TestCard::new("4543474002249996", Approved).by_token("tkn_visa"),
    TestCard::new("2223000010479399", Approved).by_token("tkn_mastercard"),
    TestCard::new("378282246310005", Approved).by_token("tkn_amex"),
    TestCard::new("4012888888881881", Declined("insufficient_funds"))
        .by_token("tkn_insufficient_funds"),
    TestCard::new("5105105105105100", Declined("refused_by_issuer"))
        .by_token("tkn_refused_by_issuer"),
    TestCard::new("5555555555554444", Declined("possible_fraud")).by_token("tkn_possible_fraud"),
    TestCard::new(AUTHENTICATED, Authentication).by_token("tkn_3dsecure"),
];

/// Without a token, the customer goes to Mollie's page, as they do with this card.
const AUTHENTICATED: &str = "4111111111111111";

pub(super) fn token(id: &str) -> Option<Card> {
    let card = CARDS.iter().find(|card| card.token == Some(id))?;
    Some(Card::new(card.number, 12, 2034))
}

/// A card whose customer has to go to the page.
pub(super) fn at_the_page() -> Card {
    Card::new(AUTHENTICATED, 12, 2034)
}
