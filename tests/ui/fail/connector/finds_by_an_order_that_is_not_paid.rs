use connector_core::prelude::*;
use connector_core::{OrderId, PSyncByReference};
use connector_tests::fixture::AcmeError;

// Nobody would be found: no payment is one of an order that was announced.
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
#[connector_flow(connector = Acme, flow_name = PSync, http_method = Get, url = "/payments/{id}", response = New)]
struct PSyncRequest<'a> {
    #[connector_flow(from = request.connector_transaction_id)]
    id: &'a PaymentId,
}

#[derive(ConnectorFlow)]
#[connector_flow(connector = Acme, flow_name = PSyncByReference, http_method = Get, url = "/orders/{order}", response = New)]
struct OfOrderRequest<'a> {
    #[connector_flow(from = resource_common_data.connector_order_id)]
    order: &'a OrderId,
}

#[derive(Deserialize, FlowResponse)]
#[flow_response(Authorize, PSync, PSyncByReference, status = Pending, no_id = "not the point", no_amount = "nor is it")]
struct New {}

fn main() {}
