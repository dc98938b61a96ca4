use connector_core::prelude::*;
use connector_tests::connectors;
use connector_tests::fixture::{Payment, Word};

connectors!(Acme, Bolt, Coda, Dora);

#[derive(ConnectorFlow)]
#[connector_flow(connector = Acme, flow_name = Psync, http_method = Get, url = "/a", response = Payment)]
struct Flow;

#[derive(ConnectorFlow)]
#[connector_flow(connector = Bold, flow_name = PSync, http_method = Get, url = "/a", response = Payment)]
struct Connector;

#[derive(ConnectorFlow)]
#[connector_flow(connector = Bolt, flow_name = PSync, http_method = Get, url = "/a", response = Paiment)]
struct Response;

#[derive(ConnectorFlow)]
#[connector_flow(connector = Coda, flow_name = PSync, http_method = Get, url = "/a/{id}", response = Payment)]
struct Field<'a> {
    #[connector_flow(from = request.connector_transaction_id)]
    id: &'a PaymntId,
}

#[derive(ConnectorFlow)]
#[connector_flow(connector = Dora, flow_name = PSync, http_method = Post, url = "/a", response = Payment)]
struct InTheBody<'a> {
    #[connector_flow(from = request.connector_transaction_id)]
    id: &'a PaymentId,
    #[connector_flow(value = "3")]
    kind: Kyind,
}

#[derive(Deserialize, FlowResponse)]
#[flow_response(Psync)]
struct Reply {
    #[flow_response(status)]
    status: Wire<Word>,
}

/// Nor has what it borrows a name.
#[derive(Deserialize, FlowResponse)]
#[flow_response(PSync, no_id = "not the point", no_amount = "nor is it")]
struct Borrowed {
    #[flow_response(status)]
    status: Wire<Word>,
    kind: &str,
}

fn main() {}
