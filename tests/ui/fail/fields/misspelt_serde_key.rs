use connector_core::prelude::*;
use connector_tests::connectors;
use connector_tests::fixture::Payment;

connectors!(Acme);

#[derive(ConnectorFlow)]
#[connector_flow(connector = Acme, flow_name = PSync, http_method = Post, url = "/p", response = Payment)]
#[serde(rename_al = "camelCase")]
struct Request<'a> {
    #[serde(renme = "id")]
    #[connector_flow(from = request.connector_transaction_id)]
    payment_id: &'a PaymentId,
    #[serde(rename = "again", whatever)]
    #[connector_flow(from = request.connector_transaction_id)]
    second: &'a PaymentId,
}

fn main() {}
