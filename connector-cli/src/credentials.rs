//! Credentials from a file or the environment, never from an argument: those show in the process list.

use connector_core::{
    AnyConnection, AnyConnector, CredentialField, CredentialFields, CredentialKind,
    CredentialsError,
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
        None => {
            let name = connector.name();
            let found = CredentialFields::from_variables(name, std::env::vars_os());
            found.map_err(Failure::usage)?.ok_or_else(|| {
                Failure::usage(format!("no credentials for {name}\n{}", both_ways(connector)))
            })
        }
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
    CredentialFields::variable(connector, field)
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
