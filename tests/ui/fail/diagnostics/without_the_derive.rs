// Nothing of the fixtures is used here, because rustc lists every type that has a derive.
use connector_core::prelude::*;

/// No `Auth`.
#[derive(Debug)]
struct Key;

/// No `ErrorResponse`.
#[derive(Deserialize)]
struct Trouble;

#[derive(Connector)]
#[connector(name = "acme", base_url = "https://acme.test", auth = Key, error = Trouble, headers("Version" = "1"))]
struct Acme;

/// No `FlowResponse`.
#[derive(Deserialize)]
struct Reply;

#[derive(ConnectorFlow)]
#[connector_flow(connector = Acme, flow_name = PSync, http_method = Get, url = "/p", response = Reply)]
struct Asked;

/// No `ConnectorFlow`.
struct Request;

fn sent<T: connector_core::FlowRequest>() {}

/// No `Connector`.
struct Bolt;

fn connected<T: Connector>() {}

fn main() {
    sent::<Request>();
    connected::<Bolt>();
}
