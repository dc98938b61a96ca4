//! How a field of a request takes its value from the flow's data: `from = request.…`.

use super::BuildError;
use crate::money::{MinorUnit, Money};

/// A field type that can be filled from a value of the type `S`.
///
/// It borrows (`&T` from a `T`), copies (`T` from a `T` that is `Copy`), insists (`&T` from an
/// `Option<T>`: absent is an error that names the field) or passes on (`Option<&T>` from an
/// `Option<T>`).
#[diagnostic::on_unimplemented(
    message = "a field of the type `{Self}` cannot be filled from a `{S}`",
    label = "declared as `{Self}`",
    note = "borrow what the data has (`&'a {S}`): ids and texts are not copied; or write `TryFrom<&RouterData<F>>` for the request by hand"
)]
pub trait FromSource<'a, S>: Sized {
    /// The value; `None` where the data has none.
    fn from_source(source: &'a S) -> Option<Self>;
}

#[diagnostic::do_not_recommend]
impl<'a, T> FromSource<'a, T> for &'a T {
    fn from_source(source: &'a T) -> Option<Self> {
        Some(source)
    }
}

#[diagnostic::do_not_recommend]
impl<'a, T> FromSource<'a, Option<T>> for &'a T {
    fn from_source(source: &'a Option<T>) -> Option<Self> {
        source.as_ref()
    }
}

#[diagnostic::do_not_recommend]
impl<'a, T> FromSource<'a, Option<T>> for Option<&'a T> {
    fn from_source(source: &'a Option<T>) -> Option<Self> {
        Some(source.as_ref())
    }
}

/// Where the wire has the amount alone, in minor units.
#[diagnostic::do_not_recommend]
impl FromSource<'_, Money> for MinorUnit {
    fn from_source(source: &Money) -> Option<Self> {
        Some(source.minor_amount)
    }
}

#[diagnostic::do_not_recommend]
impl FromSource<'_, Option<Money>> for Option<MinorUnit> {
    fn from_source(source: &Option<Money>) -> Option<Self> {
        Some(source.map(|money| money.minor_amount))
    }
}

impl<T: Copy> FromSource<'_, T> for T {
    fn from_source(source: &T) -> Option<Self> {
        Some(*source)
    }
}

/// Fills one field; called by the derive.
///
/// # Errors
/// [`BuildError::Missing`] where the data has no value.
pub fn filled_from<'a, T, S>(source: &'a S, field: &'static str) -> Result<T, BuildError>
where
    T: FromSource<'a, S>,
{
    T::from_source(source).ok_or(BuildError::Missing { field, connector: "", flow: "" })
}
