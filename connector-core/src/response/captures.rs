//! What the derive of `FlowResponse` calls for the captures of a payment, and for the one that is told of.

use super::integrity::Evidence;
use super::{Fault, FaultKind, FlowResponse, Integrity, Outcome};
use crate::data::{CaptureResult, ResponseData as _};
use crate::flow::Flow;
use crate::router_data::RouterData;

/// A field that lists the captures of a payment. Each is a response of the same flow: it tells a status, its
/// `connector_capture_id`, its `amount_captured`, and what else a payment's answer can tell of a capture.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a list of captures in an answer to `{F}`",
    label = "not a list of captures",
    note = "declare it as `Vec<Entry>` or `Option<Vec<Entry>>`, where `Entry` is a response of `{F}` with `#[derive(FlowResponse)]`"
)]
pub trait CapturesField<F: Flow> {
    /// One of them.
    type Entry: FlowResponse<F>;
    /// All of them, in their order.
    fn entries(self) -> Vec<Self::Entry>;
}

#[diagnostic::do_not_recommend]
impl<F: Flow, T: FlowResponse<F>> CapturesField<F> for Vec<T> {
    type Entry = T;

    fn entries(self) -> Vec<T> {
        self
    }
}

#[diagnostic::do_not_recommend]
impl<F: Flow, T: FlowResponse<F>> CapturesField<F> for Option<Vec<T>> {
    type Entry = T;

    fn entries(self) -> Vec<T> {
        self.unwrap_or_default()
    }
}

/// Stops the compiler where what is told of captures says not which one, or not how much it took.
#[track_caller]
pub const fn captures_are_told(mut flows: &[Integrity]) {
    while let [told, rest @ ..] = flows {
        assert!(
            told.capture_id,
            "a capture is known by its id, and this one tells none: mark its field \
             `#[flow_response(connector_capture_id)]`"
        );
        assert!(
            told.captured || matches!(told.amount, Evidence::Absent(_)),
            "how much a capture took is its `amount_captured`, and this one tells none (an `amount` is the payment's): \
             mark its field `#[flow_response(amount_captured)]`, or say why there is none: `no_amount = \"…\"`"
        );
        flows = rest;
    }
}

/// What each capture tells. A payment of which a capture cannot be read is not told without it: what is
/// missing in a sum would be money that nobody looks for.
///
/// # Errors
/// The first [`Fault`] among them.
pub fn captures<L: CapturesField<F>, F: Flow>(
    list: L,
    data: &RouterData<F>,
) -> Result<Vec<CaptureResult>, Fault> {
    list.entries().into_iter().map(|entry| one(entry.into_outcome(data))).collect()
}

/// What the one capture tells that a field is about.
///
/// # Errors
/// The [`Fault`] where it cannot be read.
pub fn capture<T: FlowResponse<F>, F: Flow>(
    told: T,
    data: &RouterData<F>,
) -> Result<Option<Box<CaptureResult>>, Fault> {
    Ok(Some(Box::new(one(told.into_outcome(data))?)))
}

fn one<F: Flow>(outcome: Outcome<F>) -> Result<CaptureResult, Fault> {
    let told = match outcome {
        Outcome::Status(told) if F::tells(told.status().status) => told.into_capture(),
        Outcome::NoInformation(fault) | Outcome::SentUnknown(fault) => return Err(fault),
        _ => None,
    };
    told.ok_or_else(|| Fault::new(FaultKind::Silent, "a capture of the payment tells no status"))
}
