//! What the derive of `FlowResponse` calls for a field that is the status.

use super::Fault;
use super::status_words::{FlowWords, are_complete, words_of};
use crate::data::StatusIn;
use crate::flow::Flow;
use crate::router_data::RouterData;
use crate::status::compared::{has, same};
use crate::status::mapping::check;
use crate::status::text::Text;
use crate::status::{SilentWord, Status, StatusCheck, StatusMapping, StatusOf, StatusReport, Wire};

/// A field that is marked as the status.
#[diagnostic::on_unimplemented(
    message = "`{Self}` tells no `{S}`",
    label = "not a status field",
    note = "a status field is a `Wire<Words>`, where `Words` is an enum with `#[derive(WireStatus)]`: it keeps words that it does not know"
)]
pub trait StatusField<S: Status> {
    /// The words that it can say.
    type Words: StatusOf<S>;
    /// What it says, where it says something.
    fn wire(&self) -> Option<&Wire<Self::Words>>;
}

impl<S: Status, W: StatusOf<S>> StatusField<S> for Wire<W> {
    type Words = W;

    fn wire(&self) -> Option<&Self> {
        Some(self)
    }
}

#[diagnostic::do_not_recommend]
impl<S: Status, W: StatusField<S>> StatusField<S> for Option<W> {
    type Words = W::Words;

    fn wire(&self) -> Option<&Wire<Self::Words>> {
        self.as_ref().and_then(W::wire)
    }
}

/// How a field of the type `T` tells the status of the flow `F`. One function for all that the derive
/// needs of it, so that rustc reports a wrong type once.
#[derive(Debug)]
pub struct StatusReader<T, F: Flow> {
    /// The table of its words.
    pub mappings: &'static [StatusMapping],
    /// What was said of the words beside them.
    pub beside: BesideWords,
    /// Reads the field.
    pub report: fn(&T, &RouterData<F>) -> Reported<F>,
}

/// What the author of words said beside them.
#[derive(Debug, Clone, Copy)]
pub struct BesideWords {
    /// Whether it was said why no word is a success.
    pub no_success: bool,
    /// Whether it was said why none is a failure.
    pub no_failure: bool,
    /// What an unknown word means, where that was said.
    pub unknown: Option<&'static str>,
}

type Reported<F> = Result<StatusReport<StatusIn<F>>, Fault>;

/// The reader of a status field.
#[must_use]
pub const fn status_reader<T: StatusField<StatusIn<F>>, F: Flow>() -> StatusReader<T, F> {
    StatusReader {
        mappings: T::Words::MAPPINGS,
        beside: BesideWords {
            no_success: T::Words::NO_SUCCESS.is_some(),
            no_failure: T::Words::NO_FAILURE.is_some(),
            unknown: T::Words::CHOSEN_UNKNOWN,
        },
        report: |field, data| match field.wire() {
            Some(wire) => wire.report_in(data).map_err(Fault::from),
            None => Err(SilentWord("null").into()),
        },
    }
}

impl BesideWords {
    pub(super) const NOTHING: Self = Self { no_success: false, no_failure: false, unknown: None };
}

impl<T, F: Flow> StatusReader<T, F> {
    /// The words, to be held against the flow.
    #[must_use]
    pub const fn words(&self) -> FlowWords<'static> {
        words_of::<F>(self.mappings, self.beside)
    }

    /// Stops the compiler where a word means what the flow never tells, and where no word says that
    /// it succeeded or failed.
    #[track_caller]
    pub const fn is_complete(&self) {
        are_complete(&[self.words()]);
    }

    /// Stops the compiler where a word means what the flow never tells. For a status that a function
    /// decides: it knows more than the words, so that they need not say everything.
    #[track_caller]
    pub const fn is_possible(&self) {
        let mut check = check::<F>(self.mappings);
        if let Some(status) = self.beside.unknown {
            check.unknown_word(status);
        }
        stop_at(check);
    }
}

/// Stops the compiler where an answer is by itself what the flow never tells.
#[track_caller]
pub const fn is_answer<F: Flow>(status: &str) {
    let mut check = StatusCheck::of::<F>();
    check.answer(status);
    stop_at(check);
}

/// The success that each answer with this table means by itself, where what failed would be told so, too.
#[must_use]
pub const fn by_itself<F: Flow>(table: &[StatusMapping]) -> Option<&'static str> {
    match table {
        [StatusMapping { status: Some(status), .. }] if owes_a_failure::<F>(status) => {
            Some(*status)
        }
        _ => None,
    }
}

/// Stops the compiler where each answer means this one status, and that is an end which is not what was asked for: that
/// it was done, nobody would ever be told.
#[track_caller]
pub(crate) const fn may_succeed<F: Flow>(status: &str) {
    let Some(statuses) = F::STATUSES else { return };
    if has(statuses.succeeds, status) || !is_end(<StatusIn<F> as Status>::ENDS, status) {
        return;
    }
    let mut text = Text::EMPTY;
    text.push("each answer to `");
    text.push(F::NAME);
    text.push("` means `");
    text.push_variant(status);
    text.push("`, and none that it succeeded: mark the field that is the status, or say ");
    text.push_variants(statuses.succeeds);
    text.push(", or what is still open, as `Pending` is");
    let problem = text.as_str();
    assert!(problem.is_empty(), "{}", problem);
}

const fn is_end(mut ends: &[Option<&str>], status: &str) -> bool {
    while let [end, rest @ ..] = ends {
        if let Some(end) = end
            && same(end, status)
        {
            return true;
        }
        ends = rest;
    }
    false
}

/// Stops the compiler where an answer to a question is a success, whatever stands in it.
#[track_caller]
pub(crate) const fn cannot_tell_a_failure<F: Flow>(status: &str, table: &[StatusMapping]) {
    let mut text = Text::EMPTY;
    let is_one_of_several = table.len() > 1;
    text.push(if is_one_of_several { "one shape of the answers to `" } else { "each answer to `" });
    text.push(F::NAME);
    text.push("` means `");
    text.push_variant(status);
    text.push(if is_one_of_several {
        "` whatever stands in it, and what failed, or what no other shape could read, would be told so, too: mark in it"
    } else {
        "`, and what failed would be told so, too: mark"
    });
    text.push(" the field that is the status, or say why none is: `no_failure = \"…\"`");
    let problem = text.as_str();
    assert!(problem.is_empty(), "{}", problem);
}

/// Whether an answer that is by itself this status has to say why nothing else can have become of it: where that is
/// what was asked. What else may be sent twice is done, or declined by its HTTP status.
#[must_use]
pub const fn owes_a_failure<F: Flow>(status: &str) -> bool {
    match F::STATUSES {
        Some(statuses) => F::IS_QUESTION && has(statuses.succeeds, status),
        None => false,
    }
}

/// Stops the compiler at a reason why no answer means a failure, where none is owed in any of these flows.
#[track_caller]
pub const fn excuses_an_answer(mut owed: &[bool]) {
    let mut is_needed = false;
    while let [one, rest @ ..] = owed {
        is_needed |= *one;
        owed = rest;
    }
    assert!(
        is_needed,
        "`no_failure` gives a reason for nothing: no question is answered by a success that stands by itself"
    );
}

#[track_caller]
const fn stop_at(mut check: StatusCheck) {
    check.advise();
    if let Some(problem) = check.problem() {
        assert!(problem.is_empty(), "{}", problem);
    }
}
