//! What the derives see, names that are not there, types that do not fit, and what is held against the flow when
//! constants are evaluated: rustc works on these one after the other, and one compile tells them all.
use connector_core::prelude::*;
use connector_tests::connectors;
use connector_tests::fixture::{Payment, Word};

connectors!(Acme, Bolt, Coda, Dime);

#[derive(ConnectorFlow)]
#[connector_flow(connector = Acme, flow_name = PSync, http_method = Fetch, url = "p", response = Paiment)]
struct Derived<'a> {
    #[connector_flow(from = request.connector_transaction)]
    id: &'a PaymentId,
}

#[derive(ConnectorFlow)]
#[connector_flow(connector = Bolt, flow_name = Word, http_method = Get, url = "/p", response = Payment)]
struct Named;

#[derive(ConnectorFlow)]
#[connector_flow(connector = Coda, flow_name = PSync, http_method = Get, url = "/{id}", response = Payment)]
struct Typed {
    #[connector_flow(from = request.connector_transaction_id)]
    id: u8,
}

#[derive(ConnectorFlow)]
#[connector_flow(ignores(connector_transaction_id = "left out here"))]
#[connector_flow(connector = Dime, flow_name = PSync, http_method = Get, url = "/p", response = Silent)]
struct Evaluated;

#[derive(Deserialize, FlowResponse)]
#[flow_response(PSync, no_id = "not the point here")]
struct Silent {
    #[flow_response(status)]
    status: Wire<Word>,
}

fn other() -> Elsewhere {}

fn main() {}
