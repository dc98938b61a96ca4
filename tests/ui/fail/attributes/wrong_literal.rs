use connector_core::prelude::*;
use connector_tests::connectors;
use connector_tests::fixture::Payment;

connectors!(Acme, Bolt, Coda, Dime);

#[derive(ConnectorFlow)]
#[connector_flow(connector = Acme, flow_name = PSync, http_method = Get, url = 3, response = Payment)]
struct Number;

#[derive(ConnectorFlow)]
#[connector_flow(connector = Bolt, flow_name = PSync, http_method = Get, url = b"/a", response = Payment)]
struct Bytes;

#[derive(ConnectorFlow)]
#[connector_flow(connector = Coda, flow_name = PSync, http_method = Get, url = '/', response = Payment)]
struct Character;

#[derive(ConnectorFlow)]
#[connector_flow(connector = Dime, flow_name = PSync, http_method = Get, url = "/a"path, response = Payment)]
struct Suffixed;

#[derive(ConnectorFlow)]
#[connector_flow(connector = "Acme", flow_name = "RSync", http_method = "GET", response = "Refund", url = "/a")]
struct Texts;

#[derive(ConnectorFlow)]
#[connector_flow(connector = 1, flow_name = 2, http_method = 3, response = 4, url = "/a")]
struct Numbers;

fn main() {}
