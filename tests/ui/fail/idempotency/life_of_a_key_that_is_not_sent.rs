use connector_core::prelude::*;
use connector_tests::connectors;
use connector_tests::fixture::{AcmeError, Payment};

connectors!(Acme);

#[derive(ConnectorFlow)]
#[connector_flow(connector = Acme, flow_name = Capture, http_method = Post, url = "/a", response = Taken)]
#[connector_flow(no_idempotency = "left out here", keys_remembered_for = "45 days")]
#[connector_flow(ignores(amount_to_capture = "left out here"))]
struct CaptureRequest<'a> {
    #[connector_flow(from = request.connector_transaction_id)]
    payment: &'a PaymentId,
}

#[derive(Debug, Deserialize, FlowResponse)]
#[flow_response(Capture, status = CaptureInitiated, no_id = "left out here", no_amount = "left out here")]
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

fn main() {}
