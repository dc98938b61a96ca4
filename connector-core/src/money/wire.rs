//! How processors write amounts, each way as a type. Only here do they become money.

use std::borrow::Cow;

use serde::{Deserialize, Serialize, de, ser};
use serde_json::value::RawValue;

use super::counted::{Decimal, recounted};
use super::{AmountError, Currency, MinorUnit, Money};
use crate::url::PathValue;

/// An amount as a processor writes it. With its currency it becomes [`Money`].
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not an amount",
    label = "not an amount",
    note = "say in which unit the processor writes: `MinorUnit` (1050), `StringMajorUnit` (\"10.50\") or `FloatMajorUnit` (10.50)"
)]
pub trait WireAmount {
    /// The unit, in words for `describe`.
    const UNIT: &'static str;
    /// The currencies that are counted otherwise than ISO 4217 says, where the type says so.
    const DECIMALS: Option<&'static [Decimal]> = None;
    /// Whether it is a count of minor units, of which nothing but the decimals tells the worth.
    const IS_MINOR: bool;
    /// As of [`Decimals`](crate::Decimals).
    #[doc(hidden)]
    const IS_STATED: bool = true;

    /// What it is worth in this currency.
    ///
    /// # Errors
    /// [`AmountError`] where it has more decimals than the currency, or does not fit.
    fn in_currency(&self, currency: Currency) -> Result<Money, AmountError>;

    /// The amount, where its currency has so many decimals on the wire.
    ///
    /// # Errors
    /// [`AmountError`] where it has more decimals, or does not fit.
    fn counted(money: Money, decimals: u32) -> Result<Self, AmountError>
    where
        Self: Sized;

    /// What it is worth, where the currency has so many decimals on the wire.
    ///
    /// # Errors
    /// As of [`in_currency`](Self::in_currency).
    fn counted_in(&self, currency: Currency, decimals: u32) -> Result<Money, AmountError>;
}

impl WireAmount for MinorUnit {
    const UNIT: &'static str = "minor units, integer";
    const IS_MINOR: bool = true;

    fn in_currency(&self, currency: Currency) -> Result<Money, AmountError> {
        Ok(Money::new(*self, currency))
    }

    fn counted(money: Money, decimals: u32) -> Result<Self, AmountError> {
        recounted(money.minor_amount, money.currency.exponent(), decimals)
    }

    fn counted_in(&self, currency: Currency, decimals: u32) -> Result<Money, AmountError> {
        Ok(Money::new(recounted(*self, decimals, currency.exponent())?, currency))
    }
}

impl From<Money> for MinorUnit {
    fn from(money: Money) -> Self {
        money.minor_amount
    }
}

/// A text of minor units: `"1050"`.
///
/// ```
/// use connector_core::{Money, StringMinorUnit};
/// let money: Money = serde_json::from_str(r#"{"minor_amount": 1050, "currency": "EUR"}"#)?;
/// assert_eq!(serde_json::to_string(&StringMinorUnit::from(money))?, r#""1050""#);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct StringMinorUnit(Box<str>);

impl WireAmount for StringMinorUnit {
    const UNIT: &'static str = "minor units, text";
    const IS_MINOR: bool = true;

    fn in_currency(&self, currency: Currency) -> Result<Money, AmountError> {
        Ok(Money::new(MinorUnit::from_major(&self.0, 0)?, currency))
    }

    fn counted(money: Money, decimals: u32) -> Result<Self, AmountError> {
        MinorUnit::counted(money, decimals).map(|count| Self(count.to_major(0).into()))
    }

    fn counted_in(&self, currency: Currency, decimals: u32) -> Result<Money, AmountError> {
        MinorUnit::from_major(&self.0, 0)?.counted_in(currency, decimals)
    }
}

impl From<Money> for StringMinorUnit {
    fn from(money: Money) -> Self {
        Self(money.minor_amount.to_major(0).into())
    }
}

/// A text of major units: `"10.50"`, with exactly the decimals of its currency where it is written.
///
/// ```
/// use connector_core::{Money, StringMajorUnit};
/// let money: Money = serde_json::from_str(r#"{"minor_amount": 1050, "currency": "KWD"}"#)?;
/// assert_eq!(serde_json::to_string(&StringMajorUnit::from(money))?, r#""1.050""#);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct StringMajorUnit(Box<str>);

impl WireAmount for StringMajorUnit {
    const UNIT: &'static str = "major units, text";
    const IS_MINOR: bool = false;

