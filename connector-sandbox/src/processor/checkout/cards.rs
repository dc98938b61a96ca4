//! The cards that Checkout.com publishes for tests.

use crate::card::CardCondition::ThreeDSecure;
use crate::card::CardResult::{Approved, Authentication, Declined};
use crate::card::TestCard;

pub(super) const CARDS: &[TestCard] = &[
    TestCard::new("4242424242424242", Authentication).on(ThreeDSecure),
    TestCard::new("4242424242424242", Approved),
    TestCard::new("4543474002249996", Authentication).on(ThreeDSecure),
    TestCard::new("4543474002249996", Approved),
    TestCard::new("5436031030606378", Authentication).on(ThreeDSecure),
    TestCard::new("5436031030606378", Approved),
    TestCard::new("4544249167673670", Declined("20051")),
    TestCard::new("4485381577182090", Declined("20014")),
    TestCard::new("4897453568485113", Declined("20059")),
    TestCard::new("4818924250131070", Declined("20062")),
];

/// Any other number is a real one, which produces an error there: the card number is not a valid one.
pub(super) const STRANGER: &str = "20014";

/// The cardholder could not be authenticated.
pub(super) const UNAUTHENTICATED: &str = "20151";
