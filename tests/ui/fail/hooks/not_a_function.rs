use connector_core::prelude::*;
use connector_tests::connectors;
use connector_tests::fixture::{AcmeError, Payment};

connectors!(Acme, Other, Third);

#[derive(ConnectorFlow)]
#[connector_flow(connector = Acme, flow_name = PSync, http_method = Get, url = "/a", response = Payment)]
#[connector_flow(headers = Digest, sign = "sign", preprocess)]
struct Ask;

#[derive(ConnectorFlow)]
#[connector_flow(ignores(connector_transaction_id = "left out here"))]
#[connector_flow(connector = Other, flow_name = PSync, http_method = Get, url = "/a", response = Payment)]
#[connector_flow(sign = no_such_function)]
struct Missing;

#[derive(ConnectorFlow)]
#[connector_flow(connector = Third, flow_name = PSync, http_method = Get, url = "/a", response = payment)]
struct Lower;

fn payment() {}

#[derive(Connector)]
#[connector(name = "acme", base_url = "https://a.test", auth = BearerAuth, error = AcmeError)]
#[connector(headers = Digest, headers = digest, preprocess = Decrypt)]
struct Connected;

fn main() {}
