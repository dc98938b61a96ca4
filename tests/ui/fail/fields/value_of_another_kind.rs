use connector_core::prelude::*;
use connector_tests::connectors;
use connector_tests::fixture::Payment;
use serde::Deserialize;

connectors!(Acme, Bolt);

// Nothing more is said of the payment that is missing then.
#[derive(ConnectorFlow)]
#[connector_flow(connector = Acme, flow_name = PSync, http_method = Get, url = "/{id}", response = Payment)]
struct ByCapture<'a> {
    #[connector_flow(from = request.connector_capture_id)]
    id: &'a PaymentId,
}

#[derive(ConnectorFlow)]
#[connector_flow(connector = Bolt, flow_name = Refund, http_method = Post, url = "/{payment}/refunds", response = Given)]
struct Mixed<'a> {
    #[connector_flow(from = resource_common_data.connector_request_reference_id)]
    payment: &'a PaymentId,
    #[connector_flow(header = "key", from = request.connector_transaction_id)]
    key: &'a IdempotencyKey,
    #[connector_flow(from = request.connector_capture_id)]
    amount: Option<MinorUnit>,
    #[connector_flow(from = request.refund_amount)]
    reference: Option<&'a MerchantReference>,
}

#[derive(Deserialize, FlowResponse)]
#[flow_response(Refund, status = Pending, no_amount = "not the point here")]
struct Given {
    #[flow_response(connector_refund_id)]
    id: RefundId,
}

fn main() {}
