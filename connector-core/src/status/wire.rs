//! A processor's words for a status, those it has today and those it invents tomorrow.

use serde::{Deserialize, Deserializer};

use super::mapping::special;
use super::word::{Word, Words};
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
pub trait WireStatus: Sized + Send + Sync + 'static {
    /// Each documented word.
    const WORDS: &'static [&'static str];

    /// The variant whose word stands in this place.
    fn variant(place: usize) -> Option<Self>;

    /// The documented word of a variant.
    fn word(&self) -> &'static str;
}

/// A word that may be absent is none: the field is, and the derive says so. Here, so that serde's derive does not say
/// something else of it, too.
#[doc(hidden)]
#[diagnostic::do_not_recommend]
impl<W: WireStatus> WireStatus for Option<W> {
    const WORDS: &'static [&'static str] = W::WORDS;

    fn variant(place: usize) -> Option<Self> {
        W::variant(place).map(Some)
    }

    fn word(&self) -> &'static str {
        self.as_ref().map_or("", W::word)
    }
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

    /// The name of that, where the author chose it: a flow may not tell it, as each one tells what stands there
    /// otherwise.
    const CHOSEN_UNKNOWN: Option<&'static str> = None;

    /// Each documented word with its meaning, and behind it what it means in one flow or by one way of
    /// capturing alone.
    const MAPPINGS: &'static [StatusMapping];

    /// Why no word says that it succeeded, where none does.
    const NO_SUCCESS: Option<&'static str> = None;

    /// Why no word says that it failed, where none does.
    const NO_FAILURE: Option<&'static str> = None;

    /// What this word means where nothing else decides; `None` where it says nothing about such a
    /// status.
    fn meaning(&self) -> Option<S>;
}

/// Words as they are, without [`Wire`], are read by nobody: what the processor invents tomorrow would fail the answer.
/// The derive implements serde's trait all the same, with this in it, so that serde's derive says nothing of a status
/// field that lacks its `Wire`, which ours reports; anywhere else this stops the compiler.
#[track_caller]
#[expect(clippy::panic, reason = "it is only called in a constant, where it is rustc's error")]
pub const fn words_are_read_as_wire() -> ! {
    panic!(
        "words are read as `Wire<Words>`, which keeps those that it does not know; `Words` alone would fail on them"
    )
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
            Self::Known(word) => known(word.word(), word.meaning()),
            Self::Unknown(text) => Ok(unknown(W::UNKNOWN, text)),
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
        match self {
            Self::Known(word) => {
                let meaning = || word.meaning();
                meaning_in(W::MAPPINGS, word.word(), &meaning, data)
            }
            Self::Unknown(_) => self.report(),
        }
    }
}

/// What a documented word means in an answer to the flow `F`: compiled for each flow, and not for each table.
fn meaning_in<F: Flow>(
    table: &'static [StatusMapping],
    word: &'static str,
    elsewhere: &dyn Fn() -> Option<StatusIn<F>>,
    data: &RouterData<F>,
) -> Result<StatusReport<StatusIn<F>>, SilentWord> {
    let meant = match special::<F>(table, word, F::capture_method(data)) {
        None => elsewhere(),
        Some(line) => {
            let mut all = StatusIn::<F>::ALL.iter();
            line.status.and_then(|name| all.find(|status| status.name() == name)).copied()
        }
    };
    known(word, meant)
}

fn known<S>(word: &'static str, meant: Option<S>) -> Result<StatusReport<S>, SilentWord> {
    meant.map(|status| StatusReport::known(status, word)).ok_or(SilentWord(word))
}

fn unknown<S>(status: S, text: &str) -> StatusReport<S> {
    StatusReport::unknown(status, text)
}

/// No status is made up. Here, so that serde's derive says nothing of a field with `default` or `skip`, which ours
/// reports; anywhere else this stops the compiler.
#[doc(hidden)]
impl<W> Default for Wire<W> {
    fn default() -> Self {
        const { no_status_is_made_up() }
    }
}

#[expect(clippy::panic, reason = "it is only called in a constant, where it is rustc's error")]
const fn no_status_is_made_up() -> ! {
    panic!("no status is made up where none is told: `Option<Wire<Words>>`")
}

impl<W: WireStatus> From<Word> for Wire<W> {
    fn from(word: Word) -> Self {
        let place = match word {
            Word::Known(place) => place,
            Word::Unknown(text) => return Self::Unknown(text),
        };
        match W::variant(place) {
            Some(word) => Self::Known(word),
            // Where the derive made both, there is a variant for each word.
            None => Self::Unknown(Words(W::WORDS).text(place)),
        }
    }
}

impl<W: WireStatus> From<&str> for Wire<W> {
    fn from(text: &str) -> Self {
        Words(W::WORDS).find(text).into()
    }
}

impl<'de, W: WireStatus> Deserialize<'de> for Wire<W> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Words(W::WORDS)).map(Self::from)
    }
}
