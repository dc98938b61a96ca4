use connector_core::prelude::*;
use connector_tests::connectors;
use connector_tests::fixture::Payment;

connectors!(Acme);

#[derive(ConnectorFlow)]
#[connector_flow(connector = Acme, flow_name = PSync, http_method = Get, url = "/p/{id}", response = Payment)]
struct Request<T, const N: usize> {
    id: T,
    #[connector_flow(query)]
    parts: [u8; N],
}

fn main() {}
