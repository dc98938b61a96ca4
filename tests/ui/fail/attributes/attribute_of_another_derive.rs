use connector_core::prelude::*;
use connector_tests::connectors;
use connector_tests::fixture::Payment;

connectors!(Acme, Bolt);

#[derive(ConnectorFlow)]
#[connector_flow(connector = Acme, flow_name = PSync, http_method = Get, url = "/p/{id}", response = Payment)]
struct OnAField<'a> {
    #[connector_flow(from = request.connector_transaction_id)]
    id: &'a PaymentId,
    #[connector(query, value = "all")]
    kind: &'static str,
    #[flow_response(query, value = "1")]
    other: &'static str,
}

#[derive(ConnectorFlow)]
#[connector(connector = Bolt, flow_name = PSync, http_method = Get, url = "/p/{id}", response = Payment)]
struct OnTheStruct<'a> {
    #[connector_flow(from = request.connector_transaction_id)]
    id: &'a PaymentId,
}

fn main() {}
