//! The credentials, where they are not one key behind `Bearer`.

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
    format!(
        r#"/// What {title} gives to a merchant. How both headers are called is the processor's to say.
#[derive(Debug, Auth)]
pub struct {auth} {{
    /// The merchant's name at {title}; the page that shows it is named here.
    #[auth(header = "{merchant}")]
    merchant: Secret,
    /// The secret key of the account; the page that shows it is named here.
    #[auth(header = "{api_key}")]
    api_key: Secret,
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
