//! What the derive of `FlowResponse` calls for several fields that are the status, and for one whose
//! absence is one.

use super::{Fault, FaultKind};
use crate::data::StatusIn;
use crate::flow::Flow;
use crate::status::{Awaits, Status, StatusMapping, StatusReport};

type Told<S> = Result<StatusReport<S>, Fault>;

/// The first of several fields that says something; what the first says about its silence, where none
/// does.
///
/// # Errors
/// Where none says anything.
pub fn first_told<S: Status, const N: usize>(told: [Told<S>; N]) -> Told<S> {
    let mut silence = None;
    for told in told {
        match told {
            Err(fault) if fault.kind == FaultKind::Silent => silence = silence.or(Some(fault)),
            told => return told,
        }
    }
    Err(silence.unwrap_or_else(|| Fault::new(FaultKind::Silent, "no field tells the status")))
}

/// What a function of the author's makes of all that was told.
///
/// # Errors
/// Its own.
pub fn judged<R, F: Flow, E>(
    function: fn(&R) -> Result<StatusReport<StatusIn<F>>, E>,
    response: &R,
) -> Result<StatusReport<StatusIn<F>>, E> {
    function(response)
}

/// How a status that is not there is reported, and stands in the table of words.
const ABSENT: &str = "absent";

/// A status field that may be absent.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is always there, so its absence says nothing",
    label = "never absent",
    note = "declare it as `Option<Wire<Words>>`, or drop `absent`"
)]
pub trait MaybeAbsent {
    /// Whether it is.
    fn is_absent(&self) -> bool;
}

#[diagnostic::do_not_recommend]
impl<T> MaybeAbsent for Option<T> {
    fn is_absent(&self) -> bool {
        self.is_none()
    }
}

/// What a status field tells by not being there.
///
/// # Errors
/// Where it is there.
pub fn if_absent<T: MaybeAbsent, S: Status>(field: &T, status: S) -> Told<S> {
    if field.is_absent() {
        Ok(StatusReport::known(status, ABSENT))
    } else {
        Err(Fault::new(FaultKind::Silent, "the status is there"))
    }
}

/// The line of the table for a status that is not there.
#[must_use]
pub const fn absent_line(name: &'static str) -> StatusMapping {
    StatusMapping::new(ABSENT, name)
}

/// Stops the compiler where a status that is not there means a final one in some flow: that would be a guess that
/// nobody looks at again.
#[track_caller]
pub const fn absent_is_open(mut moves: &[Awaits]) {
    while let [awaits, rest @ ..] = moves {
        assert!(
            !matches!(awaits, Awaits::Nobody),
            "an absent status cannot mean a final one; nobody would ask again"
        );
        moves = rest;
    }
}

/// How an answer stands in the table that is the status by itself.
const ANSWERED: &str = "answered";

/// What an answer tells by being one: the processor has no word for it.
///
/// # Errors
/// Never; other sources of a status can fail.
pub const fn answered<S>(status: S) -> Told<S> {
    Ok(StatusReport::known(status, ANSWERED))
}

/// Its line of the table.
#[must_use]
pub const fn answered_line(name: &'static str) -> StatusMapping {
    StatusMapping::new(ANSWERED, name)
}

/// A table of words, and where they stand: the field, or the shape of the answer, where there are several.
pub type FieldTable<'t> = (Option<&'static str>, &'t [StatusMapping]);

/// How many lines these tables have.
#[must_use]
pub const fn lines(tables: &[FieldTable<'_>]) -> usize {
    match tables {
        [] => 0,
        [(_, first), rest @ ..] => first.len().saturating_add(lines(rest)),
    }
}

/// These tables as one, each line with the name of its field.
#[must_use]
pub const fn joined<const N: usize>(tables: &[FieldTable<'_>]) -> [StatusMapping; N] {
    let mut all = [StatusMapping::new("", ""); N];
    let mut rest: &mut [StatusMapping] = &mut all;
    let mut tables = tables;
    while let [(field, table), other_tables @ ..] = tables {
        let mut lines = *table;
        while let [line, others @ ..] = lines {
            let places = rest;
            let Some((place, behind)) = places.split_first_mut() else { return all };
            *place = *line;
            if place.field.is_none() {
                place.field = *field;
            }
            (lines, rest) = (others, behind);
        }
        tables = other_tables;
    }
    all
}
