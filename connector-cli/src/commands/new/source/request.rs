//! The request of a flow.

use crate::commands::new::auth::AuthKind;
use crate::commands::new::draft::Draft;
use crate::commands::new::endpoint::Method;
use crate::commands::new::flow::Flow;

pub(super) fn request(draft: &Draft, flow: &Flow) -> String {
    let (connector, kind, url) = (draft.name.type_name(), flow.kind, flow.endpoint.template.text());
    let method = match flow.endpoint.method {
        Method::Get => "Get",
        Method::Post => "Post",
    };
    let mut fields = String::new();
    if draft.auth == AuthKind::Body {
        let auth = draft.name.auth_type();
        fields += &format!("    #[connector_flow(from = auth)]\n    credentials: &'a {auth},\n");
    }
    for (name, value) in &flow.fields {
        let (source, ty) = (value.source, value.ty);
        fields += &format!("    #[connector_flow(from = {source})]\n    {name}: &'a {ty},\n");
    }
    let (wire, name, response) = (flow.endpoint.method.name(), kind.name, kind.response);
    format!(
        r#"/// What became of a {thing}: `{wire} {url}`.
#[derive(ConnectorFlow)]
#[connector_flow(
    connector = {connector},
    flow_name = {name},
    http_method = {method},
    url = {url:?},
    response = {response},
)]
struct {name}Request<'a> {{
{fields}}}
"#,
        thing = kind.thing
    )
}
