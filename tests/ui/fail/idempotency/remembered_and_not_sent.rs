//! How long a key is remembered, of an order that sends none.
use connector_core::prelude::*;
use connector_tests::connectors;

connectors!(Acme);

#[derive(ConnectorFlow)]
#[connector_flow(connector = Acme, flow_name = Capture, http_method = Post, url = "/a", response = Taken)]
#[connector_flow(ignores(amount_to_capture = "left out here"))]
#[connector_flow(no_idempotency = "left out here", keys_remembered_for = "24 hours")]
struct CaptureRequest<'a> {
    #[connector_flow(from = request.connector_transaction_id)]
    payment: &'a PaymentId,
}

#[derive(Deserialize, FlowResponse)]
#[flow_response(Capture, status = CaptureInitiated, no_amount = "left out here")]
struct Taken {
    #[flow_response(connector_transaction_id)]
    id: PaymentId,
}

fn main() {}
