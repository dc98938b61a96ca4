use connector_core::prelude::*;
use connector_tests::connectors;
use connector_tests::fixture::{AcmeError, Payment, Refund};

#[derive(Connector)]
#[connector(
    name = "acme",
    base_url = "https://acme.test",
    base_urls(files = "https://files.acme.test"),
    auth = BearerAuth,
    error = AcmeError,
)]
struct Acme;

#[derive(ConnectorFlow)]
#[connector_flow(ignores(connector_transaction_id = "left out here"))]
#[connector_flow(connector = Acme, flow_name = PSync, http_method = Get, url = "/a", response = Payment)]
#[connector_flow(base_url = files)]
struct Right;

#[derive(ConnectorFlow)]
#[connector_flow(connector = Acme, flow_name = RSync, http_method = Get, url = "/a", response = Refund)]
#[connector_flow(base_url = file)]
struct Misspelt;

connectors!(Plain);

#[derive(ConnectorFlow)]
#[connector_flow(connector = Plain, flow_name = PSync, http_method = Get, url = "/a", response = Payment)]
#[connector_flow(base_url = files)]
struct OfAConnectorWithoutAny;

fn main() {}
