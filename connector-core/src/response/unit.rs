//! In which unit the amounts of a response are, and what its captures tell.

use std::marker::PhantomData;
use std::panic::Location;

use super::captures::CapturesField;
use super::declared::AmountField;
use super::{FlowResponse, Integrity};
use crate::data::PaymentsResponseData;
use crate::flow::Flow;
use crate::money::{Decimal, WireAmount, WireMoney};
use crate::status::text::Text;

/// The unit of the amounts of a response. Where the response is read by hand, it says so:
///
/// ```
/// use connector_core::{StringMajorUnit, Unit};
///
/// assert_eq!(Unit::of::<StringMajorUnit>().text, "major units, text");
/// ```
#[derive(Debug, Clone, Copy)]
pub struct Unit {
    /// In words.
    pub text: &'static str,
    /// Whether it is a count of minor units that are taken for those of ISO 4217.
    pub is_iso: bool,
    /// Whether it is said how they are counted, where they are counted as a connector does.
    pub(crate) is_stated: bool,
    /// The derived response that tells them: in several flows it is one.
    pub(crate) told_in: Option<&'static Location<'static>>,
}

impl Unit {
    /// The unit of an amount of this type.
    #[must_use]
    pub const fn of<T: WireAmount>() -> Self {
        Self {
            text: T::UNIT,
            is_iso: T::DECIMALS.is_none() && T::IS_MINOR,
            is_stated: T::IS_STATED,
            told_in: None,
        }
    }

    /// The unit of an amount that stands beside its currency.
    #[must_use]
    pub const fn of_money<T: WireMoney>() -> Self {
        Self {
            text: T::UNIT,
            is_iso: T::DECIMALS.is_none() && T::IS_MINOR,
            is_stated: T::IS_STATED,
            told_in: None,
        }
    }

    /// The unit of several amounts of one response, in the words of the first; one that is taken for a count of ISO 4217
    /// makes all of it one.
    #[must_use]
    #[track_caller]
    pub const fn of_all(mut units: &[Option<Self>]) -> Option<Self> {
        let mut all: Option<Self> = None;
        while let [first, rest @ ..] = units {
            all = match (all, *first) {
                (Some(all), Some(unit)) => {
                    // That of the one which is a mistake.
                    let told_in = if all.is_iso { all.told_in } else { unit.told_in };
                    let is_stated = all.is_stated && unit.is_stated;
                    Some(Self { is_iso: all.is_iso || unit.is_iso, is_stated, told_in, ..all })
                }
                (None, unit) => unit,
                (all, None) => all,
            };
            units = rest;
        }
        match all {
            Some(all) if all.is_iso && all.told_in.is_none() => {
                Some(Self { told_in: Some(Location::caller()), ..all })
            }
            all => all,
        }
    }

    /// Whether it is no count of ISO 4217 where these currencies are counted otherwise.
    pub(crate) const fn is_counted(&self, decimals: &[Decimal]) -> bool {
        decimals.is_empty() || !self.is_iso
    }
}

/// Stops the compiler at an answer of which an amount is taken for a count of ISO 4217, where the processor counts some
/// currencies in a way of its own.
#[track_caller]
pub(crate) const fn is_not_counted(unit: &Unit) {
    let mut text = Text::EMPTY;
    text.push(
        "the connector counts some currencies otherwise than ISO 4217 (`decimals`), and an amount in the answer does \
         not",
    );
    if let Some(response) = unit.told_in {
        text.push(" (`#[derive(FlowResponse)]` in line ");
        text.push_number(response.line());
        text.push(")");
    }
    text.push(": its type is `Counted<MinorUnit, …>`");
    assert!(text.as_str().is_empty(), "{}", text.as_str());
}

/// The question in which unit a field tells amounts, for what a macro cannot know by the name of a type. As of
/// [`Probe`](crate::dispatch::probe::Probe), the answer is the inherent constant where there is one; where there is
/// none, the type is a mistake that is reported already.
#[derive(Debug)]
pub struct TellsUnit<T, F>(PhantomData<(T, F)>);

impl<T: AmountField, F> TellsUnit<T, F> {
    /// That of an amount.
    pub const OF_AMOUNT: Option<Unit> = Some(T::UNIT);
}

impl<T: FlowResponse<F>, F: Flow> TellsUnit<T, F> {
    /// That of the one capture.
    pub const OF_CAPTURE: Option<Unit> = T::UNIT;
    /// Where its status stands.
    pub const STATUS_AT: &'static [&'static str] = T::INTEGRITY.status_at;
}

impl<T: CapturesField<F>, F: Flow> TellsUnit<T, F> {
    /// That of the captures in a list.
    pub const OF_CAPTURES: Option<Unit> = <T::Entry as FlowResponse<F>>::UNIT;
}

impl<T: FlowResponse<F>, F: Flow<Response = PaymentsResponseData>> TellsUnit<T, F> {
    /// What the one capture of a payment tells.
    pub const CAPTURE: Integrity = T::INTEGRITY;
}

impl<T: CapturesField<F>, F: Flow<Response = PaymentsResponseData>> TellsUnit<T, F> {
    /// What each of the captures tells.
    pub const CAPTURES: Integrity = <T::Entry as FlowResponse<F>>::INTEGRITY;
}

/// The answer where nothing better is known.
pub trait TellsNoUnit {
    /// It is no amount.
    const OF_AMOUNT: Option<Unit> = None;
    /// It is no capture.
    const OF_CAPTURE: Option<Unit> = None;
    /// Likewise.
    const CAPTURE: Integrity = Integrity::TOLD;
    /// It is no response.
    const STATUS_AT: &'static [&'static str] = &[];
    /// They are no captures.
    const OF_CAPTURES: Option<Unit> = None;
    /// Likewise.
    const CAPTURES: Integrity = Integrity::TOLD;
}

impl<T, F> TellsNoUnit for TellsUnit<T, F> {}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{MinorUnit, StringMajorUnit};

    #[test]
    fn one_amount_that_is_not_counted_is_enough() {
        let (minor, major) = (Unit::of::<MinorUnit>(), Unit::of::<StringMajorUnit>());
        let all = |units: &[Option<Unit>]| Unit::of_all(units).map(|unit| (unit.text, unit.is_iso));
        assert_eq!(all(&[None, Some(major), Some(minor)]), Some((major.text, true)));
        assert_eq!(all(&[Some(major), None]), Some((major.text, false)));
        assert_eq!(all(&[None]), None);
    }
}
