//! A scheme of authentication, as a type.

use std::fmt::Debug;

use bytes::Bytes;
use serde::Serialize;

use super::{CredentialFields, CredentialsError};
use crate::request::BuildError;

/// The credentials of one processor and how they get into a request.
///
/// Derive it on a struct of [`Secret`](crate::Secret)s where the processor wants them in a body (a
/// request field then says `from = auth.…`), or name a function for anything else:
/// `#[auth(authorize = sign)]`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a set of credentials",
    label = "not credentials",
    note = "use `BearerAuth`, or consider adding `#[derive(connector_core::Auth)]` to `{Self}`"
)]
pub trait Auth: Debug + Send + Sync + 'static {
    /// How it is called in `describe`.
    const SCHEME: &'static str;
    /// What a set of credentials has to name.
    const FIELDS: &'static [CredentialField];

    /// Takes its fields out of a set of credentials.
    ///
    /// # Errors
    /// [`CredentialsError`] that names the field which is missing.
    fn from_fields(fields: &mut CredentialFields) -> Result<Self, CredentialsError>
    where
        Self: Sized;

    /// Puts the credentials into a request that is otherwise complete.
    ///
    /// # Errors
    /// [`BuildError`] where a credential cannot be written, such as a key with a line break.
    fn authorize(&self, request: &mut http::Request<Bytes>) -> Result<(), BuildError>;
}

/// One field of a set of credentials.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct CredentialField {
    /// Its name in the JSON object, and in upper case in the environment.
    pub name: &'static str,
    /// What it is and where to find it.
    pub description: &'static str,
}
