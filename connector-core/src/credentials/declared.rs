//! What the derive of `Auth` calls. The turbofish of each call names the field's type, so that rustc
//! points there where the type does not fit.

use super::{CredentialFields, CredentialsError};
use crate::secret::Secret;

/// A field that holds a credential.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot hold a credential",
    label = "would be shown and logged",
    note = "declare it as `Secret`, which never shows what it holds"
)]
pub trait CredentialValue {
    /// Wraps the text.
    fn of_secret(secret: Secret) -> Self;
}

impl CredentialValue for Secret {
    fn of_secret(secret: Secret) -> Self {
        secret
    }
}

/// Takes one field out of a set of credentials.
///
/// # Errors
/// [`CredentialsError::Missing`] where it is not there.
pub fn credential<T: CredentialValue>(
    fields: &mut CredentialFields,
    name: &'static str,
) -> Result<T, CredentialsError> {
    fields.take(name).map(T::of_secret)
}
