use connector_core::prelude::*;
use connector_tests::connectors;
use connector_tests::fixture::Word;

connectors!(Acme);

#[derive(Deserialize, FlowResponse)]
#[flow_response(RSync, no_amount = "not the point here")]
struct Refunded {
    #[flow_response(status)]
    state: Wire<Word>,
    #[flow_response(connector_transaction_id)]
    id: RefundId,
}

#[derive(Deserialize, FlowResponse)]
#[flow_response(RSync)]
struct Refunds(#[flow_response(list)] Vec<Refunded>);

#[derive(ConnectorFlow)]
#[connector_flow(connector = Acme, flow_name = RSync, http_method = Get, url = "/r/{id}", response = Refunds)]
struct Asked<'a> {
    #[connector_flow(from = request.connector_refund_id)]
    id: &'a RefundId,
}

fn main() {}
