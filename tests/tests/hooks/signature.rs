//! Signatures over the finished request: `#[auth(authorize = …)]` for every flow, `sign = …` for one.

use bytes::Bytes;
use connector_core::prelude::*;
use connector_core::signature::http_date;
use connector_core::{BuildError, Moment, Occasion, sensitive_header};
use hmac::{Hmac, KeyInit as _, Mac as _};
use http::{HeaderValue, Request};
use sha2::{Digest as _, Sha256};

use super::{Payment, Problem, capture, psync, void};

#[derive(Debug, Auth)]
#[auth(scheme = "hmac", authorize = authorize)]
struct Signed {
    /// The key.
    api_key: Secret,
}

#[derive(Debug, Connector)]
#[connector(name = "signing", base_url = "https://host", auth = Signed, error = Problem)]
struct Signing;

/// The date stands in the request, so that the signature depends on nothing else.
fn authorize(
    auth: &Signed,
    request: &mut Request<Bytes>,
    occasion: &Occasion<'_>,
) -> Result<(), BuildError> {
    request.headers_mut().insert("date", http_date(occasion.time()?)?);
    let digest = HeaderValue::from_str(&hex(&Sha256::digest(request.body())));
    request
        .headers_mut()
        .insert("digest", digest.map_err(|_| BuildError::Header { name: "digest" })?);
    let signature = signature(auth.api_key.expose(), request);
    request.headers_mut().insert("signature", sensitive_header("api_key", &[&signature])?);
    Ok(())
}

/// Over method, path and query, date, digest and body: what the server checks, too.
fn signature(key: &str, request: &Request<Bytes>) -> String {
    let mut mac = Hmac::<Sha256>::new_from_slice(key.as_bytes()).unwrap();
    mac.update(request.method().as_str().as_bytes());
    mac.update(request.uri().path_and_query().unwrap().as_str().as_bytes());
    for name in ["date", "digest"] {
        mac.update(request.headers()[name].as_bytes());
    }
    mac.update(request.body());
    hex(&mac.finalize().into_bytes())
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

#[derive(ConnectorFlow)]
#[connector_flow(connector = Signing, flow_name = PSync, http_method = Get, response = Payment)]
#[connector_flow(url = "/payments/{id}?expand=all")]
struct Ask<'a> {
    #[connector_flow(from = request.connector_transaction_id)]
    id: &'a PaymentId,
}

#[derive(ConnectorFlow)]
#[connector_flow(connector = Signing, flow_name = Capture, http_method = Post, response = Payment)]
#[connector_flow(ignores(amount_to_capture = "left out here"))]
#[connector_flow(no_idempotency = "left out here")]
#[connector_flow(url = "/payments")]
struct Take<'a> {
    #[connector_flow(from = request.connector_transaction_id)]
    id: &'a PaymentId,
}

#[derive(ConnectorFlow)]
#[connector_flow(connector = Signing, flow_name = Void, http_method = Post, response = Payment)]
#[connector_flow(no_idempotency = "left out here")]
#[connector_flow(url = "/voids", sign = by_body)]
struct LetGo<'a> {
    #[connector_flow(from = request.connector_transaction_id)]
    id: &'a PaymentId,
}

fn by_body(auth: &Signed, request: &mut Request<Bytes>) -> Result<(), BuildError> {
    let digest = hex(&Sha256::digest([auth.api_key.expose().as_bytes(), request.body()].concat()));
    request.headers_mut().insert("body-signature", sensitive_header("api_key", &[&digest])?);
    Ok(())
}

fn now() -> Moment {
    Moment::at(std::time::SystemTime::now())
}

fn connection() -> connector_core::Connection<Signing> {
    super::connection()
}

#[test]
fn the_signature_covers_the_request_as_it_is_sent() {
    let asked = connection().build_request_at(&psync(), &now()).unwrap();
    let took = connection().build_request_at(&capture(), &now()).unwrap();
    for request in [&asked, &took] {
        assert_eq!(request.headers()["signature"], signature("k", request).as_str());
        assert!(request.headers()["signature"].is_sensitive());
    }
    assert_ne!(asked.headers()["signature"], took.headers()["signature"]);
}

#[test]
fn a_change_of_any_part_changes_the_signature() {
    let request = connection().build_request_at(&capture(), &now()).unwrap();
    let signed = request.headers()["signature"].clone();
    let changes: [fn(&mut Request<Bytes>); 4] = [
        |request| *request.method_mut() = http::Method::PUT,
        |request| *request.uri_mut() = "https://host/refunds".parse().unwrap(),
        |request| *request.body_mut() = Bytes::from_static(b"{}"),
        |request| drop(request.headers_mut().insert("date", HeaderValue::from_static("0"))),
    ];
    for change in changes {
        let mut changed = request.clone();
        change(&mut changed);
        assert_ne!(signature("k", &changed).as_bytes(), signed.as_bytes());
    }
}

#[test]
fn a_flow_may_be_signed_in_another_way() {
    let request = connection().build_request(&void()).unwrap();
    let expected = hex(&Sha256::digest(*br#"k{"id":"p/1"}"#));
    assert_eq!(request.headers()["body-signature"], expected.as_str());
    assert!(!request.headers().contains_key("signature"), "in the place of the connector's");
}
