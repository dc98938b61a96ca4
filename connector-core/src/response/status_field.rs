//! What the derive of `FlowResponse` calls for a field that is the status.

use super::Fault;
use crate::data::StatusIn;
use crate::flow::Flow;
use crate::router_data::RouterData;
use crate::status::mapping::check;
use crate::status::{SilentWord, Status, StatusCheck, StatusMapping, StatusOf, StatusReport, Wire};

/// A field that is marked as the status.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot tell an `{S}`",
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
    /// Whether the author said why no word is a success, and why none is a failure.
    pub excused: (bool, bool),
    /// Reads the field.
    pub report: fn(&T, &RouterData<F>) -> Reported<F>,
}

type Reported<F> = Result<StatusReport<StatusIn<F>>, Fault>;

/// The reader of a status field.
#[must_use]
pub const fn status_reader<T: StatusField<StatusIn<F>>, F: Flow>() -> StatusReader<T, F> {
    StatusReader {
        mappings: T::Words::MAPPINGS,
        excused: (T::Words::NO_SUCCESS.is_some(), T::Words::NO_FAILURE.is_some()),
        report: |field, data| match field.wire() {
            Some(wire) => wire.report_in(data).map_err(Fault::from),
            None => Err(SilentWord("null").into()),
        },
    }
}

impl<T, F: Flow> StatusReader<T, F> {
    /// Stops the compiler where a word means what the flow never tells, and where no word says that
    /// it succeeded or failed.
    #[track_caller]
    pub const fn is_complete(&self) {
        is_complete::<F>(self.mappings, &[self.excused]);
    }

    /// Stops the compiler where a word means what the flow never tells. For a status that a function
    /// decides: it knows more than the words, so that they need not say everything.
    #[track_caller]
    pub const fn is_possible(&self) {
        stop_at(&check::<F>(self.mappings));
    }
}

/// The same for a table that several fields make together: the excuses of one are those of all.
#[track_caller]
pub const fn is_complete<F: Flow>(table: &[StatusMapping], mut excused: &[(bool, bool)]) {
    let mut check = check::<F>(table);
    let (mut no_success, mut no_failure) = (false, false);
    while let [(success, failure), rest @ ..] = excused {
        no_success |= *success;
        no_failure |= *failure;
        excused = rest;
    }
    if !no_success {
        check.succeeds_somehow();
    }
    if !no_failure {
        check.fails_somehow();
    }
    stop_at(&check);
}

#[track_caller]
const fn stop_at(check: &StatusCheck) {
    if let Some(problem) = check.problem() {
        assert!(problem.is_empty(), "{}", problem);
    }
}
