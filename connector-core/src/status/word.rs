//! A processor's word as it stands in an answer, held against the documented ones. None of it is generic, so that
//! it is compiled once and not for each table of words.

use std::fmt;
use std::str::FromStr;

use serde::de;

/// A word that was told.
pub(super) enum Word {
    /// The documented one in this place.
    Known(usize),
    /// Any other text, as it came.
    Unknown(Box<str>),
}

/// The documented words.
#[derive(Clone, Copy)]
pub(super) struct Words(pub(super) &'static [&'static str]);

impl Words {
    pub(super) fn find(self, text: &str) -> Word {
        match self.0.iter().position(|word| *word == text) {
            Some(place) => Word::Known(place),
            None => Word::Unknown(text.into()),
        }
    }

    /// The documented word in this place, as if it were none.
    pub(super) fn text(self, place: usize) -> Box<str> {
        self.0.get(place).copied().unwrap_or_default().into()
    }

    /// A word that did not come as a text; `None` where none of its kind is documented.
    fn of_kind<K: FromStr>(self, word: &str) -> Option<Word> {
        self.0.iter().any(|word| word.parse::<K>().is_ok()).then(|| self.find(word))
    }
}

impl<'de> de::Visitor<'de> for Words {
    type Value = Word;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the text of a status")
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Word, E> {
        Ok(self.find(text))
    }

    // Some processors tell a status by a JSON boolean or a number: `true`, `1`. Where they
    // document words alone, that is an answer of another shape.
    fn visit_bool<E: de::Error>(self, truth: bool) -> Result<Word, E> {
        let unexpected = de::Unexpected::Bool(truth);
        self.of_kind::<bool>(&truth.to_string()).ok_or_else(|| E::invalid_type(unexpected, &self))
    }

    fn visit_i64<E: de::Error>(self, number: i64) -> Result<Word, E> {
        let unexpected = de::Unexpected::Signed(number);
        self.of_kind::<i128>(&number.to_string()).ok_or_else(|| E::invalid_type(unexpected, &self))
    }

    fn visit_u64<E: de::Error>(self, number: u64) -> Result<Word, E> {
        let unexpected = de::Unexpected::Unsigned(number);
        self.of_kind::<i128>(&number.to_string()).ok_or_else(|| E::invalid_type(unexpected, &self))
    }

    // An element of XML, which has attributes and a text.
    fn visit_map<A: de::MapAccess<'de>>(self, mut element: A) -> Result<Word, A::Error> {
        let mut text = None;
        while let Some(key) = element.next_key::<Box<str>>()? {
            match &*key {
                "$text" => text = Some(self.find(&element.next_value::<Box<str>>()?)),
                _ => drop(element.next_value::<de::IgnoredAny>()?),
            }
        }
        text.ok_or_else(|| de::Error::invalid_type(de::Unexpected::Map, &self))
    }
}
