//! What the derive of `ConnectorFlow` calls. The turbofish of each call names the field's type, so
//! that rustc points there where the type does not fit.

use super::{BuildError, HeaderText};
use crate::flow::Flow;
use crate::router_data::RouterData;
use crate::url::{PathValue, QueryValue};

/// A field in the path.
pub fn path_value<T: PathValue>(field: &T) -> &dyn PathValue {
    field
}

/// A field in the query.
pub fn query_value<T: QueryValue>(field: &T) -> &dyn QueryValue {
    field
}

/// A field in a header.
pub fn header_value<T: HeaderText>(field: &T) -> &dyn HeaderText {
    field
}

/// A request with a transformer written by hand.
#[diagnostic::on_unimplemented(
    message = "nobody says how a `{Self}` is filled",
    label = "no field of it says where its value comes from",
    note = "mark each field with its source, `#[connector_flow(from = request.…)]`, or implement `TryFrom<&RouterData<{F}>>` for it by hand"
)]
pub trait Transformed<'a, F: Flow>: Sized {
    /// Makes the request of the data.
    fn transformed(data: &'a RouterData<F>) -> Result<Self, BuildError>;
}

#[diagnostic::do_not_recommend]
impl<'a, F: Flow, T> Transformed<'a, F> for T
where
    T: TryFrom<&'a RouterData<F>, Error: Into<BuildError>>,
{
    fn transformed(data: &'a RouterData<F>) -> Result<Self, BuildError> {
        T::try_from(data).map_err(Into::into)
    }
}

/// Calls the transformer written by hand.
///
/// # Errors
/// Whatever it returns.
pub fn transformed<'a, F: Flow, T: Transformed<'a, F>>(
    data: &'a RouterData<F>,
) -> Result<T, BuildError> {
    T::transformed(data)
}
