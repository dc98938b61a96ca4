//! The cards that Xendit publishes for tests.

use crate::card::CardResult::{Approved, Authentication, Declined};
use crate::card::{CardCondition, TestCard};

pub(super) const UNAUTHENTICATED: &str = "AUTHENTICATION_FAILED";

pub(super) const CARDS: &[TestCard] = &[
    TestCard::new("4000000000001000", Approved),
    TestCard::new("5200000000001005", Approved),
    TestCard::new("4000000000001091", Authentication).on(CardCondition::ThreeDSecure),
    TestCard::new("4000000000001091", Approved),
    TestCard::new("4000000000000002", Declined("CARD_DECLINED")),
    TestCard::new("4000000000009995", Declined("INSUFFICIENT_BALANCE")),
    TestCard::new("4000000000000069", Declined("EXPIRED_CARD")),
];
