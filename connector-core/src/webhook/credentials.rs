//! What of a set of credentials is for webhooks.

use super::scheme::{ID, SECRET, URL, WebhookScheme};
use crate::credentials::{CredentialFields, CredentialsError};
use crate::secret::Secret;

/// What of a set of credentials is for webhooks. All of it may be absent: who only asks needs none,
/// and a webhook that cannot be verified is refused.
#[derive(Debug, Default)]
pub(crate) struct WebhookCredentials {
    /// Every secret that is live. A processor signs with the new one before all know it, and with the
    /// old one a while after.
    pub(crate) secrets: Vec<Secret>,
    /// The address that the processor sends to.
    pub(crate) url: Option<Secret>,
    /// What the processor calls the registration.
    pub(crate) id: Option<Secret>,
}

impl WebhookCredentials {
    /// Takes out what the scheme uses.
    pub(crate) fn take(
        fields: &mut CredentialFields,
        scheme: Option<&WebhookScheme>,
    ) -> Result<Self, CredentialsError> {
        let mut taken = Self::default();
        for field in scheme.map(WebhookScheme::credentials).unwrap_or_default() {
            match field.name {
                SECRET => taken.secrets = fields.take_all(SECRET)?,
                ID => taken.id = fields.take_optional(ID)?,
                URL => taken.url = fields.take_optional(URL)?,
                _ => {}
            }
        }
        Ok(taken)
    }
}
