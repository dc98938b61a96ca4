//! The cards that Adyen publishes for tests, and the names on them that make it say no.

use crate::card::CardCondition::Holder;
use crate::card::CardResult::{Approved, Authentication, Declined};
use crate::card::TestCard;

/// The reason where the customer was not authenticated.
pub(super) const UNAUTHENTICATED: &str = "3D Not Authenticated";

/// A reason that the name on the card asks for, with the code that stands for it.
const REFUSALS: [(&str, &str); 7] = [
    ("Refused", "2"),
    ("Blocked Card", "5"),
    ("Expired Card", "6"),
    ("Issuer Unavailable", "9"),
    (UNAUTHENTICATED, "11"),
    ("Not enough balance", "12"),
    ("Acquirer Fraud", "14"),
];

const VISA: &str = "4111111111111111";

pub(super) const CARDS: &[TestCard] = &[
    TestCard::new(VISA, Declined("Refused")).on(Holder("DECLINED")),
    TestCard::new(VISA, Declined("Blocked Card")).on(Holder("BLOCK_CARD")),
    TestCard::new(VISA, Declined("Expired Card")).on(Holder("CARD_EXPIRED")),
    TestCard::new(VISA, Declined("Issuer Unavailable")).on(Holder("ISSUER_UNAVAILABLE")),
    TestCard::new(VISA, Declined("Not enough balance")).on(Holder("NOT_ENOUGH_BALANCE")),
    TestCard::new(VISA, Declined("Acquirer Fraud")).on(Holder("ACQUIRER_FRAUD")),
    TestCard::new(VISA, Approved),
    TestCard::new("5555444433331111", Approved),
    TestCard::new("5555555555554444", Approved),
    // 3-D Secure 2: at once, and by way of a challenge.
    TestCard::new("5201281505129736", Approved),
    TestCard::new("4212345678910006", Authentication),
];

/// `refusalReasonCode`.
pub(super) fn code(reason: &str) -> &'static str {
    let known = REFUSALS.iter().find(|(known, _)| *known == reason);
    known.map_or("2", |(_, code)| code)
}
