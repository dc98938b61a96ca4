//! What the derive of `FlowResponse` calls: each field of a response, as what it was declared.

use std::time::Duration;

use serde::Serialize;

use super::unit::Unit;
use super::{Fault, FlowResponse, Integrity, Outcome, ProcessorError, ReadError, ResponseBody};
use crate::data::{AsksAmount, CardLastFour, DisputeStage, RedirectForm, StageOf};
use crate::flow::Flow;
use crate::id::{
    AuthorizationId, CaptureId, CustomerId, DisputeId, MandateId, MerchantReference,
    NetworkTransactionId, OrderId, PayoutId, ProcessorReference, RecipientId,
};
use crate::money::{Currency, Money, WireAmount, WireMoney};
use crate::router_data::RouterData;
use crate::secret::Secret;
use crate::status::{StatusMapping, Wire};

/// How the response of the flow `F` is read. One function for all that the derive needs of it, so
/// that rustc reports a wrong type once.
#[derive(Debug)]
pub struct Reader<F: Flow> {
    /// What the processor's words for the status mean.
    pub statuses: &'static [StatusMapping],
    /// Where it tells the id and the amount.
    pub integrity: Integrity,
    /// The unit of the amounts.
    pub unit: Option<Unit>,
    /// The function that makes the status of the words.
    pub status_by: Option<StatusBy>,
    /// The success that an answer means by itself, without a reason why none means a failure.
    pub by_itself: Option<&'static str>,
    /// Reads the body of a success.
    pub decode: fn(&RouterData<F>, ResponseBody<'_>) -> Decoded<F>,
}

/// The function that makes the status of the words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct StatusBy {
    /// Its name.
    pub function: &'static str,
    /// By what it decides.
    pub decided_by: &'static str,
}

type Decoded<F> = Result<Outcome<F>, ReadError>;

/// The reader of the response `R`.
#[must_use]
pub const fn reader<R: FlowResponse<F>, F: Flow>() -> Reader<F> {
    Reader {
        statuses: R::STATUSES,
        integrity: R::INTEGRITY,
        unit: R::UNIT,
        status_by: R::STATUS_BY,
        by_itself: R::BY_ITSELF,
        decode: |data, body| R::read(body).map(|response| response.into_outcome(data)),
    }
}

/// A field that is taken over as it is, where it is there.
#[diagnostic::on_unimplemented(
    message = "a field of the type `{Self}` cannot be told as a `{T}`",
    label = "declared as `{Self}`",
    note = "declare it as `{T}` or `Option<{T}>`, or as an `Option` of a type of yours with `impl From<…> for {T}`"
)]
pub trait Told<T> {
    /// The value, where it is there.
    fn told(self) -> Option<T>;
}

#[diagnostic::do_not_recommend]
impl<S: Into<T>, T> Told<T> for Option<S> {
    fn told(self) -> Option<T> {
        self.map(Into::into)
    }
}

macro_rules! told {
    ($($told:ty)+) => {$(
        #[diagnostic::do_not_recommend]
        impl Told<$told> for $told {
            fn told(self) -> Option<$told> {
                Some(self)
            }
        }
    )+};
}
told!(
    Box<str> ProcessorError RedirectForm Secret DisputeStage CardLastFour
    AuthorizationId CaptureId CustomerId DisputeId MandateId OrderId PayoutId RecipientId
    MerchantReference ProcessorReference
);

/// A field that is both, the status and the stage.
impl<W: StageOf> Told<DisputeStage> for Wire<W> {
    fn told(self) -> Option<DisputeStage> {
        match self {
            Self::Known(word) => word.stage(),
            Self::Unknown(_) => None,
        }
    }
}

/// An empty text tells of none.
macro_rules! told_in_text {
    ($($name:ident)+) => {$(
        #[diagnostic::do_not_recommend]
        impl Told<$name> for Option<Box<str>> {
            fn told(self) -> Option<$name> {
                $name::told(self)
            }
        }
    )+};
}
told_in_text!(NetworkTransactionId OrderId MerchantReference ProcessorReference);

/// A number that is something else in another flow.
#[diagnostic::do_not_recommend]
impl Told<ProcessorReference> for Box<str> {
    fn told(self) -> Option<ProcessorReference> {
        ProcessorReference::told(Some(self))
    }
}

