//! How a field of a request takes its value from the flow's data: `from = request.…`.

use std::borrow::Cow;

use super::{BeyondLimit, BuildError, Encoder};
use crate::credentials::Auth;
use crate::data::{AuthenticationType, Country};
use crate::money::{
    AmountError, Currency, FloatMajorUnit, MinorUnit, Money, StringMajorUnit, StringMinorUnit,
};
use crate::secret::{Exposed, Sensitive};
use crate::url::PathValue;

/// A field type that can be filled from a value of the type `S`.
///
/// It borrows (`&T` from a `T`), copies what is small (an amount, a currency, a number), insists (`&T` from an
/// `Option<T>`: absent is an error that names the field) or passes on (`Option<&T>` from an
/// `Option<T>`). A type of the connector's own implements it to make its shape of our data:
///
/// ```
/// use connector_core::{CaptureMethod, FromSource, Unfit};
///
/// struct CaptureNow(bool);
///
/// impl FromSource<'_, CaptureMethod> for CaptureNow {
///     fn from_source(method: &CaptureMethod) -> Result<Self, Unfit> {
///         match method {
///             CaptureMethod::Automatic => Ok(Self(true)),
///             CaptureMethod::Manual => Ok(Self(false)),
///             _ => Err(Unfit::Refused("is a way to capture that this processor does not know")),
///         }
///     }
/// }
/// ```
#[diagnostic::on_unimplemented(
    message = "a field of the type `{Self}` cannot be filled from a `{S}`",
    label = "declared as `{Self}`",
    note = "borrow ids as what they are (`&'a PaymentId`) and texts (`&'a str`), or what their `Option` has: they are not copied",
    note = "what a processor writes otherwise than this crate (a card, an address, a way to capture) is made by a type of the connector's: `impl FromSource<'_, S> for Theirs`; or write `TryFrom<&RouterData<F>>` for the request by hand",
    note = "an amount (`Money`) says in which unit the processor wants it: `MinorUnit` (1050), `StringMinorUnit` (\"1050\"), `StringMajorUnit` (\"10.50\") or `FloatMajorUnit` (10.50)"
)]
pub trait FromSource<'a, S>: Sized {
    /// Whether it writes an amount, and takes every currency to have the decimals of ISO 4217. A type of a connector's
    /// own that does says so, of `Money` and of `Option<Money>`: where the connector's processor counts otherwise
    /// (`decimals`), it does not compile.
    const COUNTS_AS_ISO: bool = false;
    /// As of [`Decimals`](crate::Decimals).
    #[doc(hidden)]
    const IS_STATED: bool = true;

    /// Makes the value of what the data has.
    ///
    /// # Errors
    /// [`Unfit`] where the data has nothing, or something that the processor does not take.
    fn from_source(source: &'a S) -> Result<Self, Unfit>;

    /// The same, where a value can say that there is nothing to send: `None`.
    ///
    /// # Errors
    /// [`Unfit`] where the data has something that the processor does not take.
    fn from_given(source: &'a S) -> Result<Option<Self>, Unfit> {
        Self::from_source(source).map(Some)
    }
}

/// Why a value of the flow's data cannot fill a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unfit {
    /// There is none.
    Absent,
    /// There is one that the processor does not take; the end of a sentence that says why.
    Refused(&'static str),
    /// There is an amount that cannot be written as the processor counts.
    Amount(AmountError),
    /// There is one of which a part goes beyond what is taken: [`at_most`](super::at_most) says so.
    Limit {
        /// What the part is called where it would have been sent.
        wire: &'static str,
        /// How it goes beyond what is taken.
        problem: BeyondLimit,
    },
}

