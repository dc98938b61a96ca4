//! The data that flows carry, under the names of the field.

mod asked;
mod capture;
mod payment;
mod redirect;
mod refund;
mod void;

pub use asked::{AsksAmount, AsksById};
pub use capture::PaymentsCaptureData;
pub use payment::{PaymentFlowData, PaymentsResponseData, PaymentsSyncData};
pub use redirect::RedirectForm;
pub use refund::{RefundFlowData, RefundSyncData, RefundsData, RefundsResponseData};
pub use void::PaymentVoidData;

use std::fmt::Debug;

use crate::report::Report;
use crate::response::Mask;
use crate::status::{Status, StatusReport};

/// What a flow learns: always a status, and whatever else the processor told.
pub trait ResponseData: Debug + Clone + Send + Sync {
    /// The status of what the flow is about.
    type Status: Status;

    /// A response that knows the status and nothing else yet.
    fn reported(status: StatusReport<Self::Status>) -> Self;

    /// The status as it was told.
    fn status(&self) -> &StatusReport<Self::Status>;

    /// Whether the status says that it went well, so that no code beside it is an error's.
    fn has_succeeded(&self) -> bool {
        false
    }

    /// Masks secrets in every text that the processor supplied.
    fn mask(&mut self, mask: Mask<'_>);

    /// Writes what is known into the report that is shown and logged.
    fn report(&self, report: &mut Report);
}
