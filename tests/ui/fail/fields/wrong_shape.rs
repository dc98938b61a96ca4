use connector_core::prelude::*;
use connector_tests::connectors;
use connector_tests::fixture::Payment;

connectors!(Acme, Bolt, Coda, Dime);

#[derive(ConnectorFlow)]
#[connector_flow(connector = Acme, flow_name = PSync, http_method = Get, url = "/p/{payment_id}", response = Payment)]
enum Choice {
    One,
    Another,
}

#[derive(ConnectorFlow)]
#[connector_flow(connector = Bolt, flow_name = PSync, http_method = Get, url = "/p/{payment_id}", response = Payment)]
union Either {
    one: u8,
    another: u16,
}

#[derive(ConnectorFlow)]
#[connector_flow(connector = Coda, flow_name = PSync, http_method = Get, url = "/p/{payment_id}", response = Payment)]
struct Tuple<'a>(&'a PaymentId);

#[derive(ConnectorFlow)]
#[connector_flow(connector = Dime, flow_name = PSync, http_method = Get, url = "/p/{payment_id}", response = Payment)]
struct Unit;

fn main() {}
