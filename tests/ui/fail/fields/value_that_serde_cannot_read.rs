//! What serde's derive would refuse is told once: behind it there is no body, of which rustc would speak too.
use connector_core::prelude::*;
use connector_tests::connectors;
use connector_tests::fixture::Payment;

connectors!(Acme, Bolt, Coda, Dime, Echo);

#[derive(ConnectorFlow)]
#[connector_flow(connector = Acme, flow_name = PSync, http_method = Post, url = "/p", response = Payment)]
#[serde(rename_all = "camel")]
struct Misspelt<'a> {
    #[serde(rename = 3)]
    #[connector_flow(from = request.connector_transaction_id)]
    first: &'a PaymentId,
    #[serde(rename = "a", rename = "b")]
    #[connector_flow(from = request.connector_transaction_id)]
    second: &'a PaymentId,
    #[serde(rename(serialize = "c"))]
    #[connector_flow(from = request.connector_transaction_id)]
    third: &'a PaymentId,
    #[serde(rename)]
    #[connector_flow(from = request.connector_transaction_id)]
    fourth: &'a PaymentId,
    #[serde(flatten = "yes", skip_serializing_if = "is none")]
    #[connector_flow(from = request.connector_transaction_id)]
    fifth: &'a PaymentId,
    #[serde(serialize_with = "super::written", with = "super::written")]
    #[connector_flow(from = request.connector_transaction_id)]
    sixth: &'a PaymentId,
    #[serde(rename "seventh")]
    #[connector_flow(from = request.connector_transaction_id)]
    seventh: &'a PaymentId,
}

#[derive(ConnectorFlow)]
#[connector_flow(connector = Bolt, flow_name = PSync, http_method = Post, url = "/p", response = Payment)]
#[serde]
struct Nothing<'a> {
    #[connector_flow(from = request.connector_transaction_id)]
    id: &'a PaymentId,
}

#[derive(ConnectorFlow)]
#[connector_flow(connector = Coda, flow_name = PSync, http_method = Post, url = "/p", response = Payment)]
#[serde = "camelCase"]
struct Value<'a> {
    #[connector_flow(from = request.connector_transaction_id)]
    id: &'a PaymentId,
}

#[derive(ConnectorFlow)]
#[connector_flow(connector = Dime, flow_name = PSync, http_method = Post, url = "/p", response = Payment)]
#[serde(bound = "T")]
struct Bound<'a> {
    #[connector_flow(from = request.connector_transaction_id)]
    id: &'a PaymentId,
}

// One mistake in the attribute is told, and not the attribute as well.
#[derive(ConnectorFlow)]
#[connector_flow(connector = Echo, flow_name = PSync, http_method = Post, url = "/p", response = Payment)]
struct Unknown<'a> {
    #[serde(renam "id")]
    #[connector_flow(from = request.connector_transaction_id)]
    id: &'a PaymentId,
}

fn main() {}
