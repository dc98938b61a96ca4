use connector_core::prelude::*;
use connector_tests::fixture::{AcmeError, Payment, Refund};

#[derive(Debug, Clone, Copy, Connector)]
#[connector(name = "acme", base_url = "https://acme.test", auth = BearerAuth, error = AcmeError)]
struct Acme;

#[derive(ConnectorFlow)]
#[connector_flow(connector = Acme, flow_name = PSync, http_method = Fetch, url = "/a", response = Payment)]
struct Invented;

#[derive(ConnectorFlow)]
#[connector_flow(connector = Acme, flow_name = RSync, http_method = POST, url = "/a", response = Refund)]
struct Shouted;

#[derive(Debug, Clone, Copy, Connector)]
#[connector(name = "other", base_url = "https://other.test", auth = BearerAuth, error = AcmeError)]
struct Other;

#[derive(ConnectorFlow)]
#[connector_flow(connector = Other, flow_name = PSync, http_method = post, url = "/a", response = Payment)]
struct Whispered;

#[derive(ConnectorFlow)]
#[connector_flow(connector = Other, flow_name = RSync, http_method = http::Method::GET, url = "/a", response = Refund)]
struct FromElsewhere;

fn main() {}