/// What a processor is sent as it stands in the data: an id, a text. All else has a form of its own at each
/// processor, and that of this crate is for its own JSON, in which a card's number is masked.
///
/// An application that has data of its own in a flow of its own says so of the types that are written alike:
///
/// ```
/// use connector_core::{FromSource, Lent};
///
/// struct TillNumber(u32);
///
/// impl Lent for TillNumber {}
///
/// let till = TillNumber(7);
/// let lent: &TillNumber = FromSource::from_source(&till)?;
/// assert_eq!(lent.0, 7);
/// # Ok::<(), connector_core::Unfit>(())
/// ```
pub trait Lent {}

impl Lent for Box<str> {}
/// The connector's own, which says itself how they are written.
impl<T: Auth> Lent for T {}
impl<K, V> Lent for std::collections::BTreeMap<K, V> {}

#[diagnostic::do_not_recommend]
impl<'a, T: Lent> FromSource<'a, T> for &'a T {
    fn from_source(source: &'a T) -> Result<Self, Unfit> {
        Ok(source)
    }
}

#[diagnostic::do_not_recommend]
impl<'a, T: Lent> FromSource<'a, Option<T>> for &'a T {
    fn from_source(source: &'a Option<T>) -> Result<Self, Unfit> {
        source.as_ref().ok_or(Unfit::Absent)
    }
}

#[diagnostic::do_not_recommend]
impl<'a, S, T: FromSource<'a, S>> FromSource<'a, Option<S>> for Option<T> {
    const COUNTS_AS_ISO: bool = T::COUNTS_AS_ISO;
    const IS_STATED: bool = T::IS_STATED;

    fn from_source(source: &'a Option<S>) -> Result<Self, Unfit> {
        source.as_ref().map_or(Ok(None), T::from_given)
    }
}

/// A text.
#[diagnostic::do_not_recommend]
impl<'a> FromSource<'a, Box<str>> for &'a str {
    fn from_source(source: &'a Box<str>) -> Result<Self, Unfit> {
        Ok(source)
    }
}

#[diagnostic::do_not_recommend]
impl<'a> FromSource<'a, Option<Box<str>>> for &'a str {
    fn from_source(source: &'a Option<Box<str>>) -> Result<Self, Unfit> {
        source.as_deref().ok_or(Unfit::Absent)
    }
}

/// An amount, in the unit that the field's type says.
macro_rules! amounts {
    ($($type:ty)+) => {$(
        #[diagnostic::do_not_recommend]
        impl FromSource<'_, Money> for $type {
            const COUNTS_AS_ISO: bool = true;

            fn from_source(source: &Money) -> Result<Self, Unfit> {
                Ok((*source).into())
            }
        }

        #[diagnostic::do_not_recommend]
        impl FromSource<'_, Option<Money>> for $type {
            const COUNTS_AS_ISO: bool = true;

            fn from_source(source: &Option<Money>) -> Result<Self, Unfit> {
                source.map(Into::into).ok_or(Unfit::Absent)
            }
        }
    )+};
}
amounts!(MinorUnit StringMinorUnit StringMajorUnit FloatMajorUnit);

/// Where the wire has the currency in a field of its own.
#[diagnostic::do_not_recommend]
impl FromSource<'_, Money> for Currency {
    fn from_source(source: &Money) -> Result<Self, Unfit> {
        Ok(source.currency)
    }
}

#[diagnostic::do_not_recommend]
impl FromSource<'_, Option<Money>> for Currency {
    fn from_source(source: &Option<Money>) -> Result<Self, Unfit> {
        source.map(|money| money.currency).ok_or(Unfit::Absent)
    }
}

/// A secret that the processor is to have.
#[diagnostic::do_not_recommend]
impl<'a, T: Sensitive> FromSource<'a, T> for Exposed<'a> {
    fn from_source(source: &'a T) -> Result<Self, Unfit> {
        Ok(source.into())
    }
}

/// Stands for what a connector does not send although it matters: where the data has it, nothing is
/// sent at all, instead of an order without it. In an `Option`: `Option<NotTaken>`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
pub enum NotTaken {}

