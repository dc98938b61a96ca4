use connector_core::prelude::*;
use connector_tests::connectors;
use connector_tests::fixture::Payment;

connectors!(Acme, Bolt);

#[derive(ConnectorFlow)]
#[connector_flow(connector = Acme, flow_name = PSync, http_method = Get, url = "/p?key=1", response = Payment)]
struct Request<'a> {
    #[connector_flow(query = "id", from = request.connector_transaction_id)]
    payment_id: &'a PaymentId,
    #[connector_flow(query, from = request.connector_transaction_id)]
    id: &'a PaymentId,
    #[connector_flow(query, from = request.connector_transaction_id)]
    key: &'a PaymentId,
    #[connector_flow(header = "Acme-Id", from = request.connector_transaction_id)]
    first: &'a PaymentId,
    #[connector_flow(header = "acme-id", from = request.connector_transaction_id)]
    second: &'a PaymentId,
}

#[derive(ConnectorFlow)]
#[connector_flow(connector = Bolt, flow_name = PSync, http_method = Post, url = "/r", response = Payment)]
#[serde(rename_all = "camelCase")]
struct Search<'a> {
    #[connector_flow(from = request.connector_transaction_id)]
    refund_id: &'a PaymentId,
    #[serde(rename = "refundId")]
    #[connector_flow(from = request.connector_transaction_id)]
    other: &'a PaymentId,
    #[connector_flow(within = "search", from = request.connector_transaction_id)]
    id: &'a PaymentId,
    #[serde(rename = "id")]
    #[connector_flow(within = "search", from = request.connector_transaction_id)]
    by: &'a PaymentId,
}

fn main() {}
