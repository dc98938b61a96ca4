use connector_core::prelude::*;
use connector_core::{MerchantReference, Refund};
use connector_tests::fixture::AcmeError;

// A refund whose answer is lost has no other name than the merchant's.
#[derive(Debug, Connector)]
#[connector(name = "acme", base_url = "https://acme.test", auth = BearerAuth, error = AcmeError)]
struct Acme;

#[derive(ConnectorFlow)]
#[connector_flow(connector = Acme, flow_name = Refund, http_method = Post, url = "/refunds", response = GivenBack)]
#[connector_flow(no_idempotency = "left out here", ignores(refund_amount = "left out here"))]
struct RefundRequest<'a> {
    #[connector_flow(from = request.connector_transaction_id)]
    payment: &'a PaymentId,
}

#[derive(ConnectorFlow)]
#[connector_flow(ignores(connector_refund_id = "left out here"))]
#[connector_flow(connector = Acme, flow_name = RSync, http_method = Get, url = "/refunds/{reference}", response = GivenBack)]
struct RSyncRequest<'a> {
    #[connector_flow(from = resource_common_data.connector_request_reference_id)]
    reference: &'a MerchantReference,
}

#[derive(Deserialize, FlowResponse)]
#[flow_response(Refund, RSync, status = Pending, no_id = "not the point", no_amount = "nor is it")]
struct GivenBack {}

fn main() {}
