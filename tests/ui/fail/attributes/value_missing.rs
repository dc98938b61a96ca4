use connector_core::prelude::*;
use connector_tests::fixture::{AcmeError, Payment, Refund};

#[derive(Debug, Clone, Copy, Connector)]
#[connector(name = "acme", base_url = "https://acme.test", auth = BearerAuth, error = AcmeError)]
struct Acme;

#[derive(ConnectorFlow)]
#[connector_flow(connector, flow_name =, http_method, url = , response =)]
struct Request;

#[derive(ConnectorFlow)]
#[connector_flow(connector = Acme flow_name = PSync, , http_method: Get, "url" = "/a", response = Payment)]
struct Punctuation;

#[derive(ConnectorFlow)]
#[connector_flow(connector = Acme, flow_name = RSync, http_method = Get, url = "/a" + "/b", response = Refund)]
struct Operator;

fn main() {}
