//! How processors write amounts, each way as a type. Only here do they become money.

use serde::{Deserialize, de};
use serde_json::value::RawValue;

use super::{AmountError, Currency, MinorUnit, Money};

/// An amount as a processor writes it. With its currency it becomes [`Money`].
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not an amount",
    label = "not an amount",
    note = "say in which unit the processor writes: `MinorUnit` (1050), `StringMajorUnit` (\"10.50\") or `FloatMajorUnit` (10.50)"
)]
pub trait WireAmount {
    /// What it is worth in this currency.
    ///
    /// # Errors
    /// [`AmountError`] where it has more decimals than the currency, or does not fit.
    fn in_currency(&self, currency: Currency) -> Result<Money, AmountError>;
}

impl WireAmount for MinorUnit {
    fn in_currency(&self, currency: Currency) -> Result<Money, AmountError> {
        Ok(Money::new(*self, currency))
    }
}

/// A text of major units: `"10.50"`.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(transparent)]
pub struct StringMajorUnit(Box<str>);

impl WireAmount for StringMajorUnit {
    fn in_currency(&self, currency: Currency) -> Result<Money, AmountError> {
        let amount = MinorUnit::from_major(&self.0, currency.exponent())?;
        Ok(Money::new(amount, currency))
    }
}

/// A number of major units in JSON: `10.50`; XML and forms have texts, [`StringMajorUnit`]. The digits are kept as they were sent; no float is ever
/// made of them, whatever the name that the field has given to it says.
///
/// ```
/// use connector_core::{FloatMajorUnit, WireAmount};
/// let amount: FloatMajorUnit = serde_json::from_str("10.50")?;
/// assert_eq!(amount.in_currency("USD".parse()?)?.minor_amount.get(), 1050);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FloatMajorUnit(Box<str>);

impl FloatMajorUnit {
    /// The amount in units of `10^-exponent`, to compare two amounts of which the currency is not
    /// known.
    ///
    /// # Errors
    /// [`AmountError`] where it has more decimals than that, or does not fit.
    pub fn scaled(&self, exponent: u32) -> Result<MinorUnit, AmountError> {
        MinorUnit::from_major(&self.0, exponent)
    }
}

impl WireAmount for FloatMajorUnit {
    fn in_currency(&self, currency: Currency) -> Result<Money, AmountError> {
        Ok(Money::new(self.scaled(currency.exponent())?, currency))
    }
}

impl<'de> Deserialize<'de> for FloatMajorUnit {
    fn deserialize<D: de::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let digits = Box::<RawValue>::deserialize(deserializer)?;
        if digits.get().starts_with(|first: char| first == '-' || first.is_ascii_digit()) {
            Ok(Self(digits.get().into()))
        } else {
            Err(de::Error::custom("expected an amount as a JSON number"))
        }
    }
}
