//! A set of credentials as it comes from a file or the environment, before any connector reads it.

use std::collections::BTreeMap;
use std::fmt;

use serde::{Deserialize, de};

use super::{BaseUrl, BaseUrlError, BaseUrls, CredentialField, Environment, Hosts};
use crate::id::IdError;
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

/// What is wrong with a set of credentials.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CredentialsError {
    /// Not JSON, or JSON that is not an object of texts.
    #[error("the credentials are not a JSON object of texts: {0}")]
    Malformed(String),
    /// A field that the connector needs is not there.
    #[error("the credentials lack the field `{0}`")]
    Missing(&'static str),
    /// A field that is there and empty.
    #[error("the credentials' field `{0}` is empty")]
    Empty(&'static str),
    /// A line break or another control character: the sign of a value that was cut or pasted wrongly.
    #[error("the credentials' field `{0}` has a line break or another control character")]
    ControlCharacter(&'static str),
    /// A text that is not in PEM form, where a certificate or a key belongs.
    #[error("the credentials' field `{0}` is not in PEM form (`-----BEGIN …`)")]
    NotPem(&'static str),
    /// A text that cannot be the name of an account.
    #[error("the credentials' field `{field}` {error}")]
    Account {
        /// The field.
        field: &'static str,
        /// What is wrong with it.
        error: IdError,
    },
    /// A text that is no currency's code, where one belongs.
    #[error("the credentials' field `{0}` is not the code of a currency, such as EUR")]
    Currency(&'static str),
    /// A field that the connector does not know.
    #[error("the credentials have the field `{field}`, which is unknown here; expected {expected}")]
    Unknown {
        /// The field's name.
        field: Box<str>,
        /// The names that there are.
        expected: String,
    },
    /// A variable of the environment that is no text.
    #[error("the value of the variable `{variable}` is not UTF-8")]
    NotUtf8 {
        /// The variable's name.
        variable: String,
    },
    /// `environment` is neither test nor live.
    #[error("the credentials' field `environment` must be \"test\" or \"live\"")]
    Environment,
    /// The live host is each merchant's own, and the credentials do not say which this one's is.
    #[error(
        "the processor has a live host for each merchant, `{host}`: the credentials need the field \
         `{field}`, or a `base_url`"
    )]
    MerchantHost {
        /// The field that fills the host.
        field: String,
        /// The host, with the place that is to be filled.
        host: &'static str,
    },
    /// The merchant's part of the live host is no part of a host's name.
    #[error("the credentials' field `{field}` must be lower-case letters, digits and `-` alone")]
    MerchantPart {
        /// The field.
        field: String,
    },
    /// `base_url` cannot be appended to.
    #[error("the credentials' field `base_url` {0}")]
    BaseUrl(#[from] BaseUrlError),
}

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

    /// Takes out where the processor is: its main host, and the others by name.
    ///
    /// An own `base_url` is in the place of all hosts that have no own one (`base_url_<name>`): who
    /// names a host of theirs does not want a part of the requests at the processor's.
    pub(crate) fn take_hosts(
        &mut self,
        known: BaseUrls,
        others: &[(&'static str, BaseUrls)],
    ) -> Result<Hosts, CredentialsError> {
        let environment = match self.0.remove("environment") {
            None => Environment::default(),
            Some(text) => text.expose().parse().map_err(|()| CredentialsError::Environment)?,
        };
        let own: Option<BaseUrl> = match self.0.remove("base_url") {
            None => None,
            Some(own) => Some(own.expose().parse()?),
        };
        let part = self.take_merchant_part(known)?;
        let mut urls = Vec::with_capacity(others.len());
        for (name, known) in others {
            let url = match (self.0.remove(&*base_url_field(name)), &own) {
                (Some(other), _) => other.expose().parse()?,
                (None, Some(own)) => own.clone(),
                (None, None) => known.of(environment).parse()?,
            };
            urls.push((*name, url));
        }
        let main = match (own, known.merchant_part()) {
            (Some(own), _) => own,
            (None, Some(name)) if environment == Environment::Live => {
                let Some(part) = part else {
                    let field = base_url_field(name);
                    return Err(CredentialsError::MerchantHost { field, host: known.live });
                };
                known.live.replace(&format!("{{{name}}}"), &part).parse()?
            }
            (None, _) => known.of(environment).parse()?,
        };
        Ok(Hosts { main, others: urls })
    }

    /// Takes out what is the merchant's of the live host. Nothing that could end the host's name or
    /// lead to another one: the credentials would go there.
    fn take_merchant_part(&mut self, known: BaseUrls) -> Result<Option<String>, CredentialsError> {
        let Some(field) = known.merchant_part().map(base_url_field) else { return Ok(None) };
        let Some(part) = self.0.remove(&*field) else { return Ok(None) };
        let part = part.expose();
        let plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
        let ends_well = !part.starts_with('-') && !part.ends_with('-');
        if part.is_empty() || part.len() > 63 || !ends_well || !part.bytes().all(plain) {
            return Err(CredentialsError::MerchantPart { field });
        }
        Ok(Some(part.to_owned()))
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

/// The field that names a host in the place of one of the connector's others.
pub(crate) fn base_url_field(name: &str) -> String {
    format!("base_url_{name}")
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

    const OWN: BaseUrls =
        BaseUrls { live: "https://{prefix}-live.acme.test/v1", test: "https://acme.test/v1" };

    fn main_host(json: &str) -> Result<String, String> {
        let mut fields = CredentialFields::from_json(json.as_bytes()).unwrap();
        let hosts = fields.take_hosts(OWN, &[]).map_err(|error| error.to_string())?;
        fields.finish(&[], OWN, &[]).unwrap();
        Ok(hosts.main.as_str().to_owned())
    }

    #[test]
    fn a_live_host_that_is_the_merchants_own_is_filled_and_never_guessed() {
        let live = main_host(r#"{"environment": "live", "base_url_prefix": "a1-shop"}"#);
        assert_eq!(live.unwrap(), "https://a1-shop-live.acme.test/v1");
        assert_eq!(main_host("{}").unwrap(), "https://acme.test/v1");
        let test = main_host(r#"{"base_url_prefix": "a1-shop"}"#);
        assert_eq!(test.unwrap(), "https://acme.test/v1");
        let own = main_host(r#"{"environment": "live", "base_url": "https://own.test"}"#);
        assert_eq!(own.unwrap(), "https://own.test");
        assert_eq!(
            main_host(r#"{"environment": "live"}"#).unwrap_err(),
            "the processor has a live host for each merchant, `https://{prefix}-live.acme.test/v1`: \
             the credentials need the field `base_url_prefix`, or a `base_url`"
        );
    }

    #[test]
    fn the_merchants_part_cannot_lead_to_another_host() {
        for wrong in ["", "evil.test/", "evil.test#", "a.b", "user@x", "A1", "-a", "a-", "ü", "a b"]
        {
            let json = format!(r#"{{"environment": "live", "base_url_prefix": "{wrong}"}}"#);
            let error = main_host(&json).unwrap_err();
            assert!(error.ends_with("must be lower-case letters, digits and `-` alone"), "{error}");
        }
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
