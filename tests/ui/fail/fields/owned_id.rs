use connector_core::prelude::*;
use connector_tests::connectors;
use connector_tests::fixture::Payment;

connectors!(Acme);

#[derive(ConnectorFlow)]
#[connector_flow(connector = Acme, flow_name = PSync, http_method = Get, url = "/{id}", response = Payment)]
struct Owned {
    #[connector_flow(from = request.connector_transaction_id)]
    id: PaymentId,
}

fn main() {}
