use connector_core::prelude::*;
use connector_tests::connectors;
use connector_tests::fixture::Refund;

connectors!(Acme, Bolt, Coda, Dime);

#[derive(ConnectorFlow)]
#[connector_flow(connector = Acme, flow_name = RSync, http_method = Get, url = "/r/{id}", response = Refund)]
struct Asked<'a> {
    #[connector_flow(from = request.connector_refund_id)]
    id: &'a RefundId,
    #[connector_flow(query, from = request.connector_transaction_id)]
    payment: NotTaken,
}

#[derive(ConnectorFlow)]
#[connector_flow(connector = Bolt, flow_name = RSync, http_method = Post, url = "/r/{id}", response = Refund)]
struct InABody<'a> {
    #[connector_flow(from = request.connector_refund_id)]
    id: &'a RefundId,
    #[connector_flow(from = request.connector_transaction_id)]
    payment: connector_core::NotTaken,
}

#[derive(ConnectorFlow)]
#[connector_flow(connector = Coda, flow_name = RSync, http_method = Get, url = "/r/{id}", response = Refund)]
struct Meant<'a> {
    #[connector_flow(from = request.connector_refund_id)]
    id: &'a RefundId,
    #[connector_flow(query, from = request.connector_transaction_id)]
    payment: Option<NotTaken>,
}

// Nor could it be filled from what may be absent.
#[derive(ConnectorFlow)]
#[connector_flow(connector = Dime, flow_name = RSync, http_method = Get, url = "/r/{id}", response = Refund)]
struct Wished<'a> {
    #[connector_flow(from = request.connector_refund_id)]
    id: &'a RefundId,
    #[connector_flow(query, from = request.connector_transaction_id)]
    payment: NotWanted,
}

fn main() {}
