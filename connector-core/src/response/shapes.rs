//! What the derive of `FlowResponse` calls for an enum: an answer that comes in several shapes.
//!
//! Each shape is tried on the same bytes. serde's untagged enums put a copy between, in which the
//! digits of an amount are a float already, and of the reasons they tell none.

use http::StatusCode;

use super::{
    ErrorResponse, FlowResponse, Integrity, Outcome, ReadError, ResponseBody, StatusBy, Unit,
};
use crate::flow::Flow;
use crate::router_data::RouterData;
use crate::status::StatusMapping;

/// A shape: its name, and how it is read.
pub(crate) type Shape<R> = (&'static str, fn(ResponseBody<'_>) -> Result<R, ReadError>);

/// Reads the first shape that fits.
///
/// # Errors
/// Why each of them does not.
pub fn first_shape<R>(body: ResponseBody<'_>, shapes: &[Shape<R>]) -> Result<R, ReadError> {
    let mut reasons = Vec::new();
    let (mut other_form, mut nothing_came) = (None, false);
    for (name, read) in shapes {
        match read(body) {
            Ok(response) => return Ok(response),
            Err(ReadError::Shape(reason)) => reasons.push(format!("`{name}`: {reason}")),
            Err(error @ ReadError::OtherForm { .. }) => other_form = Some(error),
            // One of the others may say all by its HTTP status.
            Err(ReadError::Empty) => nothing_came = true,
            // Half a document, or no text: no shape can be read of that.
            Err(error) => return Err(error),
        }
    }
    match other_form {
        Some(error) if reasons.is_empty() => Err(error),
        None if reasons.is_empty() && nothing_came => Err(ReadError::Empty),
        _ => Err(ReadError::Shape(reasons.join("; "))),
    }
}

/// How a shape of the type `T` is read, and what it says about the flow `F`. One function for all that
/// the derive needs of it, so that rustc reports a wrong type once.
#[derive(Debug)]
pub struct ShapeReader<T, F: Flow> {
    /// The table of its words.
    pub mappings: &'static [StatusMapping],
    /// The unit of its amounts.
    pub unit: Option<Unit>,
    /// The function that makes the status of them.
    pub status_by: Option<StatusBy>,
    /// The success that it means by itself, without a reason why none means a failure.
    pub by_itself: Option<&'static str>,
    /// Where it tells the id and the amount.
    pub integrity: Integrity,
    /// Reads it.
    pub read: fn(ResponseBody<'_>) -> Result<T, ReadError>,
    /// What it says.
    pub outcome: fn(T, &RouterData<F>) -> Outcome<F>,
}

/// A shape that is a response of its own.
#[must_use]
pub const fn shape<T: FlowResponse<F>, F: Flow>() -> ShapeReader<T, F> {
    ShapeReader {
        mappings: T::STATUSES,
        unit: T::UNIT,
        status_by: T::STATUS_BY,
        by_itself: T::BY_ITSELF,
        integrity: T::INTEGRITY,
        read: T::read,
        outcome: T::into_outcome,
    }
}

/// A shape that is an error, in a success.
#[must_use]
pub const fn error_shape<T: ErrorResponse, F: Flow>() -> ShapeReader<T, F> {
    let outcome = |error, _: &RouterData<F>| Outcome::of_error(error, StatusCode::OK);
    // Nothing of an error is held against what was asked.
    let integrity = Integrity::UNSAID;
    ShapeReader {
        mappings: &[],
        unit: None,
        status_by: None,
        by_itself: None,
        integrity,
        read: T::read,
        outcome,
    }
}

/// What the first of the shapes says that says anything: the function that makes its status, the success that it means
/// by itself.
#[must_use]
pub const fn first_said<T: Copy>(mut shapes: &[Option<T>]) -> Option<T> {
    while let [first, rest @ ..] = shapes {
        if first.is_some() {
            return *first;
        }
        shapes = rest;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_a_shape_where_it_is_one_of_them() {
        let shapes: &[Shape<&str>] = &[
            ("Document", |body| body.json::<u8>().map(|_| "document")),
            ("Nothing", |body| body.empty::<()>().map(|()| "nothing")),
        ];
        let empty = ResponseBody::new(b"");
        assert_eq!(first_shape(empty.with_status(StatusCode::NO_CONTENT), shapes), Ok("nothing"));
        assert_eq!(first_shape(empty, shapes), Err(ReadError::Empty));
        assert_eq!(first_shape(ResponseBody::new(b"1"), shapes), Ok("document"));
    }
}
