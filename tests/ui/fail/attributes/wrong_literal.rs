use connector_core::prelude::*;
use connector_tests::fixture::{AcmeError, Payment};

#[derive(Debug, Clone, Copy, Connector)]
#[connector(name = "acme", base_url = "https://acme.test", auth = BearerAuth, error = AcmeError)]
struct Acme;

#[derive(ConnectorFlow)]
#[connector_flow(connector = Acme, flow_name = PSync, http_method = Get, response = Payment, url = 3)]
struct Number;

#[derive(ConnectorFlow)]
#[connector_flow(connector = Acme, flow_name = PSync, http_method = Get, response = Payment, url = b"/a")]
struct Bytes;

#[derive(ConnectorFlow)]
#[connector_flow(connector = Acme, flow_name = PSync, http_method = Get, response = Payment, url = '/')]
struct Character;

#[derive(ConnectorFlow)]
#[connector_flow(connector = Acme, flow_name = PSync, http_method = Get, response = Payment, url = "/a"path)]
struct Suffixed;

#[derive(ConnectorFlow)]
#[connector_flow(connector = "Acme", flow_name = "RSync", http_method = "GET", response = "Refund", url = "/a")]
struct Texts;

#[derive(ConnectorFlow)]
#[connector_flow(connector = 1, flow_name = 2, http_method = 3, response = 4, url = "/a")]
struct Numbers;

fn main() {}