    fn in_currency(&self, currency: Currency) -> Result<Money, AmountError> {
        let amount = MinorUnit::from_major(&self.0, currency.exponent())?;
        Ok(Money::new(amount, currency))
    }

    fn counted(money: Money, decimals: u32) -> Result<Self, AmountError> {
        MinorUnit::counted(money, decimals).map(|count| Self(count.to_major(decimals).into()))
    }

    fn counted_in(&self, currency: Currency, decimals: u32) -> Result<Money, AmountError> {
        // What it is worth is written in it, with however many decimals.
        _ = decimals;
        self.in_currency(currency)
    }
}

impl From<Money> for StringMajorUnit {
    fn from(money: Money) -> Self {
        Self(money.minor_amount.to_major(money.currency.exponent()).into())
    }
}

/// A number of major units in JSON: `10.50`; XML and forms have texts, [`StringMajorUnit`]. The digits
/// are kept as they were sent, and written as they are; no float is ever made of them, whatever the
/// name that the field has given to it says.
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
    const UNIT: &'static str = "major units, number";
    const IS_MINOR: bool = false;

    fn in_currency(&self, currency: Currency) -> Result<Money, AmountError> {
        Ok(Money::new(self.scaled(currency.exponent())?, currency))
    }

    fn counted(money: Money, decimals: u32) -> Result<Self, AmountError> {
        MinorUnit::counted(money, decimals).map(|count| Self(count.to_major(decimals).into()))
    }

    fn counted_in(&self, currency: Currency, decimals: u32) -> Result<Money, AmountError> {
        // What it is worth is written in it, with however many decimals.
        _ = decimals;
        self.in_currency(currency)
    }
}

impl From<Money> for FloatMajorUnit {
    fn from(money: Money) -> Self {
        Self(money.minor_amount.to_major(money.currency.exponent()).into())
    }
}

impl Serialize for FloatMajorUnit {
    fn serialize<S: ser::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let digits = RawValue::from_string(self.0.to_string()).map_err(ser::Error::custom)?;
        digits.serialize(serializer)
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

/// In a URL or a header stands what stands in the body.
#[diagnostic::do_not_recommend]
impl PathValue for MinorUnit {
    fn path_text(&self) -> Cow<'_, str> {
        Cow::Owned(self.get().to_string())
    }
}

macro_rules! written_as_kept {
    ($($amount:ty)+) => {$(
        #[diagnostic::do_not_recommend]
        impl PathValue for $amount {
            fn path_text(&self) -> Cow<'_, str> {
                Cow::Borrowed(&self.0)
            }
        }
    )+};
}
written_as_kept!(StringMinorUnit StringMajorUnit FloatMajorUnit);

#[cfg(test)]
pub(super) mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Every code of three letters that is a currency's.
    pub(in crate::money) fn currencies() -> Vec<Currency> {
        let letter = || 'A'..='Z';
        let codes = letter().flat_map(|a| {
            letter().flat_map(move |b| letter().map(move |c| String::from_iter([a, b, c])))
        });
        codes.filter_map(|code| code.parse().ok()).collect()
    }

    #[test]
    fn in_a_url_stands_what_stands_in_the_body() {
        let money = Money::new(MinorUnit::new(1_050).unwrap(), "KWD".parse().unwrap());
        assert_eq!(MinorUnit::from(money).path_text(), "1050");
        assert_eq!(StringMinorUnit::from(money).path_text(), "1050");
        assert_eq!(StringMajorUnit::from(money).path_text(), "1.050");
        assert_eq!(FloatMajorUnit::from(money).path_text(), "1.050");
        assert_eq!(money.currency.path_text(), "KWD");
    }

    proptest! {
        #[test]
        fn every_amount_of_every_currency_survives_the_wire_in_each_form(
            count in 0..=i64::MAX, currency in prop::sample::select(currencies()),
        ) {
            let money = Money::new(MinorUnit::new(count).unwrap(), currency);
            fn survives<T>(money: Money)
            where
                T: WireAmount + From<Money> + Serialize + de::DeserializeOwned,
            {
                let text = serde_json::to_string(&T::from(money)).unwrap();
                let read: T = serde_json::from_str(&text).unwrap();
                assert_eq!(read.in_currency(money.currency), Ok(money), "{text}");
            }
            survives::<MinorUnit>(money);
            survives::<StringMinorUnit>(money);
            survives::<StringMajorUnit>(money);
            survives::<FloatMajorUnit>(money);
        }
    }
}
