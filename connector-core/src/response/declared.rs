//! What the derive of `FlowResponse` calls: each field of a response, as what it was declared.

use super::{Fault, FlowResponse, Outcome, ProcessorError};
use crate::data::ResponseData;
use crate::flow::Flow;
use crate::id::{PaymentId, RefundId};
use crate::money::{Currency, Money, WireAmount};
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

/// Reads a status field.
pub fn report<T: StatusField<StatusIn<F>>, F: Flow>(
    field: &T,
) -> Result<StatusReport<StatusIn<F>>, Fault> {
    Ok(field.status_report()?)
}

/// The table of a status field's words.
#[must_use]
pub const fn mappings<T: StatusField<StatusIn<F>>, F: Flow>() -> &'static [StatusMapping] {
    T::MAPPINGS
}

/// The status table of a response.
#[must_use]
pub const fn statuses<R: FlowResponse<F>, F: Flow>() -> &'static [StatusMapping] {
    R::STATUSES
}

/// A field that is taken over as it is, where it is there.
#[diagnostic::on_unimplemented(
    message = "a field of the type `{Self}` cannot be told as a `{T}`",
    label = "declared as `{Self}`",
    note = "declare it as `{T}` or `Option<{T}>`"
)]
pub trait Told<T> {
    /// The value, where it is there.
    fn told(self) -> Option<T>;
}

impl<S: Into<T>, T> Told<T> for Option<S> {
    fn told(self) -> Option<T> {
        self.map(Into::into)
    }
}

macro_rules! told {
    ($($told:ty)+) => {$(
        impl Told<$told> for $told {
            fn told(self) -> Option<$told> {
                Some(self)
            }
        }
    )+};
}
told!(PaymentId RefundId Box<str> ProcessorError);

/// Takes a field over.
pub fn told<S: Told<T>, T>(field: S) -> Option<T> {
    field.told()
}

/// An amount of a response, always there or not.
pub trait AmountField {
    /// What it is worth.
    fn money(&self, currency: Option<Currency>) -> Result<Option<Money>, Fault>;
}

impl<T: WireAmount> AmountField for T {
    fn money(&self, currency: Option<Currency>) -> Result<Option<Money>, Fault> {
        let Some(currency) = currency else {
            return Ok(None);
        };
        Ok(Some(self.in_currency(currency)?))
    }
}

impl<T: WireAmount> AmountField for Option<T> {
    fn money(&self, currency: Option<Currency>) -> Result<Option<Money>, Fault> {
        self.as_ref().map_or(Ok(None), |amount| amount.money(currency))
    }
}

/// Makes money of an amount and its currency.
pub fn money<T: AmountField>(
    amount: &T,
    currency: impl Into<Option<Currency>>,
) -> Result<Option<Money>, Fault> {
    amount.money(currency.into())
}

/// Ends the reading where a field could not be read.
pub fn end<F: Flow>(fault: Fault) -> Outcome<F> {
    Outcome::of_fault(fault)
}
