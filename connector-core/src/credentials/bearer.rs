//! `Authorization: Bearer …` (RFC 6750).

use bytes::Bytes;
use http::header::AUTHORIZATION;

use super::{
    Auth, CredentialField, CredentialFields, CredentialKind, CredentialsError, Occasion,
    sensitive_header,
};
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
        kind: CredentialKind::Text,
        is_secret: true,
    }];

    const HEADERS: &'static [&'static str] = &["authorization"];

    fn from_fields(fields: &mut CredentialFields) -> Result<Self, CredentialsError> {
        Ok(Self { api_key: fields.take("api_key")? })
    }

    fn authorize(
        &self,
        request: &mut http::Request<Bytes>,
        _: &Occasion<'_>,
    ) -> Result<(), BuildError> {
        let value = sensitive_header("api_key", &["Bearer ", self.api_key.expose()])?;
        request.headers_mut().insert(AUTHORIZATION, value);
        Ok(())
    }
}
