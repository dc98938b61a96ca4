use connector_core::prelude::*;
use connector_tests::connectors;
use connector_tests::fixture::{AcmeError, Payment};

connectors!(Acme, Bolt);

#[derive(ConnectorFlow)]
#[connector_flow(connector = Acme, flow_name = Capture, http_method = Post, url = "/a", response = Taken)]
#[connector_flow(no_idempotency = "left out here", keys_remembered_for = "45 days")]
#[connector_flow(ignores(amount_to_capture = "left out here"))]
struct CaptureRequest<'a> {
    #[connector_flow(from = request.connector_transaction_id)]
    payment: &'a PaymentId,
}

#[derive(Debug, Deserialize, FlowResponse)]
#[flow_response(Capture(status = CaptureInitiated, no_amount = "left out here"), Void(status = VoidInitiated))]
#[flow_response(no_id = "left out here")]
struct Taken {}

#[derive(Connector)]
#[connector(
    name = "asking",
    base_url = "https://api.example.com",
    auth = BearerAuth,
    error = AcmeError,
    keys_remembered_for = "24 hours",
)]
pub struct Asking;

#[derive(ConnectorFlow)]
#[connector_flow(connector = Asking, flow_name = PSync, http_method = Get, url = "/{id}", response = Payment)]
struct PSyncRequest<'a> {
    #[connector_flow(from = request.connector_transaction_id)]
    id: &'a PaymentId,
}

/// That the key does not come from there is all there is to say.
#[derive(ConnectorFlow)]
#[connector_flow(connector = Bolt, flow_name = Void, http_method = Post, url = "/v", response = Taken)]
#[connector_flow(keys_remembered_for = "45 days")]
struct VoidRequest<'a> {
    #[connector_flow(from = request.connector_transaction_id)]
    payment: &'a PaymentId,
    #[connector_flow(from = resource_common_data.connector_request_reference_id)]
    key: &'a IdempotencyKey,
}

fn main() {}
