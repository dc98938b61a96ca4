//! What the derive of `FlowResponse` calls for fields that are parts of an error.

use super::ProcessorError;
use crate::data::ResponseData;

/// A field that is a part of an error, always there or not.
#[diagnostic::on_unimplemented(
    message = "a field of the type `{Self}` cannot be a part of an error",
    label = "neither a text nor an integer",
    note = "declare it as `Box<str>` or as an integer, in an `Option` where it is not always there"
)]
pub trait ErrorPart {
    /// As it is told; `None` where it is not there or blank.
    fn part(self) -> Option<Box<str>>;
}

impl ErrorPart for Box<str> {
    fn part(self) -> Option<Box<str>> {
        Some(self).filter(|text| !text.trim().is_empty())
    }
}

macro_rules! integers {
    ($($integer:ty)+) => {$(
        #[diagnostic::do_not_recommend]
        impl ErrorPart for $integer {
            fn part(self) -> Option<Box<str>> {
                Some(self.to_string().into())
            }
        }
    )+};
}
integers!(i8 i16 i32 i64 u8 u16 u32 u64);

#[diagnostic::do_not_recommend]
impl<T: ErrorPart> ErrorPart for Option<T> {
    fn part(self) -> Option<Box<str>> {
        self.and_then(T::part)
    }
}

/// The text of a part.
pub fn error_part<T: ErrorPart>(field: T) -> Option<Box<str>> {
    field.part()
}

/// The error, where it tells something and the status is no success: many processors send "approved"
/// as a code with one.
pub fn unless_succeeded<R: ResponseData>(
    response: &R,
    error: ProcessorError,
) -> Option<ProcessorError> {
    Some(error).filter(|error| !response.has_succeeded() && *error != ProcessorError::default())
}
