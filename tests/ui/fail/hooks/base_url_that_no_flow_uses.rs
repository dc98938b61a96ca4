use connector_core::prelude::*;
use connector_tests::fixture::{AcmeError, Payment};

#[derive(Connector)]
#[connector(
    name = "acme",
    base_url = "https://acme.test",
    base_urls(files = "https://files.acme.test", vault = "https://vault.acme.test"),
    auth = BearerAuth,
    error = AcmeError,
)]
struct Acme;

#[derive(ConnectorFlow)]
#[connector_flow(ignores(connector_transaction_id = "left out here"))]
#[connector_flow(connector = Acme, flow_name = PSync, http_method = Get, url = "/a", response = Payment)]
#[connector_flow(base_url = files)]
struct Ask;

fn main() {
    let _ = Acme;
}