/// A number of seconds.
#[diagnostic::do_not_recommend]
impl Told<Duration> for u64 {
    fn told(self) -> Option<Duration> {
        Some(Duration::from_secs(self))
    }
}

/// Where a field of a response goes. A struct, because its method knows the type of the place when
/// rustc looks at the field's, and reports that one where they differ.
#[derive(Debug)]
pub struct Telling<'a, T>(pub &'a mut Option<T>);

impl<T> Telling<'_, T> {
    /// Takes a field over, where it tells something.
    pub fn tell<S: Told<T>>(self, field: S) {
        *self.0 = field.told();
    }
}

/// An amount of a response, always there or not.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not an amount",
    label = "not an amount",
    note = "an amount that has its currency beside it (`money_object!`) takes no other: drop `currency = asked`, and the mark of another field as the `currency`",
    note = "say in which unit the processor writes: `MinorUnit` (1050), `StringMajorUnit` (\"10.50\") or `FloatMajorUnit` (10.50)"
)]
pub trait AmountField {
    /// The unit of the amount.
    const UNIT: Unit;

    /// What it is worth.
    fn money(&self, currency: Option<Currency>) -> Result<Option<Money>, Fault>;
}

#[diagnostic::do_not_recommend]
impl<T: WireAmount> AmountField for T {
    const UNIT: Unit = Unit::of::<T>();

    fn money(&self, currency: Option<Currency>) -> Result<Option<Money>, Fault> {
        let Some(currency) = currency else {
            return Ok(None);
        };
        Ok(Some(self.in_currency(currency)?))
    }
}

#[diagnostic::do_not_recommend]
impl<T: WireAmount> AmountField for Option<T> {
    const UNIT: Unit = <T as AmountField>::UNIT;

    fn money(&self, currency: Option<Currency>) -> Result<Option<Money>, Fault> {
        self.as_ref().map_or(Ok(None), |amount| amount.money(currency))
    }
}

/// A currency of a response, always there or not.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a currency",
    label = "not a currency",
    note = "declare it as `Currency` or `Option<Currency>`"
)]
pub trait CurrencyField: Copy {
    /// The currency, where it is there.
    fn currency(self) -> Option<Currency>;
}

impl CurrencyField for Currency {
    fn currency(self) -> Option<Currency> {
        Some(self)
    }
}

impl CurrencyField for Option<Currency> {
    fn currency(self) -> Option<Currency> {
        self
    }
}

/// Makes money of an amount and its currency.
pub fn money<T: AmountField, C: CurrencyField>(
    amount: &T,
    currency: &C,
) -> Result<Option<Money>, Fault> {
    amount.money(currency.currency())
}

/// Makes money of an amount in the currency that was asked about.
pub fn money_as_asked<T: AmountField, F: Flow<Request: AsksAmount>>(
    amount: &T,
    data: &RouterData<F>,
) -> Result<Option<Money>, Fault> {
    amount.money(data.request.asked_currency())
}

/// An amount with a currency of its own, always there or not.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is an amount without its currency",
    label = "in which currency?",
    note = "mark a field `#[flow_response(currency)]`, or declare the object that holds both by `money_object!`"
)]
pub trait MoneyField {
    /// The unit of the amount.
    const UNIT: Unit;

    /// What it is worth.
    fn whole(&self) -> Result<Option<Money>, Fault>;
}

#[diagnostic::do_not_recommend]
impl<T: WireMoney> MoneyField for T {
    const UNIT: Unit = Unit::of_money::<T>();

    fn whole(&self) -> Result<Option<Money>, Fault> {
        Ok(Some(self.money()?))
    }
}

#[diagnostic::do_not_recommend]
impl<T: WireMoney> MoneyField for Option<T> {
    const UNIT: Unit = <T as MoneyField>::UNIT;

    fn whole(&self) -> Result<Option<Money>, Fault> {
        self.as_ref().map_or(Ok(None), MoneyField::whole)
    }
}

/// Reads the fields of a response, each as what it was declared.
pub fn told<F: Flow>(read: impl FnOnce() -> Result<F::Response, Fault>) -> Outcome<F> {
    read().map_or_else(Outcome::of_fault, Outcome::Status)
}
