//! Whether a value can be made of the whole request, where it does not say of which fields: of one that cannot, rustc says
//! that, and of what the request lacks nothing is known.

use std::marker::PhantomData;

use super::FromSource;

/// The question whether a `T` can be made of an `S`. As of [`Probe`](crate::dispatch::probe::Probe), the answer is the
/// inherent constant where there is one.
#[derive(Debug)]
pub struct FillProbe<T, S>(PhantomData<(T, S)>);

impl<T: FromSource<'static, S>, S: 'static> FillProbe<T, S> {
    /// It can.
    pub const FILLS: bool = true;
}

/// The answer where nothing better is known.
pub trait NoFill {
    /// It cannot.
    const FILLS: bool = false;
}

impl<T, S> NoFill for FillProbe<T, S> {}
