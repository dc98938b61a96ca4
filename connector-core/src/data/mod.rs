//! The data that flows carry, under the names of the field.

mod capture;
mod capture_method;
mod payment;
mod refund;
mod void;

pub use capture::PaymentsCaptureData;
pub use capture_method::CaptureMethod;
pub use payment::{PaymentFlowData, PaymentsResponseData, PaymentsSyncData};
pub use refund::{RefundFlowData, RefundSyncData, RefundsData, RefundsResponseData};
pub use void::PaymentVoidData;

use std::fmt::Debug;

use crate::flow::Flow;
use crate::report::Report;
use crate::response::Mask;
use crate::status::{Status, StatusReport};

/// The status that the flow `F` learns.
pub type StatusIn<F> = <<F as Flow>::Response as ResponseData>::Status;

/// What a flow learns: always a status, and whatever else the processor told.
pub trait ResponseData: Debug + Clone + Send + Sync {
    /// The status of what the flow is about.
    type Status: Status;

    /// A response that knows the status and nothing else yet.
    fn reported(status: StatusReport<Self::Status>) -> Self;

    /// The status as it was told.
    fn status(&self) -> &StatusReport<Self::Status>;

    /// The same, where another field of it says more of the status than its word does.
    #[must_use]
    fn agreed(self) -> Self {
        self
    }

    /// Masks secrets in every text that the processor supplied.
    fn mask(&mut self, mask: Mask<'_>);

    /// Writes what is known into the report that is shown and logged.
    fn report(&self, report: &mut Report);
}
