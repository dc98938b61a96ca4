//! Credentials from a file or the environment, never from an argument: those show in the process list.

use std::ffi::OsString;

use connector_core::{
    AnyConnection, AnyConnector, CredentialField, CredentialFields, CredentialKind,
    CredentialsError, Secret,
};

use crate::failure::Failure;
use crate::input::Input;

/// The credentials for this connector. Where a file is given, the environment does not count.
pub(crate) fn find(
    connector: &dyn AnyConnector,
    file: Option<&Input>,
) -> Result<CredentialFields, Failure> {
    match file {
        Some(file) => {
            let fields = CredentialFields::from_json(&file.read()?);
            fields.map_err(|error| Failure::within(file, error))
        }
        None => from_environment(connector, std::env::vars_os())?.ok_or_else(|| {
            let name = connector.name();
            Failure::usage(format!("no credentials for {name}\n{}", both_ways(connector)))
        }),
    }
}

/// The connector with these credentials, which are from the file, where one was named.
pub(crate) fn connect(
    connector: &dyn AnyConnector,
    credentials: CredentialFields,
    file: Option<&Input>,
) -> Result<Box<dyn AnyConnection>, Failure> {
    connector.connect(credentials).map_err(|error| {
        let refused = refused(connector, &error);
        file.map_or_else(|| Failure::usage(&refused), |file| Failure::within(file, &refused))
    })
}

/// Why the connector does not take the credentials.
fn refused(connector: &dyn AnyConnector, error: &CredentialsError) -> String {
    match error {
        CredentialsError::Missing(_) => format!("{error}\n{}", both_ways(connector)),
        _ => error.to_string(),
    }
}

/// The variable that holds a field.
pub(crate) fn variable(connector: &str, field: &str) -> String {
    format!("CONNECTORS_{connector}_{field}").to_ascii_uppercase()
}

/// Every variable with the connector's prefix is a field; the connector itself refuses what it does not
/// know. `None` where there is none.
fn from_environment(
    connector: &dyn AnyConnector,
    variables: impl Iterator<Item = (OsString, OsString)>,
) -> Result<Option<CredentialFields>, Failure> {
    let prefix = variable(connector.name(), "");
    let mut fields = None;
    for (name, value) in variables {
        let Some(field) = name.to_str().and_then(|name| name.strip_prefix(&prefix)) else {
            continue;
        };
        let value = value
            .into_string()
            .map_err(|_| Failure::usage(format!("the value of `{prefix}{field}` is not UTF-8")))?;
        let known = fields.unwrap_or_else(CredentialFields::default);
        fields = Some(known.with(&field.to_ascii_lowercase(), Secret::new(value)));
    }
    Ok(fields)
}

fn both_ways(connector: &dyn AnyConnector) -> String {
    let description = connector.describe();
    let needed = |field: &&CredentialField| field.kind != CredentialKind::Optional;
    let fields = description.credentials.iter().filter(needed);
    let fields: Vec<String> = fields.map(CredentialField::example_name).collect();
    let json: Vec<String> = fields.iter().map(|name| format!("\"{name}\": \"…\"")).collect();
    let variables: Vec<String> =
        fields.iter().map(|name| variable(description.name, name)).collect();
    let hosts: Vec<String> = description.hosts().skip(1).collect();
    let webhooks = description.webhook.as_ref().map_or(&[][..], |webhook| webhook.credentials);
    let webhooks: Vec<String> = webhooks.iter().map(CredentialField::example_name).collect();
    let webhooks = if webhooks.is_empty() {
        String::new()
    } else {
        format!("\n  for webhooks, too:   {}", webhooks.join(", "))
    };
    format!(
        "  in a file:           --credentials FILE, with {{{}}}\n  \
           in the environment:  {}\n  \
           optional in both:    environment (\"test\" or \"live\"), {}{webhooks}",
        json.join(", "),
        variables.join(", "),
        hosts.join(", "),
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lookup;

    #[test]
    fn variables_of_this_connector_are_its_fields_and_no_others_are_read() {
        let stripe = lookup::connector("stripe").unwrap();
        let variables = |pairs: &[(&str, &str)]| {
            let pairs: Vec<(OsString, OsString)> =
                pairs.iter().map(|(name, value)| (name.into(), value.into())).collect();
            from_environment(stripe, pairs.into_iter()).unwrap()
        };
        let found =
            variables(&[("CONNECTORS_STRIPE_API_KEY", "k"), ("CONNECTORS_CHECKOUT_X", "x")]);
        assert_eq!(format!("{:?}", found.unwrap()), r#"CredentialFields {"api_key": ***}"#);
        assert!(variables(&[("STRIPE_API_KEY", "k")]).is_none());
    }
}
