//! The cards and postcodes that Authorize.Net publishes for tests.

use crate::card::CardCondition::Postcode;
use crate::card::CardResult::{Approved, Declined};
use crate::card::TestCard;

/// The bank declines whatever card comes with this postcode.
const DECLINED: &str = "46282";

pub(super) const CARDS: &[TestCard] = &[
    TestCard::new("4111111111111111", Declined("2")).on(Postcode(DECLINED)),
    TestCard::new("4111111111111111", Approved),
    TestCard::new("4007000000027", Declined("2")).on(Postcode(DECLINED)),
    TestCard::new("4007000000027", Approved),
    TestCard::new("5424000000000015", Declined("2")).on(Postcode(DECLINED)),
    TestCard::new("5424000000000015", Approved),
    TestCard::new("370000000000002", Declined("2")).on(Postcode(DECLINED)),
    TestCard::new("370000000000002", Approved),
    TestCard::new("6011000000000012", Declined("2")).on(Postcode(DECLINED)),
    TestCard::new("6011000000000012", Approved),
];
