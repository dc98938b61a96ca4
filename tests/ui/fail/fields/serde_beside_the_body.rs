//! Serde writes the body. Of a value that goes elsewhere it would be ignored, and the name would be another one.
use connector_core::prelude::*;
use connector_tests::connectors;
use connector_tests::fixture::Payment;

connectors!(Acme);

#[derive(ConnectorFlow)]
#[connector_flow(connector = Acme, flow_name = PSync, http_method = Get, url = "/p/{id}", response = Payment)]
struct Request<'a> {
    #[connector_flow(from = request.connector_transaction_id)]
    #[serde(rename = "paymentId")]
    id: &'a PaymentId,
    #[connector_flow(query, value = "all")]
    #[serde(rename = "expandAll")]
    expand: &'static str,
    #[connector_flow(header = "x-mode", value = "fast")]
    #[serde(serialize_with = "nobody")]
    mode: &'static str,
}

fn main() {}
