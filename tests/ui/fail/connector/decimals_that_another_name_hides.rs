use connector_core::prelude::*;
use connector_core::{MinorUnit as Minor, money_object};
use connector_tests::fixture::AcmeError;

// What an amount counts is known by its type, and not by the name that the type has here.
#[derive(Debug, Connector)]
#[connector(name = "acme", base_url = "https://acme.test", auth = BearerAuth, error = AcmeError)]
#[connector(decimals(ISK = 2))]
struct Acme;

money_object! {
    struct Price { value: MinorUnit, currency: Currency }
}

#[derive(ConnectorFlow)]
#[connector_flow(ignores(connector_transaction_id = "left out here"))]
#[connector_flow(connector = Acme, flow_name = Refund, http_method = Post, url = "/refunds", response = Told)]
struct RefundRequest<'a> {
    #[connector_flow(header = "key", from = request.idempotency_key)]
    key: &'a IdempotencyKey,
    #[connector_flow(from = request.refund_amount)]
    price: Option<Price>,
}

type Amount = MinorUnit;
type Given = Option<Price>;

#[derive(ConnectorFlow)]
#[connector_flow(ignores(connector_transaction_id = "left out here"))]
#[connector_flow(connector = Acme, flow_name = Capture, http_method = Post, url = "/captures", response = Told)]
struct CaptureRequest<'a> {
    #[connector_flow(header = "key", from = request.idempotency_key)]
    key: &'a IdempotencyKey,
    #[connector_flow(from = request.amount_to_capture)]
    alias: Option<Amount>,
    #[connector_flow(from = request.amount_to_capture)]
    renamed: Minor,
    #[connector_flow(within = "of", from = request.amount_to_capture)]
    given: Given,
    #[connector_flow(within = "of", from = request.amount_to_capture)]
    counted: Counted<Amount, Acme>,
    #[connector_flow(from = request.amount_to_capture)]
    currency: Currency,
}

#[derive(Deserialize, FlowResponse)]
#[flow_response(Refund, Capture, status = Pending, no_id = "not the point", no_amount = "nor is it")]
struct Told {}

fn main() {}
