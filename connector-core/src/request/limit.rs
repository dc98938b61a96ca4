//! What a processor takes of a text. A longer, shorter or stranger one is refused before anything is sent: cut
//! off, two references could become one.

use serde::Serialize;

use super::{BuildError, Encoder, Unfit};
use crate::Exposed;
use crate::describe::Place;
use crate::url::PathValue;

/// How long a text may be, and of which characters, as a field declares it: `min_len = 10`, `max_len = 80`,
/// `charset = "A-Za-z0-9_-"`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Limit {
    /// How long at least, in characters.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub min_len: Option<u32>,
    /// How long at most, in characters, not in bytes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub max_len: Option<u32>,
    /// The characters, as between the brackets of a regular expression.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub charset: Option<&'static str>,
    /// The same as ranges, their ends included.
    #[serde(skip)]
    ranges: &'static [(char, char)],
}

/// How a text goes beyond a [`Limit`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum BeyondLimit {
    /// It is too long.
    #[error("has {length} characters, and at most {max_len} are taken")]
    TooLong {
        /// How many it has.
        length: usize,
        /// How many it may have.
        max_len: u32,
    },
    /// It is too short.
    #[error("has {length} characters, and {min_len} at least are taken")]
    TooShort {
        /// How many it has.
        length: usize,
        /// How many it has to have.
        min_len: u32,
    },
    /// It has a character that the processor does not take.
    #[error("has the character {character:?}, and only `{charset}` are taken")]
    Character {
        /// The first of them.
        character: char,
        /// Those that it may have, as between the brackets of a regular expression.
        charset: &'static str,
    },
}

impl Limit {
    /// The limit that the derive has read. Nought, the largest number and an empty text stand for none.
    #[must_use]
    pub const fn new(
        min_len: u32,
        max_len: u32,
        charset: &'static str,
        ranges: &'static [(char, char)],
    ) -> Self {
        let min_len = if min_len == 0 { None } else { Some(min_len) };
        let max_len = if max_len == u32::MAX { None } else { Some(max_len) };
        let charset = if charset.is_empty() { None } else { Some(charset) };
        Self { min_len, max_len, charset, ranges }
    }

    /// So many characters at most, whichever they are.
    #[must_use]
    pub const fn of_length(max_len: u32) -> Self {
        Self::new(0, max_len, "", &[])
    }

    /// For transformers written by hand: refuses the text of this field of the data, which would be sent
    /// as `wire`.
    ///
    /// ```
    /// use connector_core::Limit;
    /// let refused = Limit::of_length(4).hold("order 17", "request.description", "text");
    /// let told = "`request.description` has 8 characters, and at most 4 are taken in `text`";
    /// assert_eq!(refused.unwrap_err().to_string(), told);
    /// ```
    ///
    /// # Errors
    /// [`BuildError::Limit`] where it is longer or stranger.
    pub fn hold(
        &self,
        text: &str,
        field: &'static str,
        wire: &'static str,
    ) -> Result<(), BuildError> {
        self.check(text).map_err(|problem| BuildError::Limit { field, wire, problem })
    }

    fn check(&self, text: &str) -> Result<(), BeyondLimit> {
        if self.min_len.is_some() || self.max_len.is_some() {
            let length = text.chars().count();
            let counted = u32::try_from(length).unwrap_or(u32::MAX);
            if let Some(max_len) = self.max_len.filter(|max_len| counted > *max_len) {
                return Err(BeyondLimit::TooLong { length, max_len });
            }
            if let Some(min_len) = self.min_len.filter(|min_len| counted < *min_len) {
                return Err(BeyondLimit::TooShort { length, min_len });
            }
        }
        let Some(charset) = self.charset else { return Ok(()) };
        let taken = |character: char| {
            self.ranges.iter().any(|(first, last)| (*first..=*last).contains(&character))
        };
        match text.chars().find(|character| !taken(*character)) {
            None => Ok(()),
            Some(character) => Err(BeyondLimit::Character { character, charset }),
        }
    }
}

/// A field whose text can be held against a [`Limit`].
#[diagnostic::on_unimplemented(
    message = "`{Self}` is no text that could be too long",
    label = "not a text",
    note = "`max_len` and `charset` are for ids, references, keys and texts, and for an `Option` of them"
)]
pub trait LimitedText {
    /// Hands the text over, where there is one.
    fn with_text(&self, check: &mut dyn FnMut(&str));
}

#[diagnostic::do_not_recommend]
impl<T: PathValue> LimitedText for T {
    fn with_text(&self, check: &mut dyn FnMut(&str)) {
        check(&self.path_text());
    }
}

