use connector_core::prelude::*;
use connector_tests::connectors;
use serde::Deserialize;

connectors!(Bolt);

// Of a refund without a capture nothing would say which payment is meant.
#[derive(ConnectorFlow)]
#[connector_flow(connector = Bolt, flow_name = Refund, http_method = Post, url = "/refunds", response = Given)]
struct OfSomePayment<'a> {
    #[connector_flow(from = request.connector_capture_id)]
    capture: Option<&'a CaptureId>,
    #[connector_flow(header = "key", from = request.idempotency_key)]
    key: &'a IdempotencyKey,
    #[connector_flow(from = request.refund_amount)]
    amount: Option<MinorUnit>,
    #[connector_flow(from = request.refund_amount)]
    currency: Option<Currency>,
}

#[derive(Deserialize, FlowResponse)]
#[flow_response(Refund, status = Pending, no_amount = "not the point here")]
struct Given {
    #[flow_response(connector_refund_id)]
    id: RefundId,
}

fn main() {}
