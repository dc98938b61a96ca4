use connector_core::prelude::*;
use connector_core::DSync;
use connector_tests::fixture::{AcmeError, Payment};

#[derive(Connector)]
#[connector(
    name = "acme",
    base_url = "https://acme.test",
    auth = BearerAuth,
    error = AcmeError,
    lacks(PSync = "payments are told of by webhooks alone", DSync = "there are no disputes"),
)]
struct Acme;

#[derive(ConnectorFlow)]
#[connector_flow(ignores(connector_transaction_id = "left out here"))]
#[connector_flow(connector = Acme, flow_name = PSync, http_method = Get, url = "/a", response = Payment)]
struct AfterAll;

fn main() {}
