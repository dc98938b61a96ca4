use connector_core::MerchantReference;
use connector_core::prelude::*;
use connector_tests::fixture::{AcmeError, Payment};

// A payment whose answer is lost has no other name than the merchant's.
#[derive(Debug, Connector)]
#[connector(name = "acme", base_url = "https://acme.test", auth = BearerAuth, error = AcmeError)]
struct Acme;

#[derive(ConnectorFlow)]
#[connector_flow(connector = Acme, flow_name = Authorize, http_method = Post, url = "/payments", response = New)]
#[connector_flow(no_idempotency = "left out here", ignores(
    payment_method_data = "left out here", capture_method = "left out here",
    authentication_type = "left out here", authentication_data = "left out here",
    setup_future_usage = "left out here", off_session = "left out here", split_payments = "left out here",
    currency = "left out here",
))]
struct AuthorizeRequest {
    #[connector_flow(from = request.amount)]
    amount: MinorUnit,
}

#[derive(ConnectorFlow)]
#[connector_flow(ignores(connector_transaction_id = "left out here"))]
#[connector_flow(connector = Acme, flow_name = PSync, http_method = Get, url = "/by/{reference}", response = Payment)]
struct PSyncRequest<'a> {
    #[connector_flow(from = resource_common_data.connector_request_reference_id)]
    reference: &'a MerchantReference,
}

// Here the name is looked for elsewhere, or misspelt, which is all there is to say.
#[derive(Debug, Connector)]
#[connector(name = "bolt", base_url = "https://bolt.test", auth = BearerAuth, error = AcmeError)]
struct Bolt;

#[derive(ConnectorFlow)]
#[connector_flow(connector = Bolt, flow_name = Authorize, http_method = Post, url = "/payments", response = New)]
#[connector_flow(no_idempotency = "left out here", ignores(
    payment_method_data = "left out here", capture_method = "left out here",
    authentication_type = "left out here", authentication_data = "left out here",
    setup_future_usage = "left out here", off_session = "left out here", split_payments = "left out here",
    currency = "left out here",
))]
struct OtherAuthorizeRequest<'a> {
    #[connector_flow(from = request.amount)]
    amount: MinorUnit,
    #[connector_flow(from = request.connector_request_reference_id)]
    reference: &'a MerchantReference,
}

#[derive(ConnectorFlow)]
#[connector_flow(ignores(connector_transaction_id = "left out here"))]
#[connector_flow(connector = Bolt, flow_name = PSync, http_method = Get, url = "/by/{reference}", response = Payment)]
struct OtherPSyncRequest<'a> {
    #[connector_flow(from = resource_common_data.connector_request_reference_id)]
    reference: &'a MerchantReference,
}

#[derive(Debug, Connector)]
#[connector(name = "coda", base_url = "https://coda.test", auth = BearerAuth, error = AcmeError)]
struct Coda;

#[derive(ConnectorFlow)]
#[connector_flow(connector = Coda, flow_name = Authorize, http_method = Post, url = "/payments", response = New)]
#[connector_flow(no_idempotency = "left out here", ignores(
    payment_method_data = "left out here", capture_method = "left out here",
    authentication_type = "left out here", authentication_data = "left out here",
    setup_future_usage = "left out here", off_session = "left out here", split_payments = "left out here",
    currency = "left out here",
))]
struct ThirdAuthorizeRequest<'a> {
    #[connector_flow(from = request.amount)]
    amount: MinorUnit,
    #[connector_flow(from = resource_common_data.connector_request_referenceid)]
    reference: &'a MerchantReference,
}

#[derive(ConnectorFlow)]
#[connector_flow(ignores(connector_transaction_id = "left out here"))]
#[connector_flow(connector = Coda, flow_name = PSync, http_method = Get, url = "/by/{reference}", response = Payment)]
struct ThirdPSyncRequest<'a> {
    #[connector_flow(from = resource_common_data.connector_request_reference_id)]
    reference: &'a MerchantReference,
}

#[derive(Deserialize, FlowResponse)]
#[flow_response(Authorize, status = Pending, no_id = "not the point", no_amount = "nor is it")]
struct New {}

fn main() {}
