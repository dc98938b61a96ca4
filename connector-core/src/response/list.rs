//! What the derive of `FlowResponse` calls for a list that is searched.

use serde::de::DeserializeOwned;

use super::shapes::ShapeReader;
use super::{Fault, FaultKind, FlowResponse, Outcome, ProcessorError};
use crate::data::{AsksById, ResponseData as _};
use crate::flow::Flow;
use crate::router_data::RouterData;

/// An entry that tells by which id it is found.
#[diagnostic::on_unimplemented(
    message = "`{Self}` does not tell the `{Id}` by which it would be found in a list",
    label = "no `{Id}` is marked in `{Self}`",
    note = "mark the entry's id `#[flow_response(connector_transaction_id)]`, or `connector_refund_id` for refunds; or choose an entry by its place: `list = first`, `list = last`"
)]
pub trait TellsId<F, Id> {
    /// The id, where it is there.
    fn id(&self) -> Option<&str>;
}

/// The id of what has none. Every entry tells it: where nothing is asked by an id, that is the mistake, and not
/// that the entries tell no id of an unknown kind.
#[derive(Debug)]
pub enum NoId {}

#[diagnostic::do_not_recommend]
impl<F, T> TellsId<F, NoId> for T {
    fn id(&self) -> Option<&str> {
        None
    }
}

/// A field that is a list.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a list",
    label = "not a list",
    note = "declare it as `Vec<Entry>`, where `Entry` is a response of its own with `#[derive(FlowResponse)]`"
)]
pub trait ListField<F: Flow>: DeserializeOwned {
    /// What stands in it.
    type Entry: FlowResponse<F>;
    /// All of it, in its order.
    fn entries(self) -> impl Iterator<Item = Self::Entry>;
    /// What of it this is true of.
    fn only(self, counts: fn(&Self::Entry) -> bool) -> Self;
}

impl<F: Flow, T: FlowResponse<F> + DeserializeOwned> ListField<F> for Vec<T> {
    type Entry = T;

    fn entries(self) -> impl Iterator<Item = T> {
        self.into_iter()
    }

    fn only(mut self, counts: fn(&T) -> bool) -> Self {
        self.retain(counts);
        self
    }
}

/// A list in which an entry is found by its id.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a list",
    label = "not a list",
    note = "declare it as `Vec<Entry>`, where `Entry` is a response of its own with `#[derive(FlowResponse)]`"
)]
pub trait ListById<F: Flow>: ListField<F> {
    /// The id that is asked for.
    fn asked(data: &RouterData<F>) -> Option<&str>;
    /// The id of an entry.
    fn id(entry: &Self::Entry) -> Option<&str>;
}

impl<F: Flow<Request: AsksById>, T> ListById<F> for Vec<T>
where
    T: FlowResponse<F> + DeserializeOwned + TellsId<F, AskedId<F>>,
{
    fn asked(data: &RouterData<F>) -> Option<&str> {
        data.request.asked_id().map(AsRef::as_ref)
    }

    fn id(entry: &T) -> Option<&str> {
        TellsId::<F, AskedId<F>>::id(entry)
    }
}

type AskedId<F> = <<F as Flow>::Request as AsksById>::Id;

/// The entry that was asked for, by its id.
#[must_use]
pub const fn list_by_id<L: ListById<F>, F: Flow>() -> ShapeReader<L, F> {
    ShapeReader {
        mappings: L::Entry::STATUSES,
        unit: L::Entry::UNIT,
        status_by: L::Entry::STATUS_BY,
        by_itself: L::Entry::BY_ITSELF,
        integrity: L::Entry::INTEGRITY,
        read: |body| body.json_list(),
        outcome: |list, data| {
            let Some(asked) = L::asked(data) else {
                return match F::other_names(data) {
                    [None, None] => Outcome::of_fault(Fault::new(
                        FaultKind::Silent,
                        "the list is searched by the processor's id, which is not known yet",
                    )),
                    names => by_reference(list, data, names),
                };
            };
            let mut found = list.entries().filter(|entry| L::id(entry) == Some(asked));
            match (found.next(), found.next()) {
                (Some(entry), None) => entry.into_outcome(data),
                (None, _) => absent("the list has no entry of this id"),
                // Which of them stands is not for us to guess.
                (Some(_), Some(_)) => Outcome::of_fault(Fault::new(
                    FaultKind::Silent,
                    "the list has more than one entry of this id",
                )),
            }
        },
    }
}

/// The entry of that name. What an entry does not say is not for us to guess, and neither is
/// which of two is meant: one reference may have been given to several orders.
fn by_reference<L: ListField<F>, F: Flow>(
    list: L,
    data: &RouterData<F>,
    names: [Option<&str>; 2],
) -> Outcome<F> {
    let silent = |detail| Outcome::of_fault(Fault::new(FaultKind::Silent, detail));
    let told = list.entries().map(|entry| match entry.into_outcome(data) {
        Outcome::Status(told) if told.reference().is_none() => {
            silent("an entry of the list does not say what the merchant called it")
        }
        outcome => outcome,
    });
    let mut found = told.filter(|outcome| match outcome {
        Outcome::Status(told) => names.contains(&told.reference()),
        _ => true,
    });
    match (found.next(), found.next()) {
        (Some(outcome), None) => outcome,
        (None, _) => absent("the list has no entry of this reference"),
        (Some(_), Some(_)) => silent("the list has more than one entry of this reference"),
    }
}

/// The first entry, whatever its id.
#[must_use]
pub const fn list_first<L: ListField<F>, F: Flow>() -> ShapeReader<L, F> {
    ShapeReader {
        mappings: L::Entry::STATUSES,
        unit: L::Entry::UNIT,
        status_by: L::Entry::STATUS_BY,
        by_itself: L::Entry::BY_ITSELF,
        integrity: L::Entry::INTEGRITY,
        read: |body| body.json_list(),
        outcome: |list, data| one(list.entries().next(), data),
    }
}

/// The last entry, whatever its id.
#[must_use]
pub const fn list_last<L: ListField<F>, F: Flow>() -> ShapeReader<L, F> {
    ShapeReader {
        mappings: L::Entry::STATUSES,
        unit: L::Entry::UNIT,
        status_by: L::Entry::STATUS_BY,
        by_itself: L::Entry::BY_ITSELF,
        integrity: L::Entry::INTEGRITY,
        read: |body| body.json_list(),
        outcome: |list, data| one(list.entries().last(), data),
    }
}

/// The entries of a list that count.
pub fn only<L: ListField<F>, F: Flow>(list: L, counts: fn(&L::Entry) -> bool) -> L {
    list.only(counts)
}

fn one<R: FlowResponse<F>, F: Flow>(entry: Option<R>, data: &RouterData<F>) -> Outcome<F> {
    entry.map_or_else(|| absent("the list is empty"), |entry| entry.into_outcome(data))
}

fn absent<F: Flow>(message: &str) -> Outcome<F> {
    Outcome::NotFound(ProcessorError::new(None, Some(message)).into())
}
