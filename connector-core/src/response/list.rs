//! What the derive of `FlowResponse` calls for a list that is searched.

use serde::de::DeserializeOwned;

use super::shapes::ShapeReader;
use super::{Fault, FaultKind, FlowResponse, Outcome, ProcessorError};
use crate::data::AsksById;
use crate::flow::Flow;
use crate::router_data::RouterData;

/// An entry that tells by which id it is found.
#[diagnostic::on_unimplemented(
    message = "`{Self}` does not tell the `{Id}` by which it would be found in a list",
    label = "no `{Id}` is marked in `{Self}`",
    note = "mark the entry's id `#[flow_response(connector_transaction_id)]`, or `connector_refund_id` for refunds; or choose an entry by its place: `list = first`, `list = last`"
)]
pub trait TellsId<F: Flow, Id> {
    /// The id, where it is there.
    fn id(&self) -> Option<&str>;
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
    fn entries(self) -> Vec<Self::Entry>;
}

#[diagnostic::do_not_recommend]
impl<F: Flow, T: FlowResponse<F> + DeserializeOwned> ListField<F> for Vec<T> {
    type Entry = T;

    fn entries(self) -> Self {
        self
    }
}

type AskedId<F> = <<F as Flow>::Request as AsksById>::Id;

/// The entry that was asked for, by its id.
#[must_use]
pub const fn list_by_id<L: ListField<F>, F: Flow<Request: AsksById>>() -> ShapeReader<L, F>
where
    L::Entry: TellsId<F, AskedId<F>>,
{
    ShapeReader {
        mappings: L::Entry::STATUSES,
        read: |body| body.json_list(),
        outcome: |list, data| {
            let asked = data.request.asked_id().as_ref();
            let mut found = list.entries().into_iter().filter(|entry| entry.id() == Some(asked));
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

/// The first entry, whatever its id.
#[must_use]
pub const fn list_first<L: ListField<F>, F: Flow>() -> ShapeReader<L, F> {
    ShapeReader {
        mappings: L::Entry::STATUSES,
        read: |body| body.json_list(),
        outcome: |list, data| only(list.entries().into_iter().next(), data),
    }
}

/// The last entry, whatever its id.
#[must_use]
pub const fn list_last<L: ListField<F>, F: Flow>() -> ShapeReader<L, F> {
    ShapeReader {
        mappings: L::Entry::STATUSES,
        read: |body| body.json_list(),
        outcome: |list, data| only(list.entries().pop(), data),
    }
}

fn only<R: FlowResponse<F>, F: Flow>(entry: Option<R>, data: &RouterData<F>) -> Outcome<F> {
    entry.map_or_else(|| absent("the list is empty"), |entry| entry.into_outcome(data))
}

fn absent<F: Flow>(message: &str) -> Outcome<F> {
    Outcome::NotFound(ProcessorError::new(None, Some(message)))
}
