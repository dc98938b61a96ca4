//! The credentials, where they are not one key behind `Bearer`.

use super::WIDTH;
use crate::commands::new::auth::AuthKind;
use crate::commands::new::draft::Draft;

pub(super) fn credentials(draft: &Draft) -> Option<String> {
    match draft.auth {
        AuthKind::Bearer => None,
        AuthKind::TwoHeaders => Some(in_headers(draft)),
        AuthKind::Body => Some(in_body(draft)),
    }
}

fn in_headers(draft: &Draft) -> String {
    let (title, auth) = (draft.name.title(), draft.name.auth_type());
    let [merchant, api_key] = draft.headers();
    let result = "Result<(), BuildError>";
    let signature =
        format!("fn authorize<B>(auth: &{auth}, request: &mut http::Request<B>) -> {result} {{");
    let signature = if signature.len() <= WIDTH {
        signature
    } else {
        format!(
            "fn authorize<B>(\n    auth: &{auth},\n    request: &mut http::Request<B>,\n) -> \
             {result} {{"
        )
    };
    format!(
        r#"/// What {title} gives to a merchant.
#[derive(Debug, Auth)]
#[auth(scheme = "two headers", authorize = authorize)]
pub struct {auth} {{
    /// The merchant's name at {title}; the page that shows it is named here.
    merchant: Secret,
    /// The secret key of the account; the page that shows it is named here.
    api_key: Secret,
}}

/// How both headers are called is the processor's to say.
{signature}
    let merchant = sensitive_header("merchant", &[auth.merchant.expose()])?;
    let api_key = sensitive_header("api_key", &[auth.api_key.expose()])?;
    let headers = request.headers_mut();
    headers.insert("{merchant}", merchant);
    headers.insert("{api_key}", api_key);
    Ok(())
}}
"#
    )
}

fn in_body(draft: &Draft) -> String {
    let (title, auth) = (draft.name.title(), draft.name.auth_type());
    format!(
        r#"/// What {title} gives to a merchant. It stands in every body.
#[derive(Debug, Serialize, Auth)]
pub struct {auth} {{
    /// The merchant's name at {title}; the page that shows it is named here.
    #[serde(serialize_with = "connector_core::expose_secret")]
    merchant: Secret,
    /// The secret key of the account; the page that shows it is named here.
    #[serde(serialize_with = "connector_core::expose_secret")]
    api_key: Secret,
}}
"#
    )
}
