//! The cards that PayPal publishes for tests, and the names on them that make it decline.

use crate::card::CardCondition::{Holder, ThreeDSecure};
use crate::card::CardResult::{Approved, Authentication, Declined};
use crate::card::TestCard;

pub(super) const CARDS: &[TestCard] = &[
    TestCard::new("4012888888881881", Declined("5120")).on(Holder("CCREJECT-IF")),
    TestCard::new("4012888888881881", Declined("0500")).on(Holder("CCREJECT-REFUSED")),
    TestCard::new("4012888888881881", Declined("9500")).on(Holder("CCREJECT-SF")),
    TestCard::new("4012888888881881", Declined("5400")).on(Holder("CCREJECT-EC")),
    TestCard::new("4012888888881881", Approved),
    TestCard::new("2223000048400011", Declined("5120")).on(Holder("CCREJECT-IF")),
    TestCard::new("2223000048400011", Approved),
    TestCard::new("371449635398431", Declined("5120")).on(Holder("CCREJECT-IF")),
    TestCard::new("371449635398431", Approved),
    TestCard::new("4868719460707704", Authentication).on(ThreeDSecure),
    TestCard::new("4868719460707704", Approved),
];
