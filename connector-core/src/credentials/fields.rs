//! A set of credentials as it comes from a file or the environment, before any connector reads it.

use std::collections::BTreeMap;
use std::fmt;

use serde::{Deserialize, de};

use super::hosts::base_url_field;
use super::{BaseUrls, CredentialField, CredentialsError};
use crate::secret::Secret;

/// Named secrets. No value is ever shown; an error names the field and what is wrong with it.
///
/// Some names mean the same to every connector: `environment` (`"test"`, the default, or `"live"`),
/// `base_url`, a host of the user's own, and `base_url_<name>`, one in the place of another host of
/// the connector. All others are the connector's; `describe` lists them.
///
/// ```
/// use connector_core::CredentialFields;
/// let fields = CredentialFields::from_json(br#"{"api_key": "sk_test_1"}"#)?;
/// assert_eq!(format!("{fields:?}"), r#"CredentialFields {"api_key": ***}"#);
/// # Ok::<(), connector_core::CredentialsError>(())
/// ```
#[derive(Clone, Default)]
pub struct CredentialFields(BTreeMap<Box<str>, Secret>);

impl CredentialFields {
    /// Reads a JSON object of texts.
    ///
    /// # Errors
    /// [`CredentialsError::Malformed`]; it never repeats a value.
    pub fn from_json(json: &[u8]) -> Result<Self, CredentialsError> {
        let json = json.strip_prefix(b"\xef\xbb\xbf").unwrap_or(json);
        // serde's own message for another kind of document would repeat the document.
        if json.trim_ascii_start().first() != Some(&b'{') {
            return Err(CredentialsError::Malformed("it does not start with `{`".to_owned()));
        }
        serde_json::from_slice(json).map_err(|error| CredentialsError::Malformed(error.to_string()))
    }

    /// Adds a field, or replaces it.
    #[must_use]
    pub fn with(mut self, name: &str, value: Secret) -> Self {
        self.0.insert(name.into(), value);
        self
    }

    /// The same names with masks for values, save for what says where the processor is and what the
    /// connector declares to be no secret. Requests that are built with them can be shown: there is no
    /// secret in them that could leak.
    #[must_use]
    pub fn redacted(&self, declared: &[CredentialField]) -> Self {
        let masked = self.0.iter().map(|(name, value)| {
            let is_open = is_open(name, declared);
            (name.clone(), if is_open { value.clone() } else { Secret::new(Secret::MASK) })
        });
        Self(masked.collect())
    }

    /// The values that nobody is to see.
    pub(crate) fn secrets(&self, declared: &[CredentialField]) -> Vec<Secret> {
        let closed = self.0.iter().filter(|(name, _)| !is_open(name, declared));
        closed.map(|(_, value)| value.clone()).collect()
    }

    /// Takes a field out.
    ///
    /// # Errors
    /// [`CredentialsError`] where it is missing or empty.
    pub fn take(&mut self, name: &'static str) -> Result<Secret, CredentialsError> {
        self.take_named(name, name)
    }

    /// The same, of a field that belongs to the declared one.
    pub(super) fn take_named(
        &mut self,
        field: &str,
        name: &'static str,
    ) -> Result<Secret, CredentialsError> {
        let value = self.take_text(field, name)?;
        if value.expose().contains(char::is_control) {
            return Err(CredentialsError::ControlCharacter(name));
        }
        Ok(value)
    }

    /// Takes out a certificate or a key, which has several lines. A mask stands for one, so that what
    /// is built of it can be shown.
    pub(super) fn take_pem(&mut self, name: &'static str) -> Result<Secret, CredentialsError> {
        let value = self.take_text(name, name)?;
        let is_pem = value.expose().trim_start().starts_with("-----BEGIN ");
        if !is_pem && value.expose() != Secret::MASK {
            return Err(CredentialsError::NotPem(name));
        }
        Ok(value)
    }

    fn take_text(&mut self, field: &str, name: &'static str) -> Result<Secret, CredentialsError> {
        match self.0.remove(field) {
            None => Err(CredentialsError::Missing(name)),
            Some(value) if value.expose().trim().is_empty() => Err(CredentialsError::Empty(name)),
            Some(value) => Ok(value),
        }
    }

    /// The names that are this one with more behind `_`.
    pub(super) fn names_below(&self, name: &str) -> Vec<Box<str>> {
        let below =
            |known: &str| known.strip_prefix(name).is_some_and(|rest| rest.starts_with('_'));
        self.0.keys().filter(|known| below(known)).cloned().collect()
    }

    /// Takes a field out that may be absent.
    ///
    /// # Errors
    /// [`CredentialsError`] where it is empty.
    pub(crate) fn take_optional(
        &mut self,
        name: &'static str,
    ) -> Result<Option<Secret>, CredentialsError> {
        self.0.contains_key(name).then(|| self.take(name)).transpose()
    }

    /// Takes out the field of this name, and every `<name>_…` beside it.
    ///
    /// # Errors
    /// [`CredentialsError`] where one of them is empty.
    pub(crate) fn take_all(&mut self, name: &'static str) -> Result<Vec<Secret>, CredentialsError> {
        let beside = self.names_below(name);
        let mut taken: Vec<Secret> = self.take_optional(name)?.into_iter().collect();
        for field in beside {
            taken.push(self.take_named(&field, name)?);
        }
        Ok(taken)
    }

