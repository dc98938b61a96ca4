use connector_core::prelude::*;
use connector_tests::connectors;
use connector_tests::fixture::Payment;

connectors!(Acme, Bolt, Coda, Dime, Echo, Flux);

#[derive(ConnectorFlow)]
#[connector_flow(connector = Acme, flow_name = PSync, http_method = Get, url = "payments", response = Payment)]
struct NoSlash;

#[derive(ConnectorFlow)]
#[connector_flow(connector = Bolt, flow_name = PSync, http_method = Get, url = "https://acme.test/payments", response = Payment)]
struct Absolute;

#[derive(ConnectorFlow)]
#[connector_flow(connector = Coda, flow_name = PSync, http_method = Get, url = "//acme.test/payments", response = Payment)]
struct AnotherHost;

#[derive(ConnectorFlow)]
#[connector_flow(connector = Dime, flow_name = PSync, http_method = Get, url = "/payments/../refunds#top", response = Payment)]
struct Resolved;

#[derive(ConnectorFlow)]
#[connector_flow(connector = Echo, flow_name = PSync, http_method = Get, url = "/pay ments/\u{7}/é", response = Payment)]
struct Characters;

#[derive(ConnectorFlow)]
#[connector_flow(connector = Flux, flow_name = PSync, http_method = Get, url = "", response = Payment)]
struct Empty;

fn main() {}
