//! What `describe` says of functions, bodies and keys: read from the declarations, as the functions
//! that are called are.

use connector_core::prelude::*;
use connector_core::{Body, BuildError, FlowDescription, Integration, Registered};
use http::HeaderMap;

use super::{Payment, Problem, capture, connection};

#[derive(Debug, Connector)]
#[connector(name = "told", base_url = "https://host", auth = BearerAuth, error = Problem)]
#[connector(headers = of_all, base_urls(files = "https://files"))]
struct Told;

fn of_all(_: &BearerAuth) -> Result<HeaderMap, BuildError> {
    Ok(HeaderMap::new())
}

fn of_capture(_: &Take<'_>) -> Result<HeaderMap, BuildError> {
    Ok(HeaderMap::new())
}

#[derive(ConnectorFlow)]
#[connector_flow(ignores(connector_transaction_id = "not the point"))]
#[connector_flow(connector = Told, flow_name = PSync, http_method = Get, url = "/", response = Payment)]
struct Ask;

#[derive(ConnectorFlow)]
#[connector_flow(connector = Told, flow_name = Capture, http_method = Post, url = "/", response = Payment)]
#[connector_flow(ignores(amount_to_capture = "left out here"))]
#[connector_flow(body = Form, envelope = "capture", headers = of_capture, error = Problem)]
#[connector_flow(base_url = files)]
struct Take<'a> {
    #[connector_flow(from = request.connector_transaction_id)]
    id: &'a PaymentId,
    #[connector_flow(header = "Key", from = request.idempotency_key)]
    key: &'a IdempotencyKey,
}

fn described(name: &str) -> FlowDescription {
    let told: &dyn connector_core::AnyConnector = &Registered::<Told>::NEW;
    told.describe().flows.into_iter().find(|flow| flow.name == name).unwrap()
}

#[test]
fn a_question_has_no_body_and_the_functions_of_the_connector() {
    let ask = described("PSync");
    assert_eq!((ask.body, ask.idempotency_key, ask.base_url), (None, None, None));
    let hooks: Vec<_> = ask.hooks.iter().map(|hook| (hook.key, hook.function)).collect();
    assert_eq!(hooks, [("headers", "of_all")]);
}

#[test]
fn an_order_has_its_body_its_key_its_host_and_all_functions() {
    let take = described("Capture");
    let content_type = "application/x-www-form-urlencoded";
    let body = Body { form: "form", envelope: Some("capture"), content_type: Some(content_type) };
    assert_eq!(take.body, Some(body));
    assert_eq!(take.idempotency_key.map(|key| (key.place, key.name)), Some(("header", "key")));
    assert_eq!(take.base_url, Some("files"));
    let hooks: Vec<_> = take.hooks.iter().map(|hook| (hook.key, hook.function)).collect();
    assert_eq!(hooks, [("headers", "of_all"), ("headers", "of_capture"), ("error", "Problem")]);
}

#[test]
fn what_is_described_is_what_is_sent() {
    let sent = connection::<Told>().build_request(&capture()).unwrap();
    let body = <Told as Integration<Capture>>::DECLARATION.body.unwrap();
    assert_eq!(sent.headers()["content-type"], body.content_type.unwrap());
}
