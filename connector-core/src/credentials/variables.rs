//! Credentials from the variables of an environment.

use std::ffi::OsString;

use super::{CredentialFields, CredentialsError};
use crate::secret::Secret;

impl CredentialFields {
    /// The variable that holds a field of a connector: `CONNECTORS_<CONNECTOR>_<FIELD>`.
    ///
    /// ```
    /// use connector_core::CredentialFields;
    /// assert_eq!(CredentialFields::variable("stripe", "api_key"), "CONNECTORS_STRIPE_API_KEY");
    /// ```
    #[must_use]
    pub fn variable(connector: &str, field: &str) -> String {
        format!("CONNECTORS_{connector}_{field}").to_ascii_uppercase()
    }

    /// The fields of a connector among these variables; `None` where there is none. Every variable with the
    /// connector's name is one of its fields, and the connector itself refuses what it does not know.
    ///
    /// ```
    /// use connector_core::CredentialFields;
    /// let credentials = CredentialFields::from_variables("stripe", std::env::vars_os())?;
    /// # assert!(credentials.is_none());
    /// # Ok::<(), connector_core::CredentialsError>(())
    /// ```
    ///
    /// # Errors
    /// [`CredentialsError::NotUtf8`]; it never repeats a value.
    pub fn from_variables(
        connector: &str,
        variables: impl IntoIterator<Item = (OsString, OsString)>,
    ) -> Result<Option<Self>, CredentialsError> {
        let prefix = Self::variable(connector, "");
        let mut fields: Option<Self> = None;
        for (name, value) in variables {
            let Some(field) = name.to_str().and_then(|name| name.strip_prefix(&prefix)) else {
                continue;
            };
            let value = value
                .into_string()
                .map_err(|_| CredentialsError::NotUtf8 { variable: format!("{prefix}{field}") })?;
            let known = fields.unwrap_or_default();
            fields = Some(known.with(&field.to_ascii_lowercase(), Secret::new(value)));
        }
        Ok(fields)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn variables_of_this_connector_are_its_fields_and_no_others_are_read() {
        let variables = |pairs: &[(&str, &str)]| {
            let pairs: Vec<(OsString, OsString)> =
                pairs.iter().map(|(name, value)| (name.into(), value.into())).collect();
            CredentialFields::from_variables("stripe", pairs).unwrap()
        };
        let found =
            variables(&[("CONNECTORS_STRIPE_API_KEY", "k"), ("CONNECTORS_CHECKOUT_X", "x")]);
        assert_eq!(format!("{:?}", found.unwrap()), r#"CredentialFields {"api_key": ***}"#);
        assert!(variables(&[("STRIPE_API_KEY", "k")]).is_none());
    }

    #[cfg(unix)]
    #[test]
    fn a_value_that_is_not_utf8_is_not_repeated() {
        use std::os::unix::ffi::OsStringExt as _;
        let value = OsString::from_vec(vec![b's', 0xff]);
        let variables = [("CONNECTORS_STRIPE_API_KEY".into(), value)];
        let error = CredentialFields::from_variables("stripe", variables).unwrap_err();
        assert_eq!(
            error.to_string(),
            "the value of the variable `CONNECTORS_STRIPE_API_KEY` is not UTF-8"
        );
    }
}
