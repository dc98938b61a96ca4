//! What the derive of `Auth` calls. The turbofish of each call names the field's type, so that rustc
//! points there where the type does not fit.

use super::{
    CredentialField, CredentialFields, CredentialKind, CredentialsError, Pem, PerCurrency,
};
use crate::id::MerchantAccount;
use crate::money::Currency;
use crate::secret::Secret;

/// A field that holds a credential.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot hold a credential",
    label = "would be shown and logged",
    note = "declare it as `Secret`, which never shows what it holds; as `Option<Secret>`, `PerCurrency` or `Pem` where it is one of these; as `MerchantAccount` or `Currency` where it is no secret"
)]
pub trait CredentialValue: Sized {
    /// What kind of field it is.
    const KIND: CredentialKind;
    /// Whether it lets somebody in. What does not is shown, and is left where a processor repeats it.
    const IS_SECRET: bool = true;

    /// Takes it out of a set of credentials.
    ///
    /// # Errors
    /// [`CredentialsError`] where it is missing or wrong.
    fn take(fields: &mut CredentialFields, name: &'static str) -> Result<Self, CredentialsError>;
}

impl CredentialValue for Secret {
    const KIND: CredentialKind = CredentialKind::Text;

    fn take(fields: &mut CredentialFields, name: &'static str) -> Result<Self, CredentialsError> {
        fields.take(name)
    }
}

#[diagnostic::do_not_recommend]
impl CredentialValue for MerchantAccount {
    const KIND: CredentialKind = CredentialKind::Text;
    const IS_SECRET: bool = false;

    fn take(fields: &mut CredentialFields, name: &'static str) -> Result<Self, CredentialsError> {
        let text = fields.take(name)?;
        Self::new(text.expose()).map_err(|error| CredentialsError::Account { field: name, error })
    }
}

/// Of the one account that is paid, where orders do not say it.
#[diagnostic::do_not_recommend]
impl CredentialValue for Currency {
    const KIND: CredentialKind = CredentialKind::Text;
    const IS_SECRET: bool = false;

    fn take(fields: &mut CredentialFields, name: &'static str) -> Result<Self, CredentialsError> {
        let text = fields.take(name)?.expose().to_ascii_uppercase();
        text.parse().map_err(|_| CredentialsError::Currency(name))
    }
}

#[diagnostic::do_not_recommend]
impl CredentialValue for Option<Secret> {
    const KIND: CredentialKind = CredentialKind::Optional;

    fn take(fields: &mut CredentialFields, name: &'static str) -> Result<Self, CredentialsError> {
        optional(fields, name)
    }
}

#[diagnostic::do_not_recommend]
impl CredentialValue for Option<MerchantAccount> {
    const KIND: CredentialKind = CredentialKind::Optional;
    const IS_SECRET: bool = MerchantAccount::IS_SECRET;

    fn take(fields: &mut CredentialFields, name: &'static str) -> Result<Self, CredentialsError> {
        optional(fields, name)
    }
}

fn optional<T: CredentialValue>(
    fields: &mut CredentialFields,
    name: &'static str,
) -> Result<Option<T>, CredentialsError> {
    match T::take(fields, name) {
        Err(CredentialsError::Missing(_)) => Ok(None),
        taken => taken.map(Some),
    }
}

#[diagnostic::do_not_recommend]
impl CredentialValue for PerCurrency {
    const KIND: CredentialKind = CredentialKind::PerCurrency;

    fn take(fields: &mut CredentialFields, name: &'static str) -> Result<Self, CredentialsError> {
        Self::take(fields, name)
    }
}

#[diagnostic::do_not_recommend]
impl CredentialValue for Pem {
    const KIND: CredentialKind = CredentialKind::Pem;

    fn take(fields: &mut CredentialFields, name: &'static str) -> Result<Self, CredentialsError> {
        fields.take_pem(name).map(Self::new)
    }
}

/// A field of the type `T`, as it is declared. One value for all that the derive needs of the type, so
/// that rustc reports a wrong one once.
#[derive(Debug)]
pub struct DeclaredCredential<T> {
    /// What `describe` shows.
    pub field: CredentialField,
    /// Takes it out of a set of credentials.
    pub take: fn(&mut CredentialFields, &'static str) -> Result<T, CredentialsError>,
}

/// One field of a set of credentials.
#[must_use]
pub const fn credential<T: CredentialValue>(
    name: &'static str,
    description: &'static str,
) -> DeclaredCredential<T> {
    let field = CredentialField { name, description, kind: T::KIND, is_secret: T::IS_SECRET };
    DeclaredCredential { field, take: T::take }
}
