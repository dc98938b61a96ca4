//! Whether a field of a request writes an amount as the processor counts: by its type, whatever its name is, as the
//! amount in the wrong unit would be sent.

use std::marker::PhantomData;

use super::FromSource;
use crate::connector::Integration;
use crate::flow::Flow;
use crate::money::Money;
use crate::money::counted::is_not_stated;

/// How an amount is counted.
#[derive(Debug, Clone, Copy)]
pub enum Count {
    /// As ISO 4217 says.
    Iso,
    /// As the connector says; or it is no amount.
    Own,
    /// As a connector does that says of no currency how.
    Unstated,
}

/// The question whether `T` takes every currency to have the decimals of ISO 4217. As of
/// [`Probe`](crate::dispatch::probe::Probe), the answer is the inherent constant where there is one.
#[derive(Debug)]
pub struct CountProbe<T>(PhantomData<T>);

/// Each type that can be filled from an amount can be filled from one that may be absent, and so can its `Option`.
impl<T: FromSource<'static, Option<Money>>> CountProbe<T> {
    /// It says so itself.
    pub const COUNT: Count = if !T::IS_STATED {
        Count::Unstated
    } else if T::COUNTS_AS_ISO {
        Count::Iso
    } else {
        Count::Own
    };
}

/// The answer where nothing better is known.
pub trait NoCount {
    /// It is no amount.
    const COUNT: Count = Count::Own;
}

impl<T> NoCount for CountProbe<T> {}

/// Stops the compiler where the connector counts some currencies in a way of its own, and an amount of a
/// request does not.
#[track_caller]
pub const fn counts_as<C: Integration<F>, F: Flow>(count: Count) {
    if matches!(count, Count::Unstated) {
        is_not_stated::<C>();
    }
    assert!(
        (C::DECIMALS.is_empty() && C::PRECISION.is_empty()) || !matches!(count, Count::Iso),
        "the connector counts some currencies otherwise than ISO 4217 (`decimals`, `precision`), and this amount does \
         not: its type is `Counted<…, …>`"
    );
}
