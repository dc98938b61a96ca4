use connector_core::prelude::*;
use connector_tests::connectors;
use serde::Deserialize;

connectors!(Acme, Bolt, Coda);

// The wrong way round, and by a function that leaves out what there is.
#[derive(ConnectorFlow)]
#[connector_flow(connector = Acme, flow_name = Capture, http_method = Post, url = "/{id}", response = Taken)]
struct LeftOut<'a> {
    #[connector_flow(from = request.connector_transaction_id)]
    id: &'a PaymentId,
    #[connector_flow(header = "key", from = request.idempotency_key)]
    key: &'a IdempotencyKey,
    #[connector_flow(from = request.amount_to_capture)]
    #[serde(skip_serializing_if = "Option::is_some")]
    amount: Option<MinorUnit>,
    #[connector_flow(from = request.amount_to_capture, within = "total")]
    #[serde(skip_serializing_if = "is_small")]
    value: Option<MinorUnit>,
}

fn is_small(amount: &Option<MinorUnit>) -> bool {
    amount.is_none()
}

// As it is left out anyway, as `null`, and what is no part of the order: no mistake.
#[derive(ConnectorFlow)]
#[connector_flow(connector = Bolt, flow_name = Capture, http_method = Post, url = "/{id}", response = Taken)]
struct Sent<'a> {
    #[connector_flow(from = request.connector_transaction_id)]
    id: &'a PaymentId,
    #[connector_flow(header = "key", from = request.idempotency_key)]
    key: &'a IdempotencyKey,
    #[connector_flow(from = request.amount_to_capture)]
    #[serde(skip_serializing_if = "Option::is_none")]
    amount: Option<MinorUnit>,
    #[connector_flow(from = request.amount_to_capture)]
    #[serde(serialize_with = "serde::Serialize::serialize")]
    currency: Option<Currency>,
    #[connector_flow(value = "")]
    #[serde(skip_serializing_if = "str::is_empty")]
    note: &'static str,
}

// The number a second time, where its currency was meant.
#[derive(ConnectorFlow)]
#[connector_flow(connector = Coda, flow_name = Capture, http_method = Post, url = "/{id}", response = Taken)]
#[serde(rename_all = "camelCase")]
struct Twice<'a> {
    #[connector_flow(from = request.connector_transaction_id)]
    id: &'a PaymentId,
    #[connector_flow(header = "key", from = request.idempotency_key)]
    key: &'a IdempotencyKey,
    #[connector_flow(from = request.amount_to_capture)]
    currency_amount: Option<MinorUnit>,
    #[connector_flow(from = request.amount_to_capture)]
    currency_code: Option<MinorUnit>,
}

#[derive(Deserialize, FlowResponse)]
#[flow_response(Capture, status = CaptureInitiated, no_amount = "left out here")]
struct Taken {
    #[flow_response(connector_transaction_id)]
    id: PaymentId,
}

fn main() {}
