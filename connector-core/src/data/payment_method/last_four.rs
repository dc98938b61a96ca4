//! The last four digits of a card, by which customers and some processors know it.

use std::fmt;

use serde::{Deserialize, Serialize, de};

use super::CardNumber;

/// The last four digits of a card's number. They may be shown and stored (PCI DSS 4.0, requirement
/// 3.4.1).
///
/// ```
/// use connector_core::{CardLastFour, CardNumber};
///
/// let told = CardLastFour::of_masked("XXXX4242").unwrap();
/// assert_eq!(told, CardLastFour::of(&CardNumber::new("4242424242424242")?));
/// assert_eq!(told.as_str(), "4242");
/// assert_eq!(CardLastFour::of_masked("XXXX"), None);
/// # Ok::<(), connector_core::CardNumberError>(())
/// ```
#[derive(Clone, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct CardLastFour(Box<str>);

impl CardLastFour {
    /// Those of this number.
    #[must_use]
    pub fn of(number: &CardNumber) -> Self {
        Self(number.last_four().into())
    }

    /// Those of a number of which the rest is masked, or of themselves; `None` where the text does not
    /// end with four digits.
    #[must_use]
    pub fn of_masked(text: &str) -> Option<Self> {
        let last = text.get(text.len().checked_sub(4)?..)?;
        last.bytes().all(|byte| byte.is_ascii_digit()).then(|| Self(last.into()))
    }

    /// The digits.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl crate::request::Lent for CardLastFour {}

impl AsRef<str> for CardLastFour {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for CardLastFour {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Four digits and nothing else: a whole number that somebody put here is refused, and not shown.
impl<'de> Deserialize<'de> for CardLastFour {
    fn deserialize<D: de::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = Box::<str>::deserialize(deserializer)?;
        let digits = if text.len() == 4 { Self::of_masked(&text) } else { None };
        digits.ok_or_else(|| de::Error::custom("the last four digits of the card are four digits"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_four_digits_are_four_digits() {
        for wrong in ["", "123", "12a4", "XXXX", "4242424242424242", "１２３４", "é242"] {
            let read = serde_json::from_value::<CardLastFour>(wrong.into());
            let error = read.expect_err(wrong).to_string();
            assert!(!error.contains("4242"), "{error}");
        }
        assert_eq!(CardLastFour::of_masked("é123"), None);
        assert_eq!(CardLastFour::of_masked("a0123").unwrap().as_str(), "0123");
    }
}
