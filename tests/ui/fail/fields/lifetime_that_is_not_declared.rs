use connector_core::prelude::*;
use connector_tests::connectors;
use connector_tests::fixture::Payment;

connectors!(Acme);

#[derive(ConnectorFlow)]
#[connector_flow(connector = Acme, flow_name = PSync, http_method = Get, url = "/p/{payment_id}", response = Payment)]
struct PSyncRequest {
    #[connector_flow(from = request.connector_transaction_id)]
    payment_id: &'a PaymentId,
}

fn main() {}
