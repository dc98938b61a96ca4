use connector_core::prelude::*;
use connector_core::{MerchantReference, PSyncByReference};
use connector_tests::fixture::AcmeError;

// Nobody would be found: the orders do not say what the merchant calls them.
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
#[connector_flow(connector = Acme, flow_name = PSyncByReference, http_method = Get, url = "/payments", response = New)]
struct SearchRequest<'a> {
    #[connector_flow(query, from = resource_common_data.connector_request_reference_id)]
    reference: &'a MerchantReference,
}

// PSync sends it, too, which is where it is said.
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
struct OtherAuthorizeRequest {
    #[connector_flow(from = request.amount)]
    amount: MinorUnit,
}

#[derive(ConnectorFlow)]
#[connector_flow(connector = Bolt, flow_name = PSync, http_method = Get, url = "/payments/{id}", response = New)]
struct AskRequest<'a> {
    #[connector_flow(from = request.connector_transaction_id)]
    id: &'a PaymentId,
    #[connector_flow(query, from = resource_common_data.connector_request_reference_id)]
    reference: Option<&'a MerchantReference>,
}

#[derive(ConnectorFlow)]
#[connector_flow(connector = Bolt, flow_name = PSyncByReference, http_method = Get, url = "/payments", response = New)]
struct OtherSearchRequest<'a> {
    #[connector_flow(query, from = resource_common_data.connector_request_reference_id)]
    reference: &'a MerchantReference,
}

#[derive(Deserialize, FlowResponse)]
#[flow_response(Authorize, PSync, PSyncByReference, status = Pending, no_id = "not the point", no_amount = "nor is it")]
struct New {
    #[flow_response(connector_response_reference_id)]
    reference: MerchantReference,
}

fn main() {}
