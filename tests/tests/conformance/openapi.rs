//! Requests, held against an OpenAPI description: the operation exists, what it requires is sent, and
//! nothing is sent that it does not know.

use bytes::Bytes;
use connector_core::Secret;
use connector_tests::merchant::{connect, made_up_credentials};
use connector_tests::question::Question;
use serde_json::Value;

/// The request that a connector builds for the described host.
fn request(connector: &str, server: &str, question: &Question) -> http::Request<Bytes> {
    let credentials = made_up_credentials(connector, str::to_owned);
    let connection = connect(connector, credentials.with("base_url", Secret::new(server)));
    let flow = connection.flow_by_name(question.flow()).unwrap();
    flow.build_request(&question.json()).unwrap()
}

/// The template that a path matches, the one with the most literal segments first.
fn template<'a>(paths: &'a Value, path: &str) -> &'a str {
    let matches = |template: &&String| {
        let (parts, segments) = (template.split('/'), path.split('/'));
        parts.clone().count() == segments.clone().count()
            && parts.zip(segments).all(|(part, segment)| part.starts_with('{') || part == segment)
    };
    let all = paths.as_object().unwrap().keys().filter(matches);
    let found = all.min_by_key(|template| template.matches('{').count());
    found.unwrap_or_else(|| panic!("{path} is not in the description"))
}

/// Fails unless the description knows what the connector sends.
#[track_caller]
pub(crate) fn assert_described(description: &Value, connector: &str, question: &Question) {
    let servers: Vec<&str> = description["servers"]
        .as_array()
        .unwrap()
        .iter()
        .map(|server| server["url"].as_str().unwrap().trim_end_matches('/'))
        .collect();
    let hosts = connectors::get(connector).unwrap().describe().base_urls;
    for host in [hosts.live, hosts.test] {
        assert!(servers.contains(&host), "{connector}: {host} is none of {servers:?}");
    }

    let request = request(connector, servers[0], question);
    let template = template(&description["paths"], request.uri().path());
    let method = request.method().as_str().to_ascii_lowercase();
    let operation = &description["paths"][template][&method];
    assert!(operation.is_object(), "{connector}: no {method} {template} in the description");

    let parameters: Vec<&Value> = [&description["paths"][template], operation]
        .iter()
        .filter_map(|place| place["parameters"].as_array())
        .flatten()
        .collect();
    let query = request.uri().query().unwrap_or_default();
    let query = percent_encoding::percent_decode_str(query).decode_utf8().unwrap();
    let sent: Vec<&str> = query
        .split('&')
        .filter(|pair| !pair.is_empty())
        .map(|pair| pair.split(['=', '[']).next().unwrap())
        .collect();
    for parameter in &parameters {
        let name = parameter["name"].as_str().unwrap();
        let there = match parameter["in"].as_str().unwrap() {
            "path" => template.contains(&format!("{{{name}}}")),
            "query" => sent.contains(&name),
            _ => request.headers().contains_key(name),
        };
        let required = parameter["required"] == Value::Bool(true);
        assert!(there || !required, "{connector} {template} lacks {name}");
    }
    for name in sent {
        let known = parameters.iter().any(|one| one["in"] == "query" && one["name"] == name);
        assert!(known, "{connector} {template} has no parameter {name}");
    }
    let secured = operation.get("security").or_else(|| description.get("security"));
    assert!(secured.is_none() || request.headers().contains_key("authorization"));
}
