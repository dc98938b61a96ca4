//! A request is written, by its fields, and the struct that serde writes is the derive's.
use connector_core::prelude::*;
use connector_tests::connectors;
use connector_tests::fixture::Payment;

connectors!(Tagged, Read, Replaced, Enumerated);

#[derive(ConnectorFlow)]
#[connector_flow(connector = Tagged, flow_name = PSync, http_method = Post, url = "/p", response = Payment)]
#[serde(tag = "type")]
struct WithTag<'a> {
    #[connector_flow(from = request.connector_transaction_id)]
    payment_id: &'a PaymentId,
}

#[derive(ConnectorFlow)]
#[connector_flow(connector = Read, flow_name = PSync, http_method = Post, url = "/p/{id}", response = Payment)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
#[serde(expecting = "a request", from = "Nobody")]
struct ForReading<'a> {
    #[serde(default)]
    #[connector_flow(from = request.connector_transaction_id)]
    id: &'a PaymentId,
    #[serde(alias = "id", borrow, skip_deserializing, deserialize_with = "nobody")]
    #[connector_flow(from = request.connector_transaction_id)]
    payment_id: &'a PaymentId,
}

#[derive(ConnectorFlow)]
#[connector_flow(connector = Replaced, flow_name = PSync, http_method = Post, url = "/p", response = Payment)]
#[serde(into = "Nobody", transparent, remote = "Nobody", crate = "nobody", rename = "payment")]
struct OfSomethingElse<'a> {
    #[connector_flow(from = request.connector_transaction_id)]
    payment_id: &'a PaymentId,
}

#[derive(ConnectorFlow)]
#[connector_flow(connector = Enumerated, flow_name = PSync, http_method = Post, url = "/p", response = Payment)]
#[serde(untagged)]
struct OfVariants<'a> {
    #[connector_flow(from = request.connector_transaction_id)]
    payment_id: &'a PaymentId,
}

fn main() {}
