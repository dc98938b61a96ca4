use connector_core::prelude::*;
use connector_tests::connectors;
use connector_tests::fixture::Word;

connectors!(Acme);

#[derive(ConnectorFlow)]
#[connector_flow(connector = Acme, flow_name = Capture, http_method = Post, url = "/{id}", response = Captured)]
struct Order<'a> {
    #[connector_flow(from = request.connector_transaction_id)]
    id: &'a PaymentId,
    #[connector_flow(from = request.amount_to_capture)]
    amount: Option<i64>,
    #[connector_flow(header = "Once", from = request.idempotency_key)]
    key: &'a IdempotencyKey,
}

#[derive(Deserialize, FlowResponse)]
#[flow_response(Capture, no_id = "not the point here")]
struct Captured {
    #[flow_response(status)]
    status: Wire<Word>,
    #[flow_response(amount_captured)]
    amount: i64,
    #[flow_response(currency)]
    currency: Currency,
}

fn main() {}