#[diagnostic::do_not_recommend]
impl<T: PathValue> LimitedText for Option<T> {
    fn with_text(&self, check: &mut dyn FnMut(&str)) {
        if let Some(value) = self {
            check(&value.path_text());
        }
    }
}

#[diagnostic::do_not_recommend]
impl LimitedText for Exposed<'_> {
    fn with_text(&self, check: &mut dyn FnMut(&str)) {
        check(self.text());
    }
}

#[diagnostic::do_not_recommend]
impl LimitedText for Option<Exposed<'_>> {
    fn with_text(&self, check: &mut dyn FnMut(&str)) {
        if let Some(value) = self {
            check(value.text());
        }
    }
}

/// For what is made by hand of a value of the data: a part of it, called `wire` where it is sent, of which
/// so many characters are taken.
///
/// ```
/// use connector_core::{Address, Exposed, Secret, at_most};
/// let mut address = Address::new();
/// address.zip = Some(Secret::new("10115-0123"));
/// assert!(at_most(10, "postal_code", Exposed::of(&address.zip)).is_ok());
/// assert!(at_most(9, "postal_code", Exposed::of(&address.zip)).is_err());
/// ```
///
/// # Errors
/// [`Unfit::Limit`] where it is longer.
pub fn at_most<T: LimitedText>(max_len: u32, wire: &'static str, text: T) -> Result<T, Unfit> {
    let mut found = Ok(());
    text.with_text(&mut |text| found = Limit::of_length(max_len).check(text));
    match found {
        Ok(()) => Ok(text),
        Err(problem) => Err(Unfit::Limit { wire, problem }),
    }
}

/// Holds a field against its limit. `field` is where the value stands in the data, `wire` what it is
/// called where it is sent.
pub fn limited<T: LimitedText>(
    encoder: &mut Encoder,
    text: &T,
    field: &'static str,
    wire: &'static str,
    limit: &'static Limit,
) {
    encoder.take(refused(text, field, wire, limit));
}

/// Compiled once, and not for each type.
fn refused(
    text: &dyn LimitedText,
    field: &'static str,
    wire: &'static str,
    limit: &'static Limit,
) -> Result<(), BuildError> {
    let mut found = Ok(());
    text.with_text(&mut |text| found = limit.hold(text, field, wire));
    found
}

/// A place whose text has a limit.
#[must_use]
pub const fn limited_place(place: Place, limit: Limit) -> Place {
    Place { limit: Some(limit), ..place }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LIMIT: Limit = Limit::new(0, 4, "a-c_", &[('a', 'c'), ('_', '_')]);

    #[test]
    fn characters_are_counted_and_not_bytes() {
        assert_eq!(Limit::new(0, 2, "", &[]).check("üü"), Ok(()));
        let three = BeyondLimit::TooLong { length: 3, max_len: 2 };
        assert_eq!(Limit::new(0, 2, "", &[]).check("üüü"), Err(three));
    }

    #[test]
    fn what_is_too_short_is_refused_as_what_is_too_long() {
        let ten = Limit::new(10, u32::MAX, "", &[]);
        let nine = BeyondLimit::TooShort { length: 9, min_len: 10 };
        assert_eq!(ten.check("üüüüüüüüü"), Err(nine));
        assert_eq!(ten.check("0123456789"), Ok(()));
        assert_eq!(ten.check(&"0".repeat(300)), Ok(()));
    }

    #[test]
    fn the_first_strange_character_is_named() {
        assert_eq!(LIMIT.check("ab_c"), Ok(()));
        let strange = BeyondLimit::Character { character: 'd', charset: "a-c_" };
        assert_eq!(LIMIT.check("adé"), Err(strange));
    }

    #[test]
    fn what_is_refused_is_named_where_it_stands_and_where_it_goes() {
        let error = refused(&Some("abcabc"), "request.idempotency_key", "key", &LIMIT).unwrap_err();
        assert_eq!(
            error.to_string(),
            "`request.idempotency_key` has 6 characters, and at most 4 are taken in `key`",
        );
        assert!(refused(&None::<&str>, "a", "b", &LIMIT).is_ok());
    }

    #[test]
    fn of_a_secret_only_its_length_is_told() {
        let secret = crate::Secret::new("Lovelace");
        let told = at_most(7, "last_name", Exposed::from(&secret)).unwrap_err();
        let told = told.of("request.billing_address").to_string();
        let expected =
            "`request.billing_address` has 8 characters, and at most 7 are taken in `last_name`";
        assert_eq!(told, expected);
        assert!(at_most(8, "last_name", Some(Exposed::from(&secret))).is_ok());
        assert!(at_most(0, "last_name", None::<Exposed<'_>>).is_ok());
    }
}
