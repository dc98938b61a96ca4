//! Where somebody is.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize, de};

use super::record;
use crate::secret::Secret;

record! {
    /// A postal address, with who is reached there. What tells who somebody is, is masked.
    Address {}
    optional {
        /// The city.
        city: Box<str>,
        /// The state, province or region, as the country writes it.
        state: Box<str>,
        /// The country.
        country: Country,
    }
    secret {
        /// The given names.
        first_name: Secret,
        /// The family name.
        last_name: Secret,
        /// Street and number.
        line1: Secret,
        /// What else helps to find it.
        line2: Secret,
        /// The postal code.
        zip: Secret,
        /// The email address.
        email: Secret,
        /// The telephone number (E.164): `+4930123456`.
        phone: Secret,
    }
}

/// A country, by its code of two letters (ISO 3166-1 alpha-2).
///
/// ```
/// use connector_core::Country;
/// let country: Country = "DE".parse()?;
/// assert_eq!(country.alpha2(), "DE");
/// assert_eq!(country.alpha3(), "DEU");
/// assert!("XX".parse::<Country>().is_err());
/// # Ok::<(), connector_core::UnknownCountry>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Country(rust_iso3166::CountryCode);

/// A text that is no country's code.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not a country's code of two letters (ISO 3166-1 alpha-2), such as `DE`")]
pub struct UnknownCountry(pub Box<str>);

impl Country {
    /// Its code of two letters.
    #[must_use]
    pub const fn alpha2(self) -> &'static str {
        self.0.alpha2
    }

    /// Its code of three letters.
    #[must_use]
    pub const fn alpha3(self) -> &'static str {
        self.0.alpha3
    }
}

impl FromStr for Country {
    type Err = UnknownCountry;

    fn from_str(text: &str) -> Result<Self, UnknownCountry> {
        rust_iso3166::from_alpha2(text).map(Self).ok_or_else(|| UnknownCountry(text.into()))
    }
}

impl fmt::Debug for Country {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.alpha2())
    }
}

impl Serialize for Country {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.alpha2())
    }
}

impl<'de> Deserialize<'de> for Country {
    fn deserialize<D: de::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Box::<str>::deserialize(deserializer)?.parse().map_err(de::Error::custom)
    }
}
