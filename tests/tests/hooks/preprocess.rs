//! `preprocess = function` and `error = Type`.

use bytes::Bytes;
use connector_core::prelude::*;

use super::{Payment, Problem, answer, capture, connection, psync, void};

#[derive(Debug, Connector)]
#[connector(name = "wrapped", base_url = "https://host", auth = BearerAuth, error = Problem)]
#[connector(preprocess = unwrapped)]
struct Wrapped;

/// Answers begin with the key, as a stand-in for being encrypted with it.
fn unwrapped(_: &BearerAuth, body: &Bytes) -> Result<Bytes, &'static str> {
    if body.starts_with(b"k:") { Ok(body.slice(2..)) } else { Err("is not encrypted for us") }
}

fn reversed(_: &BearerAuth, body: &Bytes) -> Result<Bytes, &'static str> {
    Ok(body.iter().rev().copied().collect())
}

#[derive(ConnectorFlow)]
#[connector_flow(ignores(connector_transaction_id = "not the point"))]
#[connector_flow(connector = Wrapped, flow_name = PSync, http_method = Get, url = "/", response = Payment)]
struct Ask;

#[derive(ConnectorFlow)]
#[connector_flow(connector = Wrapped, flow_name = Capture, http_method = Post, url = "/", response = Payment)]
#[connector_flow(ignores(
    connector_transaction_id = "not the point",
    amount_to_capture = "left out here"
))]
#[connector_flow(no_idempotency = "left out here")]
#[connector_flow(preprocess = reversed)]
struct Take;

#[derive(ConnectorFlow)]
#[connector_flow(ignores(connector_transaction_id = "not the point"))]
#[connector_flow(connector = Wrapped, flow_name = Void, http_method = Post, url = "/", response = Payment)]
#[connector_flow(no_idempotency = "left out here")]
#[connector_flow(error = Own)]
struct LetGo;

#[derive(Deserialize)]
struct Own {
    reason: Box<str>,
}

impl ErrorResponse for Own {
    fn class(&self, _: http::StatusCode) -> ErrorClass {
        ErrorClass::Declined
    }

    fn into_error(self) -> ProcessorError {
        ProcessorError::new(None, Some(&self.reason))
    }
}

fn told(status: u16, body: &'static [u8]) -> Outcome<PSync> {
    connection::<Wrapped>().handle_response(&psync(), answer(status, body))
}

fn fault<F: Flow>(outcome: Outcome<F>) -> Fault {
    match outcome {
        Outcome::NoInformation(fault) => fault,
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_success_and_an_error_are_read_behind_it() {
    assert!(told(200, br#"k:{"status": "Paid"}"#).status().is_some());
    // A byte-order mark is looked for behind it, too.
    assert!(told(200, b"k:\xef\xbb\xbf{\"status\": \"Paid\"}").status().is_some());
    let refused = fault(told(400, br#"k:{"code": "c-1"}"#));
    assert_eq!(refused.error.unwrap().code.as_deref(), Some("c-1"));
    assert_eq!(refused.body, br#"k:{"code": "c-1"}"#.as_slice(), "evidence is what came");
}

#[test]
fn what_it_cannot_work_on_is_never_a_status() {
    for status in [200, 400, 404] {
        let fault = fault(told(status, br#"{"status": "Paid", "code": "c-1"}"#));
        assert_eq!(fault.kind, FaultKind::Unreadable, "{status}");
        assert_eq!(fault.detail, "the answer is not encrypted for us");
        assert!(fault.error.is_none());
    }
    // A server before the processor that fails encrypts nothing, and is to be asked again.
    assert_eq!(fault(told(502, b"<html>")).kind, FaultKind::Unavailable);
    assert_eq!(fault(told(429, b"<html>")).kind, FaultKind::RateLimited);
    // Nothing is done to nothing.
    assert_eq!(fault(told(200, b"")).detail, "the answer is empty");
}

#[test]
fn that_of_a_flow_is_in_the_place_of_the_connectors() {
    let connection = connection::<Wrapped>();
    let outcome = connection.handle_response(&capture(), answer(200, br#"}"diaP" :"sutats"{"#));
    assert!(outcome.status().is_some(), "{outcome:?}");
}

#[test]
fn a_flow_may_have_an_error_body_of_its_own() {
    let connection = connection::<Wrapped>();
    let outcome = connection.handle_response(&void(), answer(402, br#"k:{"reason": "no"}"#));
    assert!(matches!(&outcome, Outcome::Declined(error) if error.message.as_deref() == Some("no")));
}
