use connector_core::prelude::*;
use connector_tests::connectors;
use connector_tests::fixture::Payment;
use serde::Deserialize;

connectors!(Acme);

// A question that deletes what it asks about.
#[derive(ConnectorFlow)]
#[connector_flow(connector = Acme, flow_name = PSync, http_method = Delete, url = "/{id}", response = Payment)]
struct Question<'a> {
    #[connector_flow(from = request.connector_transaction_id)]
    id: &'a PaymentId,
}

// An order that whatever stands on the way may send again.
#[derive(ConnectorFlow)]
#[connector_flow(connector = Acme, flow_name = Void, http_method = Get, url = "/{id}/void", response = Released)]
struct Order<'a> {
    #[connector_flow(from = request.connector_transaction_id)]
    id: &'a PaymentId,
    #[connector_flow(header = "key", from = request.idempotency_key)]
    key: &'a IdempotencyKey,
}

#[derive(Deserialize, FlowResponse)]
#[flow_response(Void, status = Voided)]
struct Released {
    #[flow_response(connector_transaction_id)]
    id: PaymentId,
}

fn main() {}
