use connector_core::prelude::*;
use connector_tests::connectors;
use serde::Deserialize;

connectors!(Acme, Bolt);

#[derive(ConnectorFlow)]
#[connector_flow(connector = Acme, flow_name = Capture, http_method = Post, url = "/a", response = Taken)]
struct LeftOut<'a> {
    #[serde(skip)]
    #[connector_flow(from = request.idempotency_key)]
    key: &'a IdempotencyKey,
    #[serde(rename = "value", skip_serializing)]
    #[connector_flow(from = request.amount_to_capture)]
    amount: Option<Money>,
}

// A function reads it: no mistake.
#[derive(ConnectorFlow)]
#[connector_flow(ignores(connector_transaction_id = "left out here"))]
#[connector_flow(connector = Bolt, flow_name = Capture, http_method = Post, url = "/a", response = Taken)]
#[connector_flow(headers = whole)]
struct Read<'a> {
    #[connector_flow(header = "key", from = request.idempotency_key)]
    key: &'a IdempotencyKey,
    #[serde(skip_serializing)]
    #[connector_flow(read_by = whole, from = request.amount_to_capture)]
    amount: Option<Money>,
}

fn whole(_: &Read<'_>) -> Result<http::HeaderMap, connector_core::BuildError> {
    Ok(http::HeaderMap::new())
}

#[derive(Deserialize, FlowResponse)]
#[flow_response(Capture, status = CaptureInitiated, no_amount = "left out here")]
struct Taken {
    #[flow_response(connector_transaction_id)]
    id: PaymentId,
}

fn main() {}
