//! Currencies and how many decimals they have.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize, de};

/// A currency of ISO 4217, read in upper or lower case and written in upper case.
///
/// ```
/// use connector_core::Currency;
/// let yen: Currency = "jpy".parse()?;
/// assert_eq!((yen.code(), yen.exponent()), ("JPY", 0));
/// # Ok::<(), connector_core::UnknownCurrency>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Currency(iso_currency::Currency);

/// A text that is no currency code of ISO 4217.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is no currency code of ISO 4217 (three letters, such as EUR)")]
pub struct UnknownCurrency(Box<str>);

impl Currency {
    /// The three letters, in upper case.
    #[must_use]
    pub fn code(self) -> &'static str {
        self.0.code()
    }

    /// How many decimals its major unit has: 2 for EUR, 0 for JPY, 3 for KWD.
    ///
    /// Funds codes and metals without a minor unit count as 0.
    #[must_use]
    pub fn exponent(self) -> u32 {
        self.0.exponent().map_or(0, u32::from)
    }
}

impl FromStr for Currency {
    type Err = UnknownCurrency;

    fn from_str(text: &str) -> Result<Self, UnknownCurrency> {
        let mut code = [0_u8; 3];
        match <&[u8; 3]>::try_from(text.as_bytes()) {
            Ok(bytes) => code.copy_from_slice(bytes),
            Err(_) => return Err(UnknownCurrency(text.into())),
        }
        code.make_ascii_uppercase();
        std::str::from_utf8(&code)
            .ok()
            .and_then(iso_currency::Currency::from_code)
            .map(Self)
            .ok_or_else(|| UnknownCurrency(text.into()))
    }
}

impl fmt::Display for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl Serialize for Currency {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.code())
    }
}

impl<'de> Deserialize<'de> for Currency {
    fn deserialize<D: de::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Code;

        impl de::Visitor<'_> for Code {
            type Value = Currency;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a currency code of ISO 4217")
            }

            fn visit_str<E: de::Error>(self, text: &str) -> Result<Currency, E> {
                text.parse().map_err(E::custom)
            }
        }

        deserializer.deserialize_str(Code)
    }
}
