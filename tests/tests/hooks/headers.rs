//! `headers = function`, of the connector and of a flow.

use connector_core::prelude::*;
use connector_core::{BuildError, sensitive_header};
use http::{HeaderMap, HeaderValue};

use super::{Payment, Problem, capture, connection, psync};

#[derive(Debug, Connector)]
#[connector(
    name = "headed",
    base_url = "https://host",
    auth = BearerAuth,
    error = Problem,
    headers("Version" = "1", "Replaced" = "by the connector"),
    headers = of_the_connector,
)]
struct Headed;

fn of_the_connector(_: &BearerAuth) -> Result<HeaderMap, BuildError> {
    let mut headers = HeaderMap::new();
    headers.insert("account", sensitive_header("account", &["a-1"])?);
    headers.insert("replaced", HeaderValue::from_static("by its function"));
    Ok(headers)
}

#[derive(ConnectorFlow)]
#[connector_flow(connector = Headed, flow_name = PSync, http_method = Get, response = Payment)]
#[connector_flow(url = "/payments/{id}")]
struct Plain<'a> {
    #[connector_flow(from = request.connector_transaction_id)]
    id: &'a PaymentId,
}

#[derive(ConnectorFlow)]
#[connector_flow(connector = Headed, flow_name = Capture, http_method = Post, response = Payment)]
#[connector_flow(ignores(amount_to_capture = "left out here"))]
#[connector_flow(url = "/payments/{id}", headers = digest)]
struct Digested<'a> {
    #[connector_flow(from = request.connector_transaction_id)]
    id: &'a PaymentId,
    #[connector_flow(read_by = digest, from = request.idempotency_key)]
    key: &'a IdempotencyKey,
    #[connector_flow(header = "Of-A-Field", from = request.idempotency_key)]
    replaced: &'a IdempotencyKey,
}

fn digest(request: &Digested<'_>) -> Result<HeaderMap, BuildError> {
    let text = format!("{}:{}", request.id.as_str(), request.key.as_str());
    let value = HeaderValue::from_str(&text).map_err(|_| BuildError::Header { name: "digest" })?;
    let mut headers = HeaderMap::new();
    headers.append("digest", value);
    headers.append("digest", HeaderValue::from_static("second"));
    headers.insert("replaced", HeaderValue::from_static("by the flow"));
    headers.insert("of-a-field", HeaderValue::from_static("by the function"));
    Ok(headers)
}

#[test]
fn every_request_has_those_of_the_connector() {
    let request = connection::<Headed>().build_request(&psync()).unwrap();
    assert_eq!(request.headers()["version"], "1");
    assert_eq!(request.headers()["replaced"], "by its function");
    assert!(request.headers()["account"].is_sensitive());
}

#[test]
fn those_of_a_flow_replace_the_others() {
    let request = connection::<Headed>().build_request(&capture()).unwrap();
    assert_eq!(request.headers()["account"], "a-1");
    assert_eq!(request.headers()["replaced"], "by the flow");
    assert_eq!(request.headers()["of-a-field"], "by the function");
    let digests: Vec<_> = request.headers().get_all("digest").iter().collect();
    assert_eq!(digests, ["p/1:key-1", "second"]);
    assert!(request.body().is_empty(), "what is skipped goes nowhere by itself");
}
