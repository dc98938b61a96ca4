//! A processor's words for a status, those it has today and those it invents tomorrow.

use std::fmt;
use std::marker::PhantomData;
use std::str::FromStr;

use serde::{Deserialize, de};

use super::mapping::special;
use super::{Status, StatusMapping, StatusReport};
use crate::data::StatusIn;
use crate::flow::Flow;
use crate::router_data::RouterData;

/// The words that a processor documents for a status; derived on an enum of them.
#[diagnostic::on_unimplemented(
    message = "`{Self}` has no table of wire words",
    label = "not a wire status",
    note = "consider adding `#[derive(connector_core::WireStatus)]` to `{Self}`"
)]
pub trait WireStatus: Copy + fmt::Debug + Send + Sync + 'static {
    /// Each documented word with its variant.
    const WORDS: &'static [(&'static str, Self)];

    /// The documented word of a variant.
    fn word(self) -> &'static str;
}

/// What a processor's words mean in terms of `S`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` does not say what its words mean as `{S}`",
    label = "no mapping to `{S}`",
    note = "name the status in the derive: `#[wire_status({S}, …)]`, and map each variant to one of its values"
)]
pub trait StatusOf<S: Status>: WireStatus {
    /// What a word means that is not documented.
    const UNKNOWN: S;

    /// Each documented word with its meaning, and behind it what it means in one flow or by one way of
    /// capturing alone.
    const MAPPINGS: &'static [StatusMapping];

    /// Why no word says that it succeeded, where none does.
    const NO_SUCCESS: Option<&'static str> = None;

    /// Why no word says that it failed, where none does.
    const NO_FAILURE: Option<&'static str> = None;

    /// What this word means where nothing else decides; `None` where it says nothing about such a
    /// status.
    fn meaning(self) -> Option<S>;
}

/// A documented word that says nothing about the status that was asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the processor says `{0}`, which tells nothing about what was asked")]
pub struct SilentWord(pub &'static str);

/// A status field of a response: a documented word, or a word that was not there when the connector
/// was written. Reading it never fails for a text; nor for a boolean or an integer, where such words are
/// documented (`"true"`, `"1"`).
///
/// ```
/// use connector_core::{AttemptStatus, Wire, WireStatus};
///
/// #[derive(Debug, Clone, Copy, PartialEq, WireStatus)]
/// #[wire_status(AttemptStatus, rename_all = "snake_case")]
/// enum Word {
///     #[wire_status(Charged)]
///     Paid,
///     #[wire_status(Failure)]
///     Refused,
/// }
///
/// let known: Wire<Word> = serde_json::from_str("\"paid\"")?;
/// assert_eq!(known, Wire::Known(Word::Paid));
///
/// let unheard_of: Wire<Word> = serde_json::from_str("\"paid_twice\"")?;
/// let report = unheard_of.report::<AttemptStatus>()?;
/// assert_eq!(report.status, AttemptStatus::Pending);
/// assert_eq!(report.connector_status, "paid_twice");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wire<W> {
    /// A documented word.
    Known(W),
    /// Any other text, as it came.
    Unknown(Box<str>),
}

impl<W: WireStatus> Wire<W> {
    /// What the processor said, letter for letter.
    #[must_use]
    pub fn word(&self) -> &str {
        match self {
            Self::Known(word) => word.word(),
            Self::Unknown(text) => text,
        }
    }

    /// What it means as an `S`, whatever was asked.
    ///
    /// # Errors
    /// [`SilentWord`] where the word is documented and says nothing about such a status.
    pub fn report<S: Status>(&self) -> Result<StatusReport<S>, SilentWord>
    where
        W: StatusOf<S>,
    {
        match self {
            Self::Known(word) => match word.meaning() {
                Some(status) => Ok(StatusReport::known(status, word.word())),
                None => Err(SilentWord(word.word())),
            },
            Self::Unknown(text) => Ok(StatusReport::unknown(W::UNKNOWN, text.as_ref())),
        }
    }

    /// What it means in an answer to the flow `F`.
    ///
    /// # Errors
    /// [`SilentWord`] where the word is documented and says nothing in such an answer.
    pub fn report_in<F: Flow>(
        &self,
        data: &RouterData<F>,
    ) -> Result<StatusReport<StatusIn<F>>, SilentWord>
    where
        W: StatusOf<StatusIn<F>>,
    {
        let special = match self {
            Self::Known(word) => special::<F>(W::MAPPINGS, word.word(), F::capture_method(data)),
            Self::Unknown(_) => None,
        };
        let Some(line) = special else { return self.report() };
        let mut all = StatusIn::<F>::ALL.iter();
        let meant = line.status.and_then(|name| all.find(|status| status.name() == name));
        let word = line.connector_status;
        meant.map(|status| StatusReport::known(*status, word)).ok_or(SilentWord(word))
    }
}

impl<W: WireStatus> Wire<W> {
    /// A word that did not come as a text; `None` where none of its kind is documented.
    fn of_kind<K: FromStr>(word: &str) -> Option<Self> {
        W::WORDS.iter().any(|(word, _)| word.parse::<K>().is_ok()).then(|| Self::from(word))
    }
}

impl<W: WireStatus> From<&str> for Wire<W> {
    fn from(text: &str) -> Self {
        match W::WORDS.iter().find(|(word, _)| *word == text) {
            Some((_, word)) => Self::Known(*word),
            None => Self::Unknown(text.into()),
        }
    }
}

impl<'de, W: WireStatus> Deserialize<'de> for Wire<W> {
    fn deserialize<D: de::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Text<W>(PhantomData<W>);

        impl<'de, W: WireStatus> de::Visitor<'de> for Text<W> {
            type Value = Wire<W>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("the text of a status")
            }

            fn visit_str<E: de::Error>(self, text: &str) -> Result<Wire<W>, E> {
                Ok(Wire::from(text))
            }

            // Some processors tell a status by a JSON boolean or a number: `true`, `1`. Where they
            // document words alone, that is an answer of another shape.
            fn visit_bool<E: de::Error>(self, truth: bool) -> Result<Wire<W>, E> {
                let unexpected = de::Unexpected::Bool(truth);
                Wire::of_kind::<bool>(&truth.to_string())
                    .ok_or_else(|| E::invalid_type(unexpected, &self))
            }

            fn visit_i64<E: de::Error>(self, number: i64) -> Result<Wire<W>, E> {
                let unexpected = de::Unexpected::Signed(number);
                Wire::of_kind::<i128>(&number.to_string())
                    .ok_or_else(|| E::invalid_type(unexpected, &self))
            }

            fn visit_u64<E: de::Error>(self, number: u64) -> Result<Wire<W>, E> {
                let unexpected = de::Unexpected::Unsigned(number);
                Wire::of_kind::<i128>(&number.to_string())
                    .ok_or_else(|| E::invalid_type(unexpected, &self))
            }

            // An element of XML, which has attributes and a text.
            fn visit_map<A: de::MapAccess<'de>>(self, mut element: A) -> Result<Wire<W>, A::Error> {
                let mut text = None;
                while let Some(key) = element.next_key::<Box<str>>()? {
                    match &*key {
                        "$text" => text = Some(Wire::from(&*element.next_value::<Box<str>>()?)),
                        _ => drop(element.next_value::<de::IgnoredAny>()?),
                    }
                }
                text.ok_or_else(|| de::Error::invalid_type(de::Unexpected::Map, &self))
            }
        }

        deserializer.deserialize_any(Text(PhantomData))
    }
}
