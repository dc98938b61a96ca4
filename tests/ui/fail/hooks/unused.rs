use connector_core::prelude::*;
use connector_tests::connectors;
use connector_tests::fixture::Payment;

connectors!(Bodyless, Skipped, Twice);

#[derive(ConnectorFlow)]
#[connector_flow(connector = Bodyless, flow_name = PSync, http_method = Post, url = "/{id}", response = Payment)]
#[connector_flow(body = Form, envelope = "payment", content_type = "text/plain")]
struct NothingInTheBody<'a> {
    #[connector_flow(from = request.connector_transaction_id)]
    id: &'a PaymentId,
}

#[derive(ConnectorFlow)]
#[connector_flow(connector = Skipped, flow_name = PSync, http_method = Get, url = "/a", response = Payment)]
struct NobodyReadsIt<'a> {
    #[connector_flow(read_by = own_url, from = request.connector_transaction_id)]
    id: &'a PaymentId,
}

#[derive(ConnectorFlow)]
#[connector_flow(connector = Twice, flow_name = PSync, http_method = Get, url = "/{id}", response = Payment)]
struct ThereAlready<'a> {
    #[connector_flow(read_by = own_url, from = request.connector_transaction_id)]
    id: &'a PaymentId,
    #[connector_flow(query, read_by = own_url, from = request.connector_transaction_id)]
    other: &'a PaymentId,
}

fn main() {}
