//! What a connector does by functions of its own: that each is called, once, with what it needs, and
//! that none of them can make a status of an answer that could not be read.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "this is only compiled for tests"
)]

#[path = "hooks/base_urls.rs"]
mod base_urls;
#[path = "hooks/described.rs"]
mod described;
#[path = "hooks/headers.rs"]
mod headers;
#[path = "hooks/preprocess.rs"]
mod preprocess;
#[path = "hooks/signature.rs"]
mod signature;
#[path = "hooks/url.rs"]
mod url;

use bytes::Bytes;
use connector_core::prelude::*;
use connector_core::{Connection, Connector, CredentialFields};

#[derive(Deserialize, FlowResponse)]
#[flow_response(PSync, Capture, Void, no_id = "not the point", no_amount = "not the point")]
struct Payment {
    #[flow_response(status)]
    status: Wire<Word>,
}

#[derive(Debug, Clone, Copy, WireStatus)]
#[wire_status(AttemptStatus)]
enum Word {
    #[wire_status(Charged)]
    Paid,
    #[wire_status(Voided, flow(Capture = none))]
    Cancelled,
    #[wire_status(Failure)]
    Refused,
}

#[derive(Deserialize)]
struct Problem {
    code: Box<str>,
}

impl ErrorResponse for Problem {
    fn class(&self, _: http::StatusCode) -> ErrorClass {
        ErrorClass::Refused
    }

    fn into_error(self) -> ProcessorError {
        ProcessorError::new(Some(&self.code), None)
    }
}

fn credentials() -> CredentialFields {
    CredentialFields::default().with("api_key", Secret::new("k"))
}

fn connection<C: Connector>() -> Connection<C> {
    Connection::new(credentials()).unwrap()
}

fn id() -> PaymentId {
    PaymentId::new("p/1").unwrap()
}

fn psync() -> RouterData<PSync> {
    RouterData::new(connector_core::PaymentsSyncData::new(id()))
}

fn capture() -> RouterData<Capture> {
    let key = IdempotencyKey::new("key-1").unwrap();
    RouterData::new(connector_core::PaymentsCaptureData::new(id(), key))
}

fn void() -> RouterData<Void> {
    let key = IdempotencyKey::new("key-1").unwrap();
    RouterData::new(connector_core::PaymentVoidData::new(id(), key))
}

fn answer(status: u16, body: &'static [u8]) -> http::Response<Bytes> {
    http::Response::builder().status(status).body(Bytes::from_static(body)).unwrap()
}
