//! The two forms of a function that authorizes a request: with what is true of the moment, or without.

use bytes::Bytes;

use super::Occasion;
use crate::request::BuildError;

/// A function that an author names for putting the credentials `A` into a request. `Form` tells the two
/// forms apart, and is never written: rustc finds it.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot authorize a request with the credentials `{A}`",
    label = "not such a function",
    note = "it is `fn(&{A}, &mut http::Request<Bytes>) -> Result<(), BuildError>`, or takes an `&Occasion<'_>` behind these"
)]
pub trait AuthorizeFn<A, Form> {
    /// Calls it.
    ///
    /// # Errors
    /// Its own.
    fn call(
        self,
        auth: &A,
        request: &mut http::Request<Bytes>,
        occasion: &Occasion<'_>,
    ) -> Result<(), BuildError>;
}

/// `fn(&A, &mut Request)`.
#[derive(Debug)]
pub enum OfRequest {}

/// `fn(&A, &mut Request, &Occasion)`.
#[derive(Debug)]
pub enum OfOccasion {}

#[diagnostic::do_not_recommend]
impl<A, T> AuthorizeFn<A, OfRequest> for T
where
    T: FnOnce(&A, &mut http::Request<Bytes>) -> Result<(), BuildError>,
{
    fn call(
        self,
        auth: &A,
        request: &mut http::Request<Bytes>,
        _: &Occasion<'_>,
    ) -> Result<(), BuildError> {
        self(auth, request)
    }
}

#[diagnostic::do_not_recommend]
impl<A, T> AuthorizeFn<A, OfOccasion> for T
where
    T: FnOnce(&A, &mut http::Request<Bytes>, &Occasion<'_>) -> Result<(), BuildError>,
{
    fn call(
        self,
        auth: &A,
        request: &mut http::Request<Bytes>,
        occasion: &Occasion<'_>,
    ) -> Result<(), BuildError> {
        self(auth, request, occasion)
    }
}

/// Calls the function that an author names.
///
/// # Errors
/// The function's own.
pub fn authorize_with<A, Form>(
    auth: &A,
    request: &mut http::Request<Bytes>,
    occasion: &Occasion<'_>,
    function: impl AuthorizeFn<A, Form>,
) -> Result<(), BuildError> {
    function.call(auth, request, occasion)
}
