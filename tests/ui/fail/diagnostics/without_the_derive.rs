use connector_core::prelude::*;
use connector_tests::connectors;

connectors!(Acme);

/// No `ConnectorFlow`.
struct Request;

fn sent<T: connector_core::FlowRequest>() {}

/// No `FlowResponse`.
#[derive(Deserialize)]
struct Reply;

#[derive(ConnectorFlow)]
#[connector_flow(connector = Acme, flow_name = PSync, http_method = Get, url = "/p", response = Reply)]
struct Asked;

/// No `Auth`, no `ErrorResponse`.
#[derive(Debug)]
struct Key;

#[derive(Deserialize)]
struct Trouble;

#[derive(Connector)]
#[connector(name = "bolt", base_url = "https://bolt.test", auth = Key, error = Trouble)]
struct Bolt;

/// No `Connector`.
struct Coda;

fn connected(_: connector_core::Connection<Coda>) {}

fn main() {
    sent::<Request>();
}
