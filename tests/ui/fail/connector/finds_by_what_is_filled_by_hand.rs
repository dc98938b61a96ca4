use connector_core::prelude::*;
use connector_core::{MerchantReference, PSyncByReference};
use connector_tests::fixture::AcmeError;

// Authorize is filled by hand, and none of its fields is the reference.
#[derive(Debug, Connector)]
#[connector(name = "acme", base_url = "https://acme.test", auth = BearerAuth, error = AcmeError)]
struct Acme;

#[derive(ConnectorFlow)]
#[connector_flow(connector = Acme, flow_name = Authorize, http_method = Post, url = "/payments", response = New)]
#[connector_flow(no_idempotency = "left out here")]
struct AuthorizeRequest {
    amount: i64,
}

impl TryFrom<&RouterData<Authorize>> for AuthorizeRequest {
    type Error = BuildError;

    fn try_from(data: &RouterData<Authorize>) -> Result<Self, BuildError> {
        Ok(Self { amount: data.request.amount.minor_amount.get() })
    }
}

#[derive(ConnectorFlow)]
#[connector_flow(connector = Acme, flow_name = PSync, http_method = Get, url = "/payments/{id}", response = New)]
struct PSyncRequest<'a> {
    #[connector_flow(from = request.connector_transaction_id)]
    id: &'a PaymentId,
}

#[derive(ConnectorFlow)]
#[connector_flow(connector = Acme, flow_name = PSyncByReference, http_method = Get, url = "/payments", response = New)]
struct SearchRequest<'a> {
    #[connector_flow(query, from = resource_common_data.connector_request_reference_id)]
    reference: &'a MerchantReference,
}

#[derive(Deserialize, FlowResponse)]
#[flow_response(Authorize, PSync, PSyncByReference, status = Pending, no_id = "not the point", no_amount = "nor is it")]
struct New {}

fn main() {}
