//! The one number that money is inside.

use std::fmt::Write as _;

use serde::{Deserialize, Serialize};

/// A count of a currency's minor unit, never negative and never a float.
///
/// ```
/// use connector_core::MinorUnit;
/// assert_eq!(MinorUnit::new(1050)?.get(), 1050);
/// assert!(MinorUnit::new(-1).is_err());
/// # Ok::<(), connector_core::AmountError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "i64", into = "i64")]
pub struct MinorUnit(i64);

/// Why a number or a text is not an amount.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum AmountError {
    /// An amount that is taken or given back is never below zero.
    #[error("the amount is negative")]
    Negative,
    /// More than fits into 64 bits.
    #[error("the amount is too large")]
    Overflow,
    /// More decimals than the currency has, for the standard or for a processor; rounding would invent or lose money.
    #[error("the amount has more than the {exponent} decimals that its currency has here")]
    ExcessPrecision {
        /// How many decimals the currency has.
        exponent: u32,
    },
    /// Not digits with at most one decimal point.
    #[error("the amount is not a plain decimal number")]
    Malformed,
}

impl MinorUnit {
    /// So many minor units.
    ///
    /// # Errors
    /// [`AmountError::Negative`] below zero.
    pub const fn new(count: i64) -> Result<Self, AmountError> {
        if count < 0 { Err(AmountError::Negative) } else { Ok(Self(count)) }
    }

    /// The count.
    #[must_use]
    pub const fn get(self) -> i64 {
        self.0
    }

    /// The same amount as a decimal number of major units, with exactly `exponent` decimals.
    #[must_use]
    pub fn to_major(self, exponent: u32) -> String {
        let width = usize::try_from(exponent).unwrap_or(0).saturating_add(1);
        let mut text = String::with_capacity(24);
        // Writing into a string cannot fail.
        let _ = write!(text, "{:0width$}", self.0);
        if exponent > 0 {
            let point = text.len().saturating_sub(width.saturating_sub(1));
            text.insert(point, '.');
        }
        text
    }

    /// Reads a decimal number of major units, exactly. Zeros behind the last decimal of the currency
    /// are accepted, since some processors always write four; any other digit there is an error.
    ///
    /// # Errors
    /// [`AmountError`] where the text is not a number, is negative, too large or too precise.
    pub fn from_major(text: &str, exponent: u32) -> Result<Self, AmountError> {
        if text.starts_with('-') {
            return Err(AmountError::Negative);
        }
        let (whole, decimals) = text.split_once('.').unwrap_or((text, ""));
        let point_without_decimals = text.ends_with('.');
        if whole.is_empty() || point_without_decimals {
            return Err(AmountError::Malformed);
        }
        let mut count: i64 = 0;
        let mut push = |digit: u8| -> Result<(), AmountError> {
            let digit = digit.checked_sub(b'0').filter(|digit| *digit <= 9);
            let digit = digit.ok_or(AmountError::Malformed)?;
            count = count
                .checked_mul(10)
                .and_then(|tens| tens.checked_add(i64::from(digit)))
                .ok_or(AmountError::Overflow)?;
            Ok(())
        };
        whole.bytes().try_for_each(&mut push)?;
        let exponent_digits = usize::try_from(exponent).unwrap_or(usize::MAX);
        for position in 0..exponent_digits {
            push(decimals.as_bytes().get(position).copied().unwrap_or(b'0'))?;
        }
        match decimals.bytes().skip(exponent_digits).find(|digit| *digit != b'0') {
            None => Ok(Self(count)),
            Some(digit) if digit.is_ascii_digit() => Err(AmountError::ExcessPrecision { exponent }),
            Some(_) => Err(AmountError::Malformed),
        }
    }
}

impl TryFrom<i64> for MinorUnit {
    type Error = AmountError;
    fn try_from(count: i64) -> Result<Self, AmountError> {
        Self::new(count)
    }
}

impl From<MinorUnit> for i64 {
    fn from(amount: MinorUnit) -> Self {
        amount.0
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn major_units_are_read_exactly_or_not_at_all() {
        let read = MinorUnit::from_major;
        assert_eq!(read("10.5", 2), Ok(MinorUnit(1050)));
        assert_eq!(read("10.5000", 2), Ok(MinorUnit(1050)));
        assert_eq!(read("7", 0), Ok(MinorUnit(7)));
        assert_eq!(read("0.001", 3), Ok(MinorUnit(1)));
        assert_eq!(read("10.505", 2), Err(AmountError::ExcessPrecision { exponent: 2 }));
        assert_eq!(read("-1", 2), Err(AmountError::Negative));
        for malformed in ["", ".5", "5.", "1e3", "1,5", "１", " 1", "1.0x", "1.2.3", "NaN"] {
            assert_eq!(read(malformed, 2), Err(AmountError::Malformed), "{malformed}");
        }
        assert_eq!(read("92233720368547758.08", 2), Err(AmountError::Overflow));
    }

    proptest! {
        #[test]
        fn every_amount_survives_the_way_to_major_units_and_back(
            count in 0..=i64::MAX, exponent in 0_u32..=4,
        ) {
            let amount = MinorUnit(count);
            prop_assert_eq!(MinorUnit::from_major(&amount.to_major(exponent), exponent), Ok(amount));
        }

        #[test]
        fn no_text_makes_the_reader_panic(text in ".{0,40}", exponent in 0_u32..=4) {
            let _ = MinorUnit::from_major(&text, exponent);
        }
    }
}
