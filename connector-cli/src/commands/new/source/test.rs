//! The test of the connector: the request of each flow, and what each word means.

use super::WIDTH;
use super::imports::imports;
use crate::commands::new::auth::AuthKind;
use crate::commands::new::base_url;
use crate::commands::new::draft::Draft;
use crate::commands::new::endpoint::Method;
use crate::commands::new::flow::Flow;

/// A test against the public interface of the crate `krate`; `head` stands before all else.
pub(in crate::commands::new) fn test(draft: &Draft, krate: &str, head: &str) -> String {
    let (title, connector) = (draft.name.title(), draft.name.type_name());
    let mut core = vec!["Connection", "CredentialFields", "RouterData"];
    for flow in draft.flows() {
        let kind = flow.kind;
        core.extend([kind.name, kind.id.ty, kind.data, kind.status]);
        if flow.uses_payment_of_refund() {
            core.push("PaymentId");
        }
        if flow.uses_reference() {
            core.push("MerchantReference");
        }
    }
    core.sort_unstable();
    core.dedup();
    let own = imports(krate, vec![&connector]);
    let core = imports("connector_core", core);
    // rustfmt sorts crates too.
    let uses = if *own < *core { own + &core } else { core + &own };
    let credentials = draft.auth.example();
    let mut text = format!(
        r##"//! {title}: the requests that are built, and what each word of a reply means.
{head}
{uses}
fn connection() -> Connection<{connector}> {{
    let credentials = br#"{credentials}"#;
    Connection::new(CredentialFields::from_json(credentials).unwrap()).unwrap()
}}
"##
    );
    for flow in draft.flows() {
        text += &data(flow);
        text += &request(draft, flow);
        text += &words(flow);
    }
    text
}

fn data(flow: &Flow) -> String {
    let kind = flow.kind;
    let (thing, name, data) = (kind.thing, kind.name, kind.data);
    let (ty, example) = (kind.id.ty, kind.id.example);
    let mut lines = Vec::new();
    if flow.uses_payment_of_refund() {
        lines.push(
            r#"data.request.connector_transaction_id = Some(PaymentId::new("pay/1").unwrap());"#,
        );
    }
    if flow.uses_reference() {
        lines.push(r#"let reference = Some(MerchantReference::new("order/1").unwrap());"#);
        lines.push("data.resource_common_data.connector_request_reference_id = reference;");
    }
    let question = format!("{data}::new({ty}::new({example:?}).unwrap())");
    let body = if lines.is_empty() {
        format!("    RouterData::new({question})\n")
    } else {
        format!(
            "    let question = {question};\n    let mut data = RouterData::<{name}>::new(question);\n    \
             {}\n    data\n",
            lines.join("\n    ")
        )
    };
    format!("\nfn {thing}() -> RouterData<{name}> {{\n{body}}}\n")
}

fn request(draft: &Draft, flow: &Flow) -> String {
    let thing = flow.kind.thing;
    let endpoint = &flow.endpoint;
    let path = base_url::path(&draft.base_url)
        + &endpoint.template.filled(|placeholder| flow.example(placeholder));
    let method = endpoint.method.name();
    let mut checks = vec![
        format!("assert_eq!(request.method(), {method:?});"),
        variable("path", &format!("{path:?}")),
        "assert_eq!(request.uri().path_and_query().unwrap(), path);".to_owned(),
    ];
    match draft.auth {
        AuthKind::Bearer => {
            checks.push(
                r#"assert_eq!(request.headers()["authorization"], "Bearer key-1");"#.to_owned(),
            );
        }
        AuthKind::TwoHeaders => {
            let values = ["merchant-1", "key-1"];
            checks.extend(draft.headers().iter().zip(values).map(|(header, value)| {
                format!("assert_eq!(request.headers()[{header:?}], {value:?});")
            }));
        }
        AuthKind::Body => {}
    }
    if endpoint.method == Method::Post {
        checks.push(variable("body", &body(draft, flow)));
        checks.push("assert_eq!(request.body(), body);".to_owned());
    }
    let checks = checks.join("\n    ");
    format!(
        "\n#[test]\nfn a_{thing}_is_asked_for() {{\n    let request = \
         connection().build_request(&{thing}()).unwrap();\n    {checks}\n}}\n"
    )
}

/// A `let` of one line or, where rustfmt would break it, of two.
fn variable(name: &str, literal: &str) -> String {
    let line = format!("let {name} = {literal};");
    let length = line.len().saturating_add(4);
    if length <= WIDTH { line } else { format!("let {name} =\n        {literal};") }
}

/// The expected body as a literal.
fn body(draft: &Draft, flow: &Flow) -> String {
    let mut members = Vec::new();
    if draft.auth == AuthKind::Body {
        members.push(format!(r#""credentials":{}"#, draft.auth.example().replace(' ', "")));
    }
    members.extend(flow.body().map(|(name, value)| format!("{name:?}:{:?}", value.example)));
    if members.is_empty() {
        return r#""""#.to_owned();
    }
    format!("r#\"{{{}}}\"#", members.join(","))
}

fn words(flow: &Flow) -> String {
    let kind = flow.kind;
    let (thing, status) = (kind.thing, kind.status);
    let id = kind.id.example;
    let mut lines = String::new();
    for word in &flow.words {
        let meaning = match &word.meaning {
            Some(meaning) => format!("Some({status}::{meaning})"),
            None => "None".to_owned(),
        };
        lines += &format!("        ({:?}, {meaning}),\n", word.text);
    }
    format!(
        r##"
#[test]
fn each_word_of_a_{thing}_has_its_meaning() {{
    for (word, meaning) in [
{lines}        // Nobody has documented it, so nothing is concluded from it.
        ("a word of tomorrow", Some({status}::Pending)),
    ] {{
        let amount = r#""amount": 4200, "currency": "EUR""#;
        let reply = format!(r#"{{{{"id": "{id}", "status": {{word:?}}, {{amount}}}}}}"#);
        let outcome = connection().handle_response(&{thing}(), http::Response::new(reply.into()));
        let told = outcome.status().map(|told| told.status);
        assert_eq!(told, meaning, "{{word}}: {{outcome:?}}");
    }}
}}
"##
    )
}
