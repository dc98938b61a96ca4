//! The cards and amounts that Braintree publishes for tests.

use crate::card::CardCondition::Amount;
use crate::card::CardResult::{Approved, Declined};
use crate::card::TestCard;

/// Of any card, an amount from 2000.00 to 2999.99 is declined, with its whole part as the reason.
pub(super) const CARDS: &[TestCard] = &[
    TestCard::new("4111111111111111", Declined("2000")).on(Amount(200_000)),
    TestCard::new("4111111111111111", Declined("2001")).on(Amount(200_100)),
    TestCard::new("4111111111111111", Approved),
    TestCard::new("4012888888881881", Approved),
    TestCard::new("5555555555554444", Declined("2000")).on(Amount(200_000)),
    TestCard::new("5555555555554444", Approved),
    TestCard::new("378282246310005", Approved),
    TestCard::new("6011111111111117", Approved),
    TestCard::new("3530111333300000", Approved),
];

/// The text of a reason. <https://developer.paypal.com/braintree/docs/reference/general/processor-responses>
pub(super) fn text(code: &str) -> &'static str {
    match code {
        "2000" => "Do Not Honor",
        "2001" => "Insufficient Funds",
        _ => "Processor Declined",
    }
}
