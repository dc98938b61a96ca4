use connector_core::prelude::*;
use connector_tests::connectors;
use connector_tests::fixture::Payment;

connectors!(Acme);

#[derive(ConnectorFlow)]
#[connector_flow(connector = Acme, flow_name = PSync, http_method = Get, url = "/p/{a}", response = Payment)]
struct Request<'a> {
    #[connector_flow(query, from = request.connector_transaction_id)]
    a: &'a PaymentId,
    #[connector_flow(query, header = "Acme-Id", from = request.connector_transaction_id)]
    b: &'a PaymentId,
}

fn main() {}
