//! The connector's file.

use super::credentials::credentials;
use super::request::request;
use super::response::response;
use crate::commands::new::auth::AuthKind;
use crate::commands::new::draft::Draft;

pub(in crate::commands::new) fn connector(draft: &Draft) -> String {
    let mut parts = vec![head(draft), declaration(draft)];
    parts.extend(credentials(draft));
    parts.extend(draft.flows().map(|flow| request(draft, flow)));
    parts.extend(draft.flows().map(response));
    parts.push(error(draft));
    parts.join("\n")
}

fn head(draft: &Draft) -> String {
    let title = draft.name.title();
    let about = match &draft.reference {
        Some((url, Some(date))) => format!("{title}. Reference: <{url}> (read {date})."),
        Some((url, None)) => format!("{title}. Reference: <{url}>."),
        None => format!(
            "{title}. Here belong the link to the processor's reference and the date of reading:\n\
             //! URLs, fields and words are taken from there."
        ),
    };
    let serde = if draft.auth == AuthKind::Body { "use serde::Serialize;\n" } else { "" };
    format!("//! {about}\n\nuse connector_core::prelude::*;\nuse http::StatusCode;\n{serde}")
}

fn declaration(draft: &Draft) -> String {
    let (title, name, ty) = (draft.name.title(), draft.name.text(), draft.name.type_name());
    let (auth, error, base_url) = (draft.auth_type(), draft.name.error_type(), &draft.base_url);
    format!(
        r#"/// {title}. A host of its own for tests is named by `test_base_url`.
#[derive(Debug, Clone, Copy, Connector)]
#[connector(
    name = "{name}",
    base_url = "{base_url}",
    auth = {auth},
    error = {error},
)]
pub struct {ty};
"#
    )
}

fn error(draft: &Draft) -> String {
    let error = draft.name.error_type();
    format!(
        r#"/// The body of an HTTP error.
#[derive(Deserialize)]
struct {error} {{
    code: Option<Box<str>>,
    message: Option<Box<str>>,
}}

impl ErrorResponse for {error} {{
    /// The HTTP status decides alone. Where the processor has codes for "there is no such payment" or
    /// "try again later", they decide before it.
    fn class(&self, status: StatusCode) -> ErrorClass {{
        ErrorClass::of_status(status)
    }}

    fn into_error(self) -> ProcessorError {{
        ProcessorError::new(self.code.as_deref(), self.message.as_deref())
    }}
}}
"#
    )
}
