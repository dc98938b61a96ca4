//! What the derive of `FlowResponse` calls for a field that is an id.

use super::Fault;
use crate::id::{PaymentId, RefundId};

/// A field that is an id of the type `Id`, always there or not.
#[diagnostic::on_unimplemented(
    message = "a field of the type `{Self}` cannot be told as a `{Id}`",
    label = "declared as `{Self}`",
    note = "declare it as `{Id}` or `Option<{Id}>`; or as `Box<str>`, where it is an id of one kind in one flow and of another in another"
)]
pub trait IdField<Id> {
    /// The id as it stands there.
    fn text(&self) -> Option<&str>;
    /// The id, where it is there.
    fn checked(self) -> Result<Option<Id>, Fault>;
}

macro_rules! ids {
    ($($id:ident)+) => {$(
        impl IdField<Self> for $id {
            fn text(&self) -> Option<&str> {
                Some(self.as_str())
            }

            fn checked(self) -> Result<Option<Self>, Fault> {
                Ok(Some(self))
            }
        }

        #[diagnostic::do_not_recommend]
        impl IdField<$id> for Box<str> {
            fn text(&self) -> Option<&str> {
                Some(self)
            }

            fn checked(self) -> Result<Option<$id>, Fault> {
                Ok(Some($id::new(self)?))
            }
        }
    )+};
}
ids!(PaymentId RefundId);

#[diagnostic::do_not_recommend]
impl<Id, T: IdField<Id>> IdField<Id> for Option<T> {
    fn text(&self) -> Option<&str> {
        self.as_ref()?.text()
    }

    fn checked(self) -> Result<Option<Id>, Fault> {
        self.map_or(Ok(None), T::checked)
    }
}

/// How a field of the type `T` tells an id. One function for all that the derive needs of it, so that
/// rustc reports a wrong type once.
#[derive(Debug)]
pub struct IdReader<T, Id> {
    /// The id as it stands there.
    pub text: fn(&T) -> Option<&str>,
    /// The id, where it is there.
    pub told: fn(T) -> Result<Option<Id>, Fault>,
}

/// The reader of a field that is an id.
#[must_use]
pub const fn id_reader<T: IdField<Id>, Id>() -> IdReader<T, Id> {
    IdReader { text: T::text, told: T::checked }
}
