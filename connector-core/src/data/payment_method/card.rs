//! A card: its number, until when it is valid, and what proves that it is at hand.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize, de};

use super::CardNumber;
use crate::data::record;
use crate::secret::{Secret, Sensitive};

record! {
    /// A card.
    Card {
        /// Its number.
        #[serde(serialize_with = "crate::secret::masked")]
        number: CardNumber,
        /// The last month in which it is valid.
        expiry: CardExpiry,
    }
    optional {
        /// The network that is to carry the payment, where the card has more than one.
        network: CardNetwork,
    }
    secret {
        /// The three or four digits that are printed and not stored (CVC, CVV, CID).
        security_code: CardSecurityCode,
        /// The name on it.
        holder_name: Secret,
    }
}

/// The last month in which a card is valid. In JSON `"2030-12"`.
///
/// ```
/// use connector_core::CardExpiry;
/// let expiry: CardExpiry = "2030-02".parse()?;
/// assert_eq!((expiry.month(), expiry.year()), ("02", "2030"));
/// assert_eq!(expiry.short_year(), "30");
/// assert_eq!((expiry.month_number(), expiry.year_number()), (2, 2030));
/// # Ok::<(), connector_core::CardExpiryError>(())
/// ```
#[derive(Clone, PartialEq, Eq)]
pub struct CardExpiry {
    text: Box<str>,
    month: u8,
    year: u16,
}

/// Why a text is not a month.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("is not a month of this century; write it as `2030-12`")]
pub struct CardExpiryError;

impl CardExpiry {
    /// The month, in two digits.
    #[must_use]
    pub fn month(&self) -> &str {
        self.text.get(5..).unwrap_or_default()
    }

    /// The year, in four digits.
    #[must_use]
    pub fn year(&self) -> &str {
        self.text.get(..4).unwrap_or_default()
    }

    /// The month, from 1.
    #[must_use]
    pub const fn month_number(&self) -> u8 {
        self.month
    }

    /// The year.
    #[must_use]
    pub const fn year_number(&self) -> u16 {
        self.year
    }

    /// The year, in two digits.
    #[must_use]
    pub fn short_year(&self) -> &str {
        self.text.get(2..4).unwrap_or_default()
    }
}

impl FromStr for CardExpiry {
    type Err = CardExpiryError;

    fn from_str(text: &str) -> Result<Self, CardExpiryError> {
        let (year, month) = text.split_once('-').ok_or(CardExpiryError)?;
        let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
        let written_in_full = year.len() == 4 && month.len() == 2 && digits(year) && digits(month);
        match (year.parse(), month.parse()) {
            (Ok(year @ 2000..=2099), Ok(month @ 1..=12)) if written_in_full => {
                Ok(Self { text: text.into(), month, year })
            }
            _ => Err(CardExpiryError),
        }
    }
}

impl fmt::Debug for CardExpiry {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

impl Serialize for CardExpiry {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.text)
    }
}

impl<'de> Deserialize<'de> for CardExpiry {
    fn deserialize<D: de::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = Box::<str>::deserialize(deserializer)?;
        text.parse().map_err(|error| de::Error::custom(format_args!("the card's expiry {error}")))
    }
}

/// The three or four digits that are printed on a card and stored nowhere.
#[derive(Clone, PartialEq, Eq)]
pub struct CardSecurityCode(Secret);

impl CardSecurityCode {
    /// Takes the digits; `None` where they are not three or four.
    #[must_use]
    pub fn new(code: Secret) -> Option<Self> {
        let text = code.expose();
        let fits = matches!(text.len(), 3 | 4) && text.bytes().all(|byte| byte.is_ascii_digit());
        fits.then_some(Self(code))
    }

    /// The digits.
    #[must_use]
    pub fn expose(&self) -> &str {
        self.0.expose()
    }
}

impl Sensitive for CardSecurityCode {
    fn exposed(&self) -> &str {
        self.expose()
    }
}

impl fmt::Debug for CardSecurityCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(Secret::MASK)
    }
}

impl<'de> Deserialize<'de> for CardSecurityCode {
    fn deserialize<D: de::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let wrong = "the card's security code is not three or four digits";
        Self::new(Secret::deserialize(deserializer)?).ok_or_else(|| de::Error::custom(wrong))
    }
}

/// A network of cards.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum CardNetwork {
    /// American Express.
    AmericanExpress,
    /// Cartes Bancaires, in France.
    CartesBancaires,
    /// Diners Club.
    DinersClub,
    /// Discover.
    Discover,
    /// eftpos, in Australia.
    EftposAustralia,
    /// Elo, in Brazil.
    Elo,
    /// Interac, in Canada.
    Interac,
    /// JCB.
    Jcb,
    /// Maestro.
    Maestro,
    /// Mastercard.
    Mastercard,
    /// RuPay, in India.
    RuPay,
    /// China UnionPay.
    UnionPay,
    /// Visa.
    Visa,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_expiry_is_a_month_of_this_century_or_nothing() {
        for wrong in [
            "2030-13",
            "2030-00",
            "1999-12",
            "30-12",
            "2030/12",
            "2030-1",
            "2030-012",
            "",
            "٢٠٣٠-12",
        ] {
            assert_eq!(wrong.parse::<CardExpiry>(), Err(CardExpiryError), "{wrong}");
        }
    }

    #[test]
    fn a_security_code_is_three_or_four_digits() {
        for wrong in ["", "12", "12345", "12a", "１２３"] {
            assert_eq!(CardSecurityCode::new(Secret::new(wrong)), None, "{wrong}");
        }
        assert_eq!(CardSecurityCode::new(Secret::new("0123")).unwrap().expose(), "0123");
    }
}
