//! Cards, and what the processors' published test cards do.

use std::collections::hash_map::DefaultHasher;
use std::fmt;
use std::hash::{Hash as _, Hasher as _};

use crate::order::Facts;

/// The sandbox's calendar stands still: it is January 2026, as the times in its bodies say.
const THIS_MONTH: (u16, u8) = (2026, 1);

/// A card number that a processor publishes for tests, and what becomes of a payment with it.
///
/// ```
/// use connector_sandbox::{CardResult, Processor};
///
/// let declined = Processor::Stripe.test_cards().iter().find(|card| {
///     card.result == CardResult::Declined("insufficient_funds")
/// });
/// assert_eq!(declined.map(|card| card.number), Some("4000000000009995"));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TestCard {
    /// The number, without blanks.
    pub number: &'static str,
    /// What stands for it where the processor takes no numbers.
    pub token: Option<&'static str>,
    /// What else the request has to say. Where it does not, the next row of this number counts.
    pub condition: CardCondition,
    /// What becomes of the payment.
    pub result: CardResult,
}

/// What a request has to say besides the number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CardCondition {
    /// Nothing.
    Always,
    /// This postcode in the billing address.
    Postcode(&'static str),
    /// That the customer is to be authenticated.
    ThreeDSecure,
    /// This name on the card.
    Holder(&'static str),
    /// That it is this amount, in minor units.
    Amount(i64),
}

/// What becomes of a payment with a card.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CardResult {
    /// The money is held, or taken.
    Approved,
    /// The issuer says no, for this reason in the processor's words.
    Declined(&'static str),
    /// The customer has to authenticate first, and is approved then.
    Authentication,
}

impl TestCard {
    pub(crate) const fn new(number: &'static str, result: CardResult) -> Self {
        Self { number, token: None, condition: CardCondition::Always, result }
    }

    pub(crate) const fn by_token(self, token: &'static str) -> Self {
        Self { token: Some(token), ..self }
    }

    pub(crate) const fn on(self, condition: CardCondition) -> Self {
        Self { condition, ..self }
    }
}

impl fmt::Display for TestCard {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.result {
            CardResult::Approved => f.write_str("approved")?,
            CardResult::Declined(reason) => write!(f, "declined: {reason}")?,
            CardResult::Authentication => f.write_str("the customer has to authenticate")?,
        }
        match self.condition {
            CardCondition::Always => Ok(()),
            CardCondition::Postcode(postcode) => write!(f, ", with the postcode {postcode}"),
            CardCondition::ThreeDSecure => f.write_str(", where 3-D Secure is asked for"),
            CardCondition::Holder(holder) => write!(f, ", with the name {holder}"),
            CardCondition::Amount(minor) => write!(f, ", for an amount of {minor} in minor units"),
        }?;
        self.token.map_or(Ok(()), |token| write!(f, ", by the token {token}"))
    }
}

/// A card as a request gave it.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct Card {
    number: String,
    pub(crate) month: u8,
    pub(crate) year: u16,
}

/// Why nobody would even ask the issuer about a card.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum CardProblem {
    Number,
    Expired,
}

/// Not the number: it goes where `Debug` goes.
impl fmt::Debug for Card {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Card").field("last4", &self.last4()).finish_non_exhaustive()
    }
}

impl Card {
    /// The year may have two digits.
    pub(crate) fn new(number: &str, month: u8, year: u16) -> Self {
        let number = number.chars().filter(|letter| !matches!(letter, ' ' | '-')).collect();
        let year = if year < 100 { year.saturating_add(2000) } else { year };
        Self { number, month, year }
    }

    pub(crate) fn check(&self) -> Result<(), CardProblem> {
        let digits = self.number.bytes().all(|byte| byte.is_ascii_digit());
        if !digits || !(12..=19).contains(&self.number.len()) || !luhn(&self.number) {
            Err(CardProblem::Number)
        } else if !(1..=12).contains(&self.month) || (self.year, self.month) < THIS_MONTH {
            Err(CardProblem::Expired)
        } else {
            Ok(())
        }
    }

    pub(crate) fn last4(&self) -> &str {
        self.number.get(self.number.len().saturating_sub(4)..).unwrap_or_default()
    }

