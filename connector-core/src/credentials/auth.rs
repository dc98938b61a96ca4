//! A scheme of authentication, as a type.

use std::fmt::Debug;

use bytes::Bytes;
use http::HeaderValue;
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

/// A header made of secrets, which no log of HTTP headers shows. `field` names the credential that is
/// to blame where the text cannot be a header's.
///
/// ```
/// use connector_core::sensitive_header;
/// let header = sensitive_header("token", &["Token ", "t-1"])?;
/// assert!(header.is_sensitive());
/// assert!(sensitive_header("token", &["line\nbreak"]).is_err());
/// # Ok::<(), connector_core::BuildError>(())
/// ```
///
/// # Errors
/// [`BuildError::Credential`] where the parts have a line break or another control character.
pub fn sensitive_header(field: &'static str, parts: &[&str]) -> Result<HeaderValue, BuildError> {
    let text = Bytes::from(parts.concat());
    let unusable = |_| BuildError::Credential { field };
    let mut header = HeaderValue::from_maybe_shared(text).map_err(unusable)?;
    header.set_sensitive(true);
    Ok(header)
}

/// One field of a set of credentials.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct CredentialField {
    /// Its name in the JSON object, and in upper case in the environment.
    pub name: &'static str,
    /// What it is and where to find it.
    pub description: &'static str,
}
