use connector_core::prelude::*;
use connector_core::{CaptureMethod, PaymentMethodData, PaymentVoidData};
use connector_tests::connectors;

connectors!(Acme);

// No processor reads the JSON of this crate, in which a card's number is masked.
#[derive(ConnectorFlow)]
#[connector_flow(connector = Acme, flow_name = Authorize, http_method = Post, url = "/pay", response = Told)]
struct InOurForm<'a> {
    #[connector_flow(from = request.idempotency_key)]
    key: &'a IdempotencyKey,
    #[connector_flow(from = request.payment_method_data)]
    card: &'a PaymentMethodData,
    #[connector_flow(from = request.capture_method)]
    method: CaptureMethod,
    #[connector_flow(from = request.browser_information)]
    browser: Option<&'a connector_core::BrowserInformation>,
}

#[derive(ConnectorFlow)]
#[connector_flow(connector = Acme, flow_name = Capture, http_method = Post, url = "/capture", response = Told)]
struct Amounts {
    #[connector_flow(from = request.amount_to_capture)]
    amount: Option<Money>,
}

#[derive(ConnectorFlow)]
#[connector_flow(connector = Acme, flow_name = Void, http_method = Post, url = "/void", response = Told)]
#[connector_flow(no_idempotency = "left out here")]
struct Whole<'a> {
    #[connector_flow(from = request, takes(connector_transaction_id))]
    all: &'a PaymentVoidData,
}

#[derive(Deserialize, FlowResponse)]
#[flow_response(Authorize(status = Pending), Capture(status = Pending), Void(status = Pending))]
#[flow_response(no_id = "left out here", no_amount = "left out here")]
struct Told {}

fn main() {}
