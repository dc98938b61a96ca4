//! The number of a card.

use std::fmt;

use serde::{Deserialize, de};
use zeroize::Zeroizing;

use crate::secret::Sensitive;

/// The number of a card (PAN, ISO/IEC 7812-1): 12 to 19 digits of which the last one checks the
/// others. It is wiped when dropped, and shown with all but the first six and the last four digits
/// masked, which PCI DSS 4.0, requirement 3.4.1, allows.
///
/// ```
/// use connector_core::{CardNumber, CardNumberError};
/// let number = CardNumber::new("4242 4242 4242 4242")?;
/// assert_eq!(format!("{number:?}"), "424242******4242");
/// assert_eq!(CardNumber::new("4242424242424241"), Err(CardNumberError::CheckDigit));
/// # Ok::<(), CardNumberError>(())
/// ```
#[derive(Clone, PartialEq, Eq)]
pub struct CardNumber(Zeroizing<Box<str>>);

/// Why a text is not the number of a card. It never shows the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum CardNumberError {
    /// Something other than digits, and spaces or hyphens between them.
    #[error("has something other than digits at position {position}")]
    NotDigits {
        /// Where it stands, in characters from the start.
        position: usize,
    },
    /// Fewer or more digits than a card has.
    #[error("has {digits} digits; a card's number has 12 to 19")]
    Length {
        /// How many there are.
        digits: usize,
    },
    /// The last digit does not fit the others: a digit is mistyped.
    #[error("has a mistyped digit: its check digit does not fit")]
    CheckDigit,
}

const LENGTHS: std::ops::RangeInclusive<usize> = 12..=19;
/// How many digits are shown at the start, and at the end.
const SHOWN: (usize, usize) = (6, 4);

/// How many digits are hidden at least.
const HIDDEN: usize = 5;

impl CardNumber {
    /// Takes the digits; spaces and hyphens between them are left out.
    ///
    /// # Errors
    /// [`CardNumberError`] where it is no card's number.
    pub fn new(text: &str) -> Result<Self, CardNumberError> {
        let mut digits = Zeroizing::new(String::with_capacity(*LENGTHS.end()));
        let mut count = 0_usize;
        for (position, character) in text.trim().chars().enumerate() {
            match character {
                ' ' | '-' => {}
                // No further than the buffer goes: growing it would leave a copy behind.
                '0'..='9' => {
                    count = count.saturating_add(1);
                    if count <= *LENGTHS.end() {
                        digits.push(character);
                    }
                }
                _ => return Err(CardNumberError::NotDigits { position }),
            }
        }
        if !LENGTHS.contains(&count) {
            return Err(CardNumberError::Length { digits: count });
        }
        if !luhn::valid(&digits) {
            return Err(CardNumberError::CheckDigit);
        }
        Ok(Self(Zeroizing::new(digits.as_str().into())))
    }

    /// All the digits. Search for this name to see where card numbers leave their wrapping.
    #[must_use]
    pub fn expose(&self) -> &str {
        &self.0
    }

    /// The last four digits, by which customers know their cards.
    #[must_use]
    pub fn last_four(&self) -> &str {
        let start = self.0.len().saturating_sub(SHOWN.1);
        self.0.get(start..).unwrap_or_default()
    }
}

impl Sensitive for CardNumber {
    fn exposed(&self) -> &str {
        self.expose()
    }

    fn masked(&self) -> String {
        // Of the shortest numbers less is shown: with a check digit, two hidden ones are guessed.
        let shown = SHOWN.0.min(self.0.len().saturating_sub(SHOWN.1.saturating_add(HIDDEN)));
        let hidden = self.0.len().saturating_sub(shown.saturating_add(SHOWN.1));
        let first = self.0.get(..shown).unwrap_or_default();
        format!("{first}{}{}", "*".repeat(hidden), self.last_four())
    }
}

impl fmt::Debug for CardNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.masked())
    }
}

impl<'de> Deserialize<'de> for CardNumber {
    fn deserialize<D: de::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = Zeroizing::new(String::deserialize(deserializer)?);
        Self::new(&text).map_err(|error| {
            let masked = if text.contains('*') { "; it is masked here" } else { "" };
            de::Error::custom(format_args!("the card's number {error}{masked}"))
        })
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Takes only what is wiped when it is dropped.
    fn is_wiped<T: zeroize::ZeroizeOnDrop>(_: &T) {}

    // Does not compile where the digits would stay in memory.
    const _: fn(&CardNumber) = |CardNumber(digits)| is_wiped(digits);

    #[test]
    fn each_mistake_is_named_and_the_number_never_is() {
        use CardNumberError::{CheckDigit, Length, NotDigits};
        assert_eq!(CardNumber::new("4242424242424241"), Err(CheckDigit));
        assert_eq!(CardNumber::new(""), Err(Length { digits: 0 }));
        assert_eq!(CardNumber::new("42424242424"), Err(Length { digits: 11 }));
        assert_eq!(CardNumber::new(&"4".repeat(20)), Err(Length { digits: 20 }));
        assert_eq!(CardNumber::new("4242x"), Err(NotDigits { position: 4 }));
        // Arabic-Indic digits are digits to Unicode and to no processor.
        assert_eq!(CardNumber::new("٤٢٤٢"), Err(NotDigits { position: 0 }));
        let error = serde_json::from_str::<CardNumber>("\"424242******4242\"").unwrap_err();
        assert!(error.to_string().contains("masked"), "{error}");
    }

    #[test]
    fn only_the_first_six_and_the_last_four_digits_are_shown() {
        let shown = |text| format!("{:?}", CardNumber::new(text).unwrap());
        assert_eq!(shown("4242-4242-4242-4242"), "424242******4242");
        assert_eq!(shown("378282246310005"), "378282*****0005");
        assert_eq!(shown("501800000009"), "501*****0009");
    }

    proptest! {
        #[test]
        fn every_number_with_its_check_digit_is_taken_and_every_mistyped_one_refused(
            body in "[0-9]{11,18}", mistyped in 0_usize..11, other in "[0-9]",
        ) {
            let whole = ('0'..='9').map(|check| format!("{body}{check}"));
            let whole = whole.into_iter().find(|text| luhn::valid(text)).unwrap();
            let number = CardNumber::new(&whole).unwrap();
            prop_assert_eq!(number.expose(), &whole);
            let mut wrong = whole.clone();
            wrong.replace_range(mistyped..=mistyped, &other);
            if wrong != whole {
                prop_assert_eq!(CardNumber::new(&wrong), Err(CardNumberError::CheckDigit));
            }
        }
    }
}
