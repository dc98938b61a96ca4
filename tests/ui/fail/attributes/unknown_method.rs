use connector_core::prelude::*;
use connector_tests::connectors;
use connector_tests::fixture::Payment;

connectors!(Acme, Bolt, Coda, Dime);

#[derive(ConnectorFlow)]
#[connector_flow(connector = Acme, flow_name = PSync, http_method = Fetch, url = "/a", response = Payment)]
struct Invented;

#[derive(ConnectorFlow)]
#[connector_flow(connector = Bolt, flow_name = PSync, http_method = POST, url = "/a", response = Payment)]
struct Shouted;

#[derive(ConnectorFlow)]
#[connector_flow(connector = Coda, flow_name = PSync, http_method = post, url = "/a", response = Payment)]
struct Whispered;

#[derive(ConnectorFlow)]
#[connector_flow(connector = Dime, flow_name = PSync, http_method = http::Method::GET, url = "/a", response = Payment)]
struct FromElsewhere;

fn main() {}
