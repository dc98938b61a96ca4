//! Constants, statics, functions and unit structs of the author's with the names that an expansion
//! might use for its own: in a pattern, each of them would be compared with and not bound.

#![allow(
    dead_code,
    non_upper_case_globals,
    non_camel_case_types,
    reason = "they are there to be in the way"
)]

use connector_core::prelude::*;
use connector_tests::fixture::{AcmeError, ask};

const url: u8 = 1;
const data: u8 = 1;
const auth: u8 = 1;
const encoder: u8 = 1;
const status: u8 = 1;
const response: u8 = 1;
const value: u8 = 1;
const field: u8 = 1;
static body: u8 = 1;
static headers: u8 = 1;
static fields: u8 = 1;
struct request;
struct fault;
struct money;
const event: u8 = 1;
const part: u8 = 1;
struct scheme;
fn told() {}
fn asked() {}
fn result() {}
fn serializer() {}

#[derive(Debug, Clone, Copy, Connector)]
#[connector(name = "acme", base_url = "https://acme.test", error = AcmeError)]
#[connector(auth = BearerAuth, headers("acme-version" = "1"))]
struct Acme;

#[derive(ConnectorFlow)]
#[connector_flow(connector = Acme, flow_name = PSync, http_method = Post)]
#[connector_flow(url = "/{self_}/{url}/{f}", response = Payment)]
struct Request<'a> {
    #[connector_flow(from = request.connector_transaction_id)]
    self_: &'a PaymentId,
    #[connector_flow(from = request.connector_transaction_id)]
    url: &'a PaymentId,
    #[connector_flow(from = request.connector_transaction_id)]
    f: &'a PaymentId,
    #[connector_flow(from = request.connector_transaction_id)]
    encoder: &'a PaymentId,
    #[connector_flow(from = request.connector_transaction_id)]
    serializer: &'a PaymentId,
}

#[derive(Deserialize, FlowResponse)]
#[flow_response(PSync)]
struct Payment {
    #[flow_response(connector_transaction_id)]
    data: PaymentId,
    #[flow_response(status)]
    status: Wire<Word>,
    #[flow_response(amount)]
    response: MinorUnit,
    #[flow_response(currency)]
    money: Currency,
}

#[derive(Debug, Clone, Copy, WireStatus)]
#[wire_status(AttemptStatus)]
enum Word {
    #[wire_status(Charged)]
    Paid,
    #[wire_status(Failure)]
    Refused,
}

::core::include!("events.rs");

#[derive(Debug, Auth)]
#[auth(authorize = authorize)]
struct Key {
    /// The key.
    fields: Secret,
}

fn authorize(_: &Key, _: &mut http::Request<bytes::Bytes>) -> Result<(), BuildError> {
    Ok(())
}

#[test]
fn items_of_the_author_are_not_compared_with() {
    let asked = ask::<Acme>("a").unwrap();
    assert_eq!(asked.uri(), "https://acme.test/a/a/a");
    assert_eq!(asked.body(), r#"{"encoder":"a","serializer":"a"}"#);
}
