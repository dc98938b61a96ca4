//! Whether a field of a request writes an amount as the processor counts: by its type, whatever its name is, as the
//! amount in the wrong unit would be sent.

use std::marker::PhantomData;

use super::FromSource;
use crate::connector::Integration;
use crate::flow::Flow;
use crate::money::Money;

/// The question whether `T` takes every currency to have the decimals of ISO 4217. As of
/// [`Probe`](crate::dispatch::probe::Probe), the answer is the inherent constant where there is one.
#[derive(Debug)]
pub struct CountProbe<T>(PhantomData<T>);

/// Each type that can be filled from an amount can be filled from one that may be absent, and so can its `Option`.
impl<T: FromSource<'static, Option<Money>>> CountProbe<T> {
    /// It says so itself.
    pub const IS_ISO: bool = T::COUNTS_AS_ISO;
}

/// The answer where nothing better is known.
pub trait NoCount {
    /// It is no amount.
    const IS_ISO: bool = false;
}

impl<T> NoCount for CountProbe<T> {}

/// Stops the compiler where the connector counts some currencies in a way of its own, and an amount of a
/// request does not.
#[track_caller]
pub const fn counts_as<C: Integration<F>, F: Flow>(is_iso: bool) {
    assert!(
        (C::DECIMALS.is_empty() && C::PRECISION.is_empty()) || !is_iso,
        "the connector counts some currencies otherwise than ISO 4217 (`decimals`, `precision`), and this amount does \
         not: its type is `Counted<…, …>`"
    );
}
