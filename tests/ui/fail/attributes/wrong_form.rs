use connector_core::prelude::*;
use connector_tests::connectors;
use connector_tests::fixture::Payment;

connectors!(Acme);

#[derive(ConnectorFlow)]
#[connector_flow]
struct Bare;

#[derive(ConnectorFlow)]
#[connector_flow()]
struct Empty;

#[derive(ConnectorFlow)]
#[connector_flow = "GET /payments"]
struct Assigned;

#[derive(ConnectorFlow)]
#[connector_flow[connector = Acme, flow_name = PSync]]
struct Brackets;

#[derive(ConnectorFlow)]
#[connector_flow { connector = Acme, flow_name = PSync }]
struct Braces;

#[derive(ConnectorFlow)]
#[connector_flow(connector = Acme, flow_name = PSync, http_method = Post, url = "/a", response = Payment)]
struct OnAField<'a> {
    #[connector_flow]
    a: &'a PaymentId,
    #[connector_flow()]
    b: &'a PaymentId,
    #[connector_flow = "query"]
    c: &'a PaymentId,
}

fn main() {}
