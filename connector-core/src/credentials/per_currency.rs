//! A key for each currency, where a processor keeps an account of each.

use super::{CredentialFields, CredentialsError};
use crate::money::Currency;
use crate::secret::Secret;

/// One secret for each currency: the field `api_key` of this type is `api_key_eur`, `api_key_usd`, … in
/// a set of credentials. At least one is there; a request in a currency without one is not built.
#[derive(Debug, Clone)]
pub struct PerCurrency(Box<[(Currency, Secret)]>);

impl PerCurrency {
    /// The one for this currency.
    #[must_use]
    pub fn of(&self, currency: Currency) -> Option<&Secret> {
        self.0.iter().find(|(known, _)| *known == currency).map(|(_, secret)| secret)
    }

    pub(super) fn take(
        fields: &mut CredentialFields,
        name: &'static str,
    ) -> Result<Self, CredentialsError> {
        let mut secrets = Vec::new();
        for field in fields.names_below(name) {
            let suffix = field.get(name.len().saturating_add(1)..).unwrap_or_default();
            // What is no currency stays, and is reported as unknown.
            let Ok(currency) = suffix.to_ascii_uppercase().parse() else { continue };
            secrets.push((currency, fields.take_named(&field, name)?));
        }
        if secrets.is_empty() {
            return Err(CredentialsError::Missing(name));
        }
        Ok(Self(secrets.into()))
    }
}
