//! A payment that is divided: which parts of it go to whom.

use serde::{Deserialize, Serialize};

use super::record;
use crate::id::{AccountId, MerchantReference};
use crate::money::{Currency, MinorUnit, Money};
use crate::request::BuildError;

record! {
    /// One part of a payment, and whose it is.
    PaymentPart {
        /// The account that it goes to, as the processor names it.
        account: AccountId,
        /// How much of the payment it is, in the payment's currency.
        amount: Money,
    }
    optional {
        /// What the merchant calls this part. Some processors insist on it.
        reference: MerchantReference,
    }
}

/// How a payment is divided between accounts of one platform. Each part goes to its account, and what no part
/// takes stays with the account whose credentials are used. There is no other way to make one than by
/// [`SplitPayments::new`], in JSON, too: so the parts are never more than the payment.
///
/// ```
/// use connector_core::{AccountId, Money, PaymentPart, SplitError, SplitPayments};
///
/// let euros = |cents: i64| Money::new(cents.try_into().unwrap(), "EUR".parse().unwrap());
/// let seller = PaymentPart::new(AccountId::new("acct_1")?, euros(900));
///
/// let split = SplitPayments::new(euros(1_000), vec![seller.clone()])?;
/// assert_eq!(split.rest(), euros(100)); // the platform's
///
/// let twice = SplitPayments::new(euros(1_000), vec![seller.clone(), seller]);
/// assert_eq!(twice, Err(SplitError::TooMuch { whole: euros(1_000) }));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Unchecked")]
pub struct SplitPayments {
    amount: Money,
    parts: Box<[PaymentPart]>,
    #[serde(skip_serializing)]
    rest: Money,
}

/// Why a payment cannot be divided so.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum SplitError {
    /// That is no division.
    #[error("the payment is divided into no parts")]
    NoParts,
    /// A part of nothing goes to nobody.
    #[error("a part of the payment is of nothing")]
    Nothing,
    /// Nobody says at which rate.
    #[error("a part of the payment is in {part}, and the payment in {whole}")]
    OtherCurrency {
        /// The currency of the part.
        part: Currency,
        /// The currency of the payment.
        whole: Currency,
    },
    /// Somebody would have to pay the difference.
    #[error("the parts of the payment are more than its {whole}")]
    TooMuch {
        /// What the payment is for.
        whole: Money,
    },
}

impl SplitPayments {
    /// Divides a payment of this amount.
    ///
    /// # Errors
    /// [`SplitError`] where there are no parts, one is of nothing or in another currency, or all together are
    /// more than the payment.
    pub fn new(amount: Money, parts: Vec<PaymentPart>) -> Result<Self, SplitError> {
        if parts.is_empty() {
            return Err(SplitError::NoParts);
        }
        let mut rest = amount.minor_amount.get();
        for PaymentPart { amount: part, .. } in &parts {
            if part.currency != amount.currency {
                let (part, whole) = (part.currency, amount.currency);
                return Err(SplitError::OtherCurrency { part, whole });
            }
            match part.minor_amount.get() {
                0 => return Err(SplitError::Nothing),
                taken => rest = rest.saturating_sub(taken),
            }
        }
        let rest = MinorUnit::new(rest).map_err(|_| SplitError::TooMuch { whole: amount })?;
        let rest = Money::new(rest, amount.currency);
        Ok(Self { amount, parts: parts.into(), rest })
    }

    /// What is divided: the amount of the payment.
    #[must_use]
    pub const fn amount(&self) -> Money {
        self.amount
    }

    /// The parts, as they were given.
    #[must_use]
    pub const fn parts(&self) -> &[PaymentPart] {
        &self.parts
    }

    /// What no part takes.
    #[must_use]
    pub const fn rest(&self) -> Money {
        self.rest
    }

    /// That it divides the payment that is ordered, and not another.
    pub(crate) fn divides(&self, ordered: Money) -> Result<(), BuildError> {
        if self.amount == ordered {
            return Ok(());
        }
        Err(BuildError::invalid(
            "request.split_payments",
            "divides another amount than the payment's",
        ))
    }
}

/// What the JSON says.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Unchecked {
    amount: Money,
    parts: Vec<PaymentPart>,
}

impl TryFrom<Unchecked> for SplitPayments {
    type Error = SplitError;

    fn try_from(unchecked: Unchecked) -> Result<Self, SplitError> {
        Self::new(unchecked.amount, unchecked.parts)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn money(minor: i64, currency: &str) -> Money {
        Money::new(minor.try_into().unwrap(), currency.parse().unwrap())
    }

    fn split(whole: Money, parts: &[Money]) -> Result<SplitPayments, SplitError> {
        let account = || AccountId::new("acct_1").unwrap();
        let parts = parts.iter().map(|part| PaymentPart::new(account(), *part)).collect();
        SplitPayments::new(whole, parts)
    }

    #[test]
    fn what_is_no_division_of_the_payment_is_refused_and_says_why() {
        let whole = money(1_000, "EUR");
        let refused = |parts: &[Money]| split(whole, parts).unwrap_err().to_string();
        assert_eq!(refused(&[]), "the payment is divided into no parts");
        assert_eq!(refused(&[money(0, "EUR")]), "a part of the payment is of nothing");
        let other = "a part of the payment is in USD, and the payment in EUR";
        assert_eq!(refused(&[money(1, "EUR"), money(1, "USD")]), other);
        let more = "the parts of the payment are more than its 10.00 EUR";
        assert_eq!(refused(&[money(1_001, "EUR")]), more);
        assert_eq!(refused(&[money(i64::MAX, "EUR"), money(i64::MAX, "EUR")]), more);
        assert_eq!(split(whole, &[whole]).unwrap().rest(), money(0, "EUR"));
    }

    #[test]
    fn json_is_checked_like_everything_else() {
        let part = r#"{"account":"a","amount":{"minor_amount":9,"currency":"EUR"}}"#;
        let json = |amount: i64, more: &str| {
            format!(
                r#"{{"amount":{{"minor_amount":{amount},"currency":"EUR"}},"parts":[{part}]{more}}}"#
            )
        };
        let read = |text: &str| serde_json::from_str::<SplitPayments>(text);
        let split = read(&json(10, "")).unwrap();
        assert_eq!(serde_json::to_string(&split).unwrap(), json(10, ""));
        let refused = |text: &str| read(text).unwrap_err().to_string();
        assert_eq!(refused(&json(8, "")), "the parts of the payment are more than its 0.08 EUR");
        assert!(refused(&json(10, r#","rest":1"#)).contains("unknown field `rest`"));
    }

    proptest! {
        #[test]
        fn the_parts_and_the_rest_are_the_payment(
            whole in 0..=i64::MAX, parts in prop::collection::vec(1..=i64::MAX, 1..4),
        ) {
            let sum = parts.iter().map(|part| i128::from(*part)).sum::<i128>();
            let parts: Vec<Money> = parts.iter().map(|part| money(*part, "JPY")).collect();
            match split(money(whole, "JPY"), &parts) {
                Ok(split) => {
                    let rest = i128::from(split.rest().minor_amount.get());
                    prop_assert_eq!(sum.checked_add(rest), Some(i128::from(whole)));
                }
                Err(error) => {
                    prop_assert_eq!(error, SplitError::TooMuch { whole: money(whole, "JPY") });
                    prop_assert!(sum > i128::from(whole));
                }
            }
        }
    }
}
