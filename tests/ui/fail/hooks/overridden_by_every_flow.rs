use bytes::Bytes;
use connector_core::prelude::*;
use connector_tests::fixture::{AcmeError, Payment};

#[derive(Connector)]
#[connector(
    name = "marked",
    base_url = "https://api.example.com",
    auth = BearerAuth,
    error = AcmeError,
    preprocess = without_a_mark,
)]
pub struct Marked;

#[derive(ConnectorFlow)]
#[connector_flow(connector = Marked, flow_name = PSync, http_method = Get, url = "/{id}", response = Payment)]
#[connector_flow(preprocess = as_it_is)]
struct PSyncRequest<'a> {
    #[connector_flow(from = request.connector_transaction_id)]
    id: &'a PaymentId,
}

fn without_a_mark(_: &BearerAuth, body: &Bytes) -> Result<Bytes, &'static str> {
    Ok(body.slice_ref(body.strip_prefix(b"\xef\xbb\xbf").unwrap_or(body)))
}

fn as_it_is(_: &BearerAuth, body: &Bytes) -> Result<Bytes, &'static str> {
    Ok(body.clone())
}

fn main() {}
