use connector_core::prelude::*;
use connector_tests::fixture::{AcmeError, Payment};

#[derive(Debug, Clone, Copy, Connector)]
#[connector(name = "acme", base_url = "https://acme.test", auth = BearerAuth, error = AcmeError)]
struct Acme;

#[derive(ConnectorFlow)]
#[connector_flow(connector = Acme, flow_name = PSync, http_method = Get, url = "/a", response = Payment, crate = connector_core)]
struct Request;

fn main() {}
