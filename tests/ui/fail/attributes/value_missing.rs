use connector_core::prelude::*;
use connector_tests::connectors;
use connector_tests::fixture::Payment;

connectors!(Acme, Bolt, Coda);

#[derive(ConnectorFlow)]
#[connector_flow(connector, flow_name =, http_method, url = , response =)]
struct Request;

#[derive(ConnectorFlow)]
#[connector_flow(connector = Acme flow_name = PSync, , http_method: Get, "url" = "/a", response = Payment)]
struct Punctuation;

#[derive(ConnectorFlow)]
#[connector_flow(connector = Bolt, flow_name = PSync, http_method = Get, url = "/a" + "/b", response = Payment)]
struct Operator;

#[derive(ConnectorFlow)]
#[connector_flow(connector = Coda; flow_name = PSync; http_method = Get, url = "/a", response = Payment)]
struct Semicolons;

fn main() {}