#[diagnostic::do_not_recommend]
impl<S> FromSource<'_, S> for NotTaken {
    fn from_source(_: &S) -> Result<Self, Unfit> {
        Err(Unfit::Refused("is given, and this connector cannot send it"))
    }
}

/// Stands for what a connector cannot ask its processor for, where a value can say that it is not wanted:
/// `off_session: false`, `no_three_ds`. Then nothing is sent, as where the data has none; where it is wanted,
/// no order is sent either. In an `Option`: `Option<NotWanted>`.
///
/// ```
/// use connector_core::{AuthenticationType, FromSource, NotWanted};
///
/// let unsaid: Option<NotWanted> = FromSource::from_source(&Some(AuthenticationType::NoThreeDs))?;
/// assert_eq!(unsaid, None);
/// let asked: Result<Option<NotWanted>, _> = FromSource::from_source(&Some(AuthenticationType::ThreeDs));
/// assert!(asked.is_err());
/// # Ok::<(), connector_core::Unfit>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
pub enum NotWanted {}

/// There is none, in no place.
macro_rules! never_sent {
    ($($type:ty)+) => {$(
        #[diagnostic::do_not_recommend]
        impl PathValue for $type {
            fn path_text(&self) -> Cow<'_, str> {
                match *self {}
            }
        }
    )+};
}
never_sent!(NotTaken NotWanted);

macro_rules! not_wanted {
    ($($type:ty: $nothing:expr;)+) => {$(
        #[diagnostic::do_not_recommend]
        impl FromSource<'_, $type> for NotWanted {
            fn from_source(_: &$type) -> Result<Self, Unfit> {
                Err(Unfit::Refused("is asked for, and this connector cannot ask for it"))
            }

            fn from_given(source: &$type) -> Result<Option<Self>, Unfit> {
                if *source == $nothing { Ok(None) } else { Self::from_source(source).map(Some) }
            }
        }
    )+};
}
not_wanted! {
    bool: false;
    AuthenticationType: AuthenticationType::NoThreeDs;
}

/// Small values, which are copied: not a blanket over `Copy`, beside which nothing could be said of an
/// `Option`.
macro_rules! copied {
    ($($type:ty)+) => {$(
        #[diagnostic::do_not_recommend]
        impl FromSource<'_, $type> for $type {
            fn from_source(source: &$type) -> Result<Self, Unfit> {
                Ok(*source)
            }
        }

        #[diagnostic::do_not_recommend]
        impl FromSource<'_, Option<$type>> for $type {
            fn from_source(source: &Option<$type>) -> Result<Self, Unfit> {
                source.ok_or(Unfit::Absent)
            }
        }
    )+};
}
copied!(bool u8 u16 u32 u64 i8 i16 i32 i64 MinorUnit Money Currency Country);

/// A value of the flow's data, and how it is named there. A struct, because its method knows the type
/// of the value when rustc looks at the field's, and names both where they do not fit.
#[derive(Debug)]
pub struct Source<'a, S>(pub &'a S, pub &'static str);

impl<'a, S> Source<'a, S> {
    /// Fills one field; called by the derive. `None` where the data has no value, or one that the
    /// processor does not take; the encoder keeps the reason.
    pub fn fill<T: FromSource<'a, S>>(self, encoder: &mut Encoder) -> Option<T> {
        let Self(source, field) = self;
        match T::from_source(source) {
            Ok(value) => Some(value),
            Err(unfit) => {
                encoder.refuse(unfit.of(field));
                None
            }
        }
    }
}

impl Unfit {
    /// What is told of the field of the data that this is about; for transformers written by hand.
    #[must_use]
    pub const fn of(self, field: &'static str) -> BuildError {
        match self {
            Self::Absent => BuildError::Missing { field, connector: "", flow: "" },
            Self::Refused(problem) => BuildError::invalid(field, problem),
            Self::Amount(problem) => BuildError::Amount { field, problem },
            Self::Limit { wire, problem } => BuildError::Limit { field, wire, problem },
        }
    }
}
