//! What the derive of `FlowResponse` calls for a field that is the status.

use super::Fault;
use crate::data::ResponseData;
use crate::flow::Flow;
use crate::router_data::RouterData;
use crate::status::{SilentWord, Status, StatusMapping, StatusOf, StatusReport, Wire, WireStatus};

type StatusIn<F> = <<F as Flow>::Response as ResponseData>::Status;

/// A field that is marked as the status.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be a status",
    label = "not a status field",
    note = "a status field is a `Wire<Words>`, where `Words` is an enum with `#[derive(WireStatus)]`: it keeps words that it does not know"
)]
pub trait StatusField<S: Status> {
    /// The table of its words.
    const MAPPINGS: &'static [StatusMapping];
    /// What it says.
    fn status_report(&self) -> Result<StatusReport<S>, SilentWord>;
}

impl<S: Status, W: WireStatus + StatusOf<S>> StatusField<S> for Wire<W> {
    const MAPPINGS: &'static [StatusMapping] = <W as StatusOf<S>>::MAPPINGS;

    fn status_report(&self) -> Result<StatusReport<S>, SilentWord> {
        self.report()
    }
}

#[diagnostic::do_not_recommend]
impl<S: Status, W: StatusField<S>> StatusField<S> for Option<W> {
    const MAPPINGS: &'static [StatusMapping] = W::MAPPINGS;

    fn status_report(&self) -> Result<StatusReport<S>, SilentWord> {
        self.as_ref().map_or(Err(SilentWord("null")), W::status_report)
    }
}

/// How a field of the type `T` tells the status of the flow `F`. One function for all that the derive
/// needs of it, so that rustc reports a wrong type once.
#[derive(Debug)]
pub struct StatusReader<T, F: Flow> {
    /// The table of its words.
    pub mappings: &'static [StatusMapping],
    /// Reads the field.
    pub report: fn(&T, &RouterData<F>) -> Result<StatusReport<StatusIn<F>>, Fault>,
}

/// The reader of a status field.
#[must_use]
pub const fn status_reader<T: StatusField<StatusIn<F>>, F: Flow>() -> StatusReader<T, F> {
    StatusReader { mappings: T::MAPPINGS, report: |field, _data| Ok(field.status_report()?) }
}
