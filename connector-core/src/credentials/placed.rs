//! What the derive of `Auth` calls to put credentials into a request.

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use bytes::Bytes;
use http::header::{AUTHORIZATION, HeaderName};
use zeroize::Zeroizing;

use super::declared::{CredentialValue, DeclaredCredential, credential};
use super::{
    CredentialField, CredentialFields, CredentialsError, Occasion, Pem, PerCurrency,
    sensitive_header,
};
use crate::id::MerchantAccount;
use crate::request::BuildError;
use crate::secret::Secret;

/// A credential that can be put into a request by itself.
#[diagnostic::on_unimplemented(
    message = "a `{Self}` cannot be sent as it is",
    label = "sent where?",
    note = "declare it as `Secret`, which never shows what it holds; an `Option<Secret>`, a `PerCurrency` and a `MerchantAccount` can be sent in a header, too"
)]
pub trait SentCredential: CredentialValue {
    /// The one that is to be sent on this occasion; `None` where it is optional and absent.
    ///
    /// # Errors
    /// [`BuildError`] where the request says too little to choose one.
    fn chosen(
        &self,
        occasion: &Occasion<'_>,
        field: &'static str,
    ) -> Result<Option<&str>, BuildError>;
}

impl SentCredential for Secret {
    fn chosen(&self, _: &Occasion<'_>, _: &'static str) -> Result<Option<&str>, BuildError> {
        Ok(Some(self.expose()))
    }
}

impl SentCredential for Option<Secret> {
    fn chosen(&self, _: &Occasion<'_>, _: &'static str) -> Result<Option<&str>, BuildError> {
        Ok(self.as_ref().map(Secret::expose))
    }
}

impl SentCredential for MerchantAccount {
    fn chosen(&self, _: &Occasion<'_>, _: &'static str) -> Result<Option<&str>, BuildError> {
        Ok(Some(self.as_str()))
    }
}

impl SentCredential for PerCurrency {
    fn chosen(
        &self,
        occasion: &Occasion<'_>,
        field: &'static str,
    ) -> Result<Option<&str>, BuildError> {
        let currency = occasion.currency()?;
        let key = self.of(currency).map(Secret::expose);
        key.map(Some).ok_or(BuildError::NoKeyForCurrency { field, currency })
    }
}

/// A credential that is sent, as it is declared: all that the derive needs of its type.
#[derive(Debug)]
pub struct PlacedCredential<T> {
    /// What `describe` shows.
    pub field: CredentialField,
    /// Takes it out of a set of credentials.
    pub take: fn(&mut CredentialFields, &'static str) -> Result<T, CredentialsError>,
    /// The one that is to be sent on an occasion.
    pub chosen: Chosen<T>,
}

type Chosen<T> =
    for<'a> fn(&'a T, &Occasion<'_>, &'static str) -> Result<Option<&'a str>, BuildError>;

/// One field of a set of credentials that is sent.
#[must_use]
pub const fn placed_credential<T: SentCredential>(
    name: &'static str,
    description: &'static str,
) -> PlacedCredential<T> {
    let DeclaredCredential { field, take } = credential::<T>(name, description);
    PlacedCredential { field, take, chosen: T::chosen }
}

/// A credential in a header, behind a prefix such as `Bearer `.
///
/// # Errors
/// [`BuildError::Credential`] where it cannot be a header's.
pub fn header_credential(
    request: &mut http::Request<Bytes>,
    name: HeaderName,
    prefix: &'static str,
    (field, credential): (&'static str, Option<&str>),
) -> Result<(), BuildError> {
    if let Some(credential) = credential {
        let value = sensitive_header(field, &[prefix, credential])?;
        request.headers_mut().insert(name, value);
    }
    Ok(())
}

/// `Authorization: Basic` (RFC 7617) of a user and a password, of which one may be absent.
///
/// # Errors
/// [`BuildError::UserWithColon`] where the user has a colon, behind which the password would begin.
pub fn basic_credentials(
    request: &mut http::Request<Bytes>,
    (field, user): (&'static str, Option<&str>),
    password: Option<&str>,
) -> Result<(), BuildError> {
    let user = user.unwrap_or_default();
    if user.contains(':') {
        return Err(BuildError::UserWithColon { field });
    }
    let password = password.unwrap_or_default();
    let pair = Zeroizing::new([user, ":", password].concat());
    let encoded = Zeroizing::new(BASE64_STANDARD.encode(pair.as_bytes()));
    let value = sensitive_header(field, &["Basic ", &encoded])?;
    request.headers_mut().insert(AUTHORIZATION, value);
    Ok(())
}

/// The access token, as `Authorization: Bearer` (RFC 6750).
///
/// # Errors
/// [`BuildError::Unsaid`] where there is none.
pub fn access_token(
    request: &mut http::Request<Bytes>,
    occasion: &Occasion<'_>,
) -> Result<(), BuildError> {
    let token = occasion.access_token()?;
    let value = sensitive_header("access_token", &["Bearer ", token.expose()])?;
    request.headers_mut().insert(AUTHORIZATION, value);
    Ok(())
}

/// A certificate or a key, for the TLS handshake.
#[diagnostic::on_unimplemented(
    message = "a `{Self}` is no certificate and no key",
    label = "not in PEM form",
    note = "declare it as `Pem`"
)]
pub trait IsPem {
    /// The text.
    fn pem(&self) -> Pem;
}

impl IsPem for Pem {
    fn pem(&self) -> Pem {
        self.clone()
    }
}

/// A certificate or a key, for the TLS handshake.
pub fn pem<T: IsPem>(field: &T) -> Pem {
    field.pem()
}
