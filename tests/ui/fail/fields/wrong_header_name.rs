use connector_core::prelude::*;
use connector_tests::connectors;
use connector_tests::fixture::Payment;

connectors!(Acme);

#[derive(ConnectorFlow)]
#[connector_flow(connector = Acme, flow_name = PSync, http_method = Get, url = "/p", response = Payment)]
struct Request<'a> {
    #[connector_flow(header = "Acme Id", from = request.connector_transaction_id)]
    first: &'a PaymentId,
    #[connector_flow(header = "", from = request.connector_transaction_id)]
    second: &'a PaymentId,
}

fn main() {}
