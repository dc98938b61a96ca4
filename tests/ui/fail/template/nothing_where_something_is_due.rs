//! Servers differ in what they make of these.
use connector_core::prelude::*;
use connector_tests::connectors;
use connector_tests::fixture::Payment;

connectors!(Acme, Bolt, Coda, Dime);

#[derive(ConnectorFlow)]
#[connector_flow(connector = Acme, flow_name = PSync, http_method = Get, url = "/payments/%zz", response = Payment)]
struct InThePath;

#[derive(ConnectorFlow)]
#[connector_flow(connector = Bolt, flow_name = PSync, http_method = Get, url = "/payments?share=100%", response = Payment)]
struct InTheQuery;

#[derive(ConnectorFlow)]
#[connector_flow(connector = Coda, flow_name = PSync, http_method = Get, url = "/payments?a=1&&b=2", response = Payment)]
struct Between;

#[derive(ConnectorFlow)]
#[connector_flow(connector = Dime, flow_name = PSync, http_method = Get, url = "/payments?a=1&", response = Payment)]
struct Behind;

fn main() {}
