use connector_core::prelude::*;
use connector_core::IdempotencyKey;
use connector_tests::connectors;

connectors!(Acme, Bolt, Coda, Dime, Echo, Fine);

#[derive(ConnectorFlow)]
#[connector_flow(connector = Acme, flow_name = Capture, http_method = Post, url = "/g", body = GraphQl, response = Taken)]
#[connector_flow(document = "mutation($id: ID!, $amount: Money, $key: String) { capture(id: $id, amount: $amount, key: $key) { id } }")]
struct Stranger<'a> {
    #[connector_flow(from = request.connector_transaction_id)]
    id: &'a PaymentId,
    #[connector_flow(from = request.amount_to_capture)]
    value: Option<MinorUnit>,
    #[connector_flow(from = request.idempotency_key)]
    key: &'a IdempotencyKey,
}

#[derive(ConnectorFlow)]
#[connector_flow(connector = Bolt, flow_name = Capture, http_method = Post, url = "/g", body = GraphQl, response = Taken)]
#[connector_flow(document = "mutation($id: ID!, $key: String!, $input: Input!) { capture(id: $id, key: $key, input: $input) { id } }")]
struct Lacking<'a> {
    #[connector_flow(from = request.idempotency_key)]
    key: &'a IdempotencyKey,
    #[connector_flow(from = request.amount_to_capture, within = "input")]
    amount: MinorUnit,
}

#[derive(ConnectorFlow)]
#[connector_flow(connector = Coda, flow_name = Capture, http_method = Post, url = "/g", body = GraphQl, response = Taken)]
#[connector_flow(document = "mutation($key: String!, $amount: Money) { capture(key: $key, sum: $amuont) { id } }")]
struct Misspelt<'a> {
    #[connector_flow(from = request.idempotency_key)]
    key: &'a IdempotencyKey,
    #[connector_flow(from = request.amount_to_capture)]
    amount: Option<MinorUnit>,
}

#[derive(ConnectorFlow)]
#[connector_flow(connector = Dime, flow_name = Capture, http_method = Post, url = "/g", body = GraphQl, response = Taken)]
#[connector_flow(document = "mutation($key: String!, $amount: Money) { capture(key: $key, sum: $amount) { id }")]
struct Open<'a> {
    #[connector_flow(from = request.idempotency_key)]
    key: &'a IdempotencyKey,
    #[connector_flow(from = request.amount_to_capture)]
    amount: Option<MinorUnit>,
}

// Names as serde writes them, and variables that may be left out: no mistake.
#[derive(ConnectorFlow)]
#[connector_flow(connector = Echo, flow_name = Capture, http_method = Post, url = "/g", body = GraphQl, response = Taken)]
#[connector_flow(ignores(connector_transaction_id = "left out here"))]
#[connector_flow(document = "mutation C($ownKey: String!, $sum: Money, $first: Int! = 1, $note: String) { \
    capture(key: $ownKey, sum: $sum, first: $first, note: $note) { id } }")]
#[serde(rename_all = "camelCase")]
struct Renamed<'a> {
    #[connector_flow(from = request.idempotency_key)]
    own_key: &'a IdempotencyKey,
    #[serde(rename = "sum")]
    #[connector_flow(from = request.amount_to_capture)]
    amount: Option<MinorUnit>,
}

// Serde leaves one out, which is the mistake.
#[derive(ConnectorFlow)]
#[connector_flow(connector = Fine, flow_name = Capture, http_method = Post, url = "/g", body = GraphQl, response = Taken)]
#[connector_flow(ignores(connector_transaction_id = "left out here"))]
#[connector_flow(document = "mutation C($key: String!, $sum: Money) { capture(key: $key, sum: $sum) { id } }")]
struct LeftOut<'a> {
    #[serde(skip_serializing)]
    #[connector_flow(from = request.idempotency_key)]
    key: &'a IdempotencyKey,
    #[connector_flow(from = request.amount_to_capture)]
    sum: Option<MinorUnit>,
}

#[derive(Deserialize, FlowResponse)]
#[flow_response(Capture, status = CaptureInitiated, no_amount = "left out here")]
struct Taken {
    #[flow_response(connector_transaction_id)]
    id: PaymentId,
}

fn main() {}
