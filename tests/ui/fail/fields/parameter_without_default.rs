use connector_core::prelude::*;
use connector_tests::connectors;
use connector_tests::fixture::Payment;

connectors!(Acme, Bolt);

#[derive(ConnectorFlow)]
#[connector_flow(connector = Acme, flow_name = PSync, http_method = Get, url = "/p/{id}", response = Payment)]
struct Request<T, const N: usize> {
    id: T,
    #[connector_flow(query)]
    parts: [u8; N],
}

/// That it is not used is rustc's to say.
#[derive(ConnectorFlow)]
#[connector_flow(connector = Bolt, flow_name = PSync, http_method = Get, url = "/p/{id}", response = Payment)]
struct Unused<'a, T> {
    #[connector_flow(from = request.connector_transaction_id)]
    id: &'a PaymentId,
}

fn main() {}
