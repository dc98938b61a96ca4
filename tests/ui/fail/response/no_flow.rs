use connector_core::prelude::*;
use connector_tests::connectors;
use connector_tests::fixture::Word;

#[derive(Deserialize, FlowResponse)]
#[flow_response(status = told, decided_by = "the words")]
struct Reply {
    #[flow_response(status)]
    status: Wire<Word>,
}

/// As other attributes name what they are about.
#[derive(Deserialize, FlowResponse)]
#[flow_response(flow = PSync)]
struct Named {
    #[flow_response(status)]
    status: Wire<Word>,
}

#[derive(Deserialize, FlowResponse)]
#[flow_response(PSync)]
struct Replies(#[flow_response(list)] Vec<Reply>);

connectors!(Acme, Other);

#[derive(ConnectorFlow)]
#[connector_flow(connector = Acme, flow_name = PSync, http_method = Get, url = "/p/{id}", response = Replies)]
struct Listed<'a> {
    #[connector_flow(from = request.connector_transaction_id)]
    id: &'a PaymentId,
}

#[derive(ConnectorFlow)]
#[connector_flow(connector = Other, flow_name = PSync, http_method = Get, url = "/p/{id}", response = Named)]
struct Asked<'a> {
    #[connector_flow(from = request.connector_transaction_id)]
    id: &'a PaymentId,
}

fn main() {}
