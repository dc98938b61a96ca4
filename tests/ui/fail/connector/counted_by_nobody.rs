//! However many amounts are counted as a connector counts that says of no currency how: once, at the connector.
use connector_core::prelude::*;
use connector_tests::fixture::AcmeError;

#[derive(Debug, Connector)]
#[connector(name = "acme", base_url = "https://acme.test", auth = BearerAuth, error = AcmeError)]
struct Acme;

connector_core::money_object! {
    struct Sum { value: Counted<StringMajorUnit, Acme>, currency: Currency }
}

#[derive(ConnectorFlow)]
#[connector_flow(ignores(connector_transaction_id = "left out here"))]
#[connector_flow(connector = Acme, flow_name = Capture, http_method = Post, url = "/captures", response = Captured)]
struct CaptureRequest<'a> {
    #[connector_flow(header = "key", from = request.idempotency_key)]
    key: &'a IdempotencyKey,
    #[connector_flow(from = request.amount_to_capture)]
    amount: Counted<MinorUnit, Acme>,
    #[connector_flow(from = request.amount_to_capture)]
    currency: Currency,
}

#[derive(Deserialize, FlowResponse)]
#[flow_response(Capture, status = Pending, no_id = "left out here")]
struct Captured {
    #[flow_response(amount_captured)]
    sum: Sum,
}

/// Of this one the request alone.
#[derive(Debug, Connector)]
#[connector(name = "bolt", base_url = "https://bolt.test", auth = BearerAuth, error = AcmeError)]
struct Bolt;

#[derive(ConnectorFlow)]
#[connector_flow(ignores(connector_transaction_id = "left out here"))]
#[connector_flow(connector = Bolt, flow_name = Capture, http_method = Post, url = "/captures", response = Taken)]
struct OtherCaptureRequest<'a> {
    #[connector_flow(header = "key", from = request.idempotency_key)]
    key: &'a IdempotencyKey,
    #[connector_flow(from = request.amount_to_capture)]
    amount: Option<Counted<MinorUnit, Bolt>>,
    #[connector_flow(from = request.amount_to_capture)]
    currency: Option<Currency>,
}

#[derive(Deserialize, FlowResponse)]
#[flow_response(Capture, status = Pending, no_id = "left out here", no_amount = "left out here")]
struct Taken {}

/// It says how, and names the other.
#[derive(Debug, Connector)]
#[connector(name = "coda", base_url = "https://coda.test", auth = BearerAuth, error = AcmeError)]
#[connector(decimals(ISK = 2))]
struct Coda;

#[derive(ConnectorFlow)]
#[connector_flow(ignores(connector_transaction_id = "left out here"))]
#[connector_flow(connector = Coda, flow_name = Capture, http_method = Post, url = "/captures", response = Taken)]
struct OthersCaptureRequest<'a> {
    #[connector_flow(header = "key", from = request.idempotency_key)]
    key: &'a IdempotencyKey,
    #[connector_flow(from = request.amount_to_capture)]
    amount: Option<Counted<MinorUnit, Bolt>>,
    #[connector_flow(from = request.amount_to_capture)]
    currency: Option<Currency>,
}

fn main() {}
