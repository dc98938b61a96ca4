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

/// The id as it stands in a field.
pub fn id_text<T: IdField<Id>, Id>(field: &T) -> Option<&str> {
    field.text()
}

/// Where an id of a response goes. A struct, because its method knows the type of the place when
/// rustc looks at the field's, and reports that one where they differ.
#[derive(Debug)]
pub struct TellingId<'a, Id>(pub &'a mut Option<Id>);

impl<Id> TellingId<'_, Id> {
    /// Takes a field over, where it tells something.
    ///
    /// # Errors
    /// A text that is no id.
    pub fn tell<T: IdField<Id>>(self, field: T) -> Result<(), Fault> {
        *self.0 = field.checked()?;
        Ok(())
    }
}