    /// Takes out what may be absent, and may be of any form.
    pub(super) fn remove(&mut self, name: &str) -> Option<Secret> {
        self.0.remove(name)
    }

    /// Refuses what nobody took: a field that is misspelt is a field that is missing.
    pub(crate) fn finish(
        self,
        known: &[CredentialField],
        main: BaseUrls,
        others: &[(&'static str, BaseUrls)],
    ) -> Result<(), CredentialsError> {
        // A field that is known may be left over where another one was wrong.
        let is_known = |name: &str| known.iter().any(|field| field.is_called(name));
        let Some(field) = self.0.into_keys().find(|name| !is_known(name)) else { return Ok(()) };
        // Where names and values are swapped, the name is the secret.
        let is_a_name = |name: &str| {
            name.len() <= 32 && name.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_')
        };
        let field = if is_a_name(&field) { field } else { Secret::MASK.into() };
        let names = known.iter().map(CredentialField::example_name);
        let names = names.chain(["environment", "base_url"].map(str::to_owned));
        let names = names.chain(main.merchant_part().map(base_url_field));
        let names = names.chain(others.iter().map(|(name, _)| base_url_field(name)));
        let expected = names.map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ");
        Err(CredentialsError::Unknown { field, expected })
    }
}

/// Whether a field is no secret: it says where the processor is, which no credential's name does (the
/// derive of `Auth` sees to it), or is declared so.
fn is_open(name: &str, declared: &[CredentialField]) -> bool {
    matches!(name, "environment" | "base_url" | "webhook_url" | "webhook_id")
        || name.starts_with("base_url_")
        || declared.iter().any(|field| !field.is_secret && field.name == name)
}

impl fmt::Debug for CredentialFields {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("CredentialFields ")?;
        f.debug_map().entries(&self.0).finish()
    }
}

impl<'de> Deserialize<'de> for CredentialFields {
    fn deserialize<D: de::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Fields;

        impl<'de> de::Visitor<'de> for Fields {
            type Value = CredentialFields;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object of texts")
            }

            fn visit_map<A: de::MapAccess<'de>>(
                self,
                mut map: A,
            ) -> Result<CredentialFields, A::Error> {
                let mut fields = BTreeMap::new();
                while let Some(name) = map.next_key::<Box<str>>()? {
                    // serde's own message would repeat a number or a truth value that was meant
                    // to be a secret.
                    let value = map.next_value::<Box<serde_json::value::RawValue>>()?;
                    let value: Secret = serde_json::from_str(value.get()).map_err(|_| {
                        de::Error::custom(format_args!("the field `{name}` must be a text"))
                    })?;
                    if fields.insert(name.clone(), value).is_some() {
                        return Err(de::Error::custom(format_args!(
                            "the field `{name}` is there twice"
                        )));
                    }
                }
                Ok(CredentialFields(fields))
            }
        }

        deserializer.deserialize_map(Fields)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::credentials::CredentialKind;

    #[test]
    fn no_error_repeats_a_value() {
        for wrong in [
            r#"{"api_key": 31337}"#,
            r#"{"api_key": {"x": "31337"}}"#,
            r#"{"api_key": "31337", "api_key": "31337"}"#,
            r#"["31337"]"#,
            r#""31337""#,
            r#"{"api_key": "31337"#,
        ] {
            let error = CredentialFields::from_json(wrong.as_bytes()).unwrap_err().to_string();
            assert!(!error.contains("31337"), "{wrong}: {error}");
        }
    }

    #[test]
    fn what_is_declared_to_be_no_secret_is_no_secret() {
        let name = CredentialField {
            name: "merchant_account",
            description: "",
            kind: CredentialKind::Text,
            is_secret: false,
        };
        let fields = CredentialFields::default().with("api_key", Secret::new("k-1"));
        let fields = fields.with("merchant_account", Secret::new("A_long_name_of_a_shop"));
        let secrets = |declared: &[CredentialField]| {
            let secrets = fields.secrets(declared);
            secrets.iter().map(|secret| secret.expose().to_owned()).collect::<Vec<_>>()
        };
        assert_eq!(secrets(&[name]), ["k-1"]);
        assert_eq!(secrets(&[]), ["k-1", "A_long_name_of_a_shop"]);
        let mut shown = fields.redacted(&[name]);
        assert_eq!(shown.take("merchant_account").unwrap().expose(), "A_long_name_of_a_shop");
        assert_eq!(shown.take("api_key").unwrap().expose(), Secret::MASK);
    }

    #[test]
    fn a_misspelt_field_is_named_with_those_that_there_are() {
        let known = [CredentialField {
            name: "api_key",
            description: "",
            kind: CredentialKind::Text,
            is_secret: true,
        }];
        let fields = CredentialFields::default().with("apikey", Secret::new("x"));
        assert_eq!(
            fields.finish(&known, BaseUrls { live: "", test: "" }, &[]).unwrap_err().to_string(),
            "the credentials have the field `apikey`, which is unknown here; \
             expected `api_key`, `environment`, `base_url`"
        );
    }
}