    /// The same for the same card, and no way back to its number.
    pub(crate) fn fingerprint(&self) -> u64 {
        let mut hasher = DefaultHasher::new();
        (&self.number, self.month, self.year).hash(&mut hasher);
        hasher.finish()
    }

    pub(crate) fn bin(&self) -> &str {
        self.number.get(..6).unwrap_or_default()
    }

    /// The network, by the first digits: lower case, as Stripe spells it.
    pub(crate) fn network(&self) -> &'static str {
        match self.number.as_bytes() {
            [b'4', ..] => "visa",
            [b'2' | b'5', ..] => "mastercard",
            [b'3', b'4' | b'7', ..] => "amex",
            [b'3', b'5', ..] => "jcb",
            [b'3', ..] => "diners",
            [b'6', ..] => "discover",
            _ => "unknown",
        }
    }

    /// What becomes of a payment with it; `stranger` where the processor has not published it.
    pub(crate) fn result(
        &self,
        cards: &[TestCard],
        Facts { postcode, authenticate, holder, .. }: &Facts,
        amount_minor: i64,
        stranger: CardResult,
    ) -> CardResult {
        let applies = |condition| match condition {
            CardCondition::Always => true,
            CardCondition::Postcode(wanted) => postcode.as_deref() == Some(wanted),
            CardCondition::ThreeDSecure => *authenticate,
            CardCondition::Holder(wanted) => holder.as_deref() == Some(wanted),
            CardCondition::Amount(wanted) => amount_minor == wanted,
        };
        let mut own = cards.iter().filter(|card| card.number == self.number);
        own.find(|card| applies(card.condition)).map_or(stranger, |card| card.result)
    }
}

/// The check digit: from the right, every second digit counts twice, and the sum ends in 0.
fn luhn(digits: &str) -> bool {
    let sum = digits.bytes().rev().zip([false, true].into_iter().cycle()).fold(
        0_u32,
        |sum, (byte, twice)| {
            let digit = u32::from(byte.saturating_sub(b'0'));
            let doubled = digit.saturating_mul(2);
            let counted = match (twice, doubled) {
                (false, _) => digit,
                (true, 0..=9) => doubled,
                (true, _) => doubled.saturating_sub(9),
            };
            sum.saturating_add(counted)
        },
    );
    sum.is_multiple_of(10)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::processor::Processor;

    #[test]
    fn a_card_that_cannot_be_is_not_sent_to_its_issuer() {
        let check = |number: &str, month, year| Card::new(number, month, year).check();
        assert_eq!(check("4242 4242 4242 4242", 12, 30), Ok(()));
        assert_eq!(check("4242424242424242", 1, 2026), Ok(()));
        assert_eq!(check("4242424242424242", 12, 2025), Err(CardProblem::Expired));
        assert_eq!(check("4242424242424242", 13, 2030), Err(CardProblem::Expired));
        assert_eq!(check("4242424242424241", 12, 2030), Err(CardProblem::Number));
        assert_eq!(check("４２４２", 12, 2030), Err(CardProblem::Number));
        assert_eq!(check("", 12, 2030), Err(CardProblem::Number));
    }

    #[test]
    fn every_published_card_is_one_and_is_found() {
        for processor in Processor::ALL {
            for row in processor.test_cards() {
                let card = Card::new(row.number, 12, 2030);
                assert_eq!(card.check(), Ok(()), "{processor} {row:?}");
                let (mut facts, mut amount) = (Facts::default(), 1);
                match row.condition {
                    CardCondition::Always => {}
                    CardCondition::Postcode(postcode) => facts.postcode = Some(postcode.to_owned()),
                    CardCondition::ThreeDSecure => facts.authenticate = true,
                    CardCondition::Holder(holder) => facts.holder = Some(holder.to_owned()),
                    CardCondition::Amount(wanted) => amount = wanted,
                }
                let stranger = CardResult::Declined("a stranger");
                let cards = processor.test_cards();
                assert_eq!(card.result(cards, &facts, amount, stranger), row.result);
            }
        }
    }

    #[test]
    fn no_number_is_shown() {
        assert!(!format!("{:?}", Card::new("4242424242424242", 1, 30)).contains("42424"));
    }
}
