//! `Authorization: Bearer …` (RFC 6750).

use bytes::Bytes;
use http::header::{AUTHORIZATION, HeaderValue};

use super::{Auth, CredentialField, CredentialFields, CredentialsError};
use crate::request::BuildError;
use crate::secret::Secret;

/// One key, sent as `Authorization: Bearer <api_key>`.
#[derive(Debug, Clone)]
pub struct BearerAuth {
    api_key: Secret,
}

impl Auth for BearerAuth {
    const SCHEME: &'static str = "bearer";
    const FIELDS: &'static [CredentialField] = &[CredentialField {
        name: "api_key",
        description: "the secret key of the account, sent as `Authorization: Bearer`",
    }];

    fn from_fields(fields: &mut CredentialFields) -> Result<Self, CredentialsError> {
        Ok(Self {
            api_key: fields.take("api_key")?,
        })
    }

    fn authorize(&self, request: &mut http::Request<Bytes>) -> Result<(), BuildError> {
        let value = Bytes::from(["Bearer ", self.api_key.expose()].concat());
        let mut value = HeaderValue::from_maybe_shared(value)
            .map_err(|_| BuildError::Credential { field: "api_key" })?;
        value.set_sensitive(true);
        request.headers_mut().insert(AUTHORIZATION, value);
        Ok(())
    }
}
