use connector_core::prelude::*;
use connector_core::{Accept, Currency};
use connector_tests::connectors;

connectors!(Capturing, Voiding, Refunding, Accepting, Asking, AskingByAnother, InPart, Numbers, Dollars);

#[derive(ConnectorFlow)]
#[connector_flow(connector = Capturing, flow_name = Capture, http_method = Post, url = "/capture", response = Told)]
struct CaptureOfNothing<'a> {
    #[connector_flow(from = request.idempotency_key)]
    key: &'a IdempotencyKey,
    #[connector_flow(from = request.amount_to_capture)]
    amount: Option<MinorUnit>,
}

#[derive(ConnectorFlow)]
#[connector_flow(connector = Voiding, flow_name = Void, http_method = Post, url = "/void", response = Told)]
struct VoidOfNothing<'a> {
    #[connector_flow(from = request.idempotency_key)]
    key: &'a IdempotencyKey,
}

#[derive(ConnectorFlow)]
#[connector_flow(connector = Refunding, flow_name = Refund, http_method = Post, url = "/refund", response = Told)]
struct RefundOfNothing<'a> {
    #[connector_flow(from = request.idempotency_key)]
    key: &'a IdempotencyKey,
    #[connector_flow(from = request.refund_amount)]
    amount: Option<MinorUnit>,
}

#[derive(ConnectorFlow)]
#[connector_flow(connector = Accepting, flow_name = Accept, http_method = Post, url = "/accept", response = Told)]
#[connector_flow(no_idempotency = "left out here")]
struct AcceptNothing {}

#[derive(ConnectorFlow)]
#[connector_flow(connector = Asking, flow_name = PSync, http_method = Get, url = "/payments", response = Told)]
struct AskAboutNothing {
    #[connector_flow(query, value = "all")]
    which: &'static str,
}

// A payment has several refunds.
#[derive(ConnectorFlow)]
#[connector_flow(connector = AskingByAnother, flow_name = RSync, http_method = Get, url = "/{id}", response = Told)]
struct AskByThePayment<'a> {
    #[connector_flow(from = request.connector_transaction_id)]
    id: &'a PaymentId,
}

// The currency of a part is not the part.
#[derive(ConnectorFlow)]
#[connector_flow(connector = InPart, flow_name = Capture, http_method = Post, url = "/{id}", response = Told)]
struct CaptureInACurrency<'a> {
    #[connector_flow(from = request.connector_transaction_id)]
    id: &'a PaymentId,
    #[connector_flow(from = request.idempotency_key)]
    key: &'a IdempotencyKey,
    #[connector_flow(from = request.amount_to_capture)]
    currency: Option<Currency>,
}

// Of what currency is the number?
#[derive(ConnectorFlow)]
#[connector_flow(connector = Numbers, flow_name = Authorize, http_method = Post, url = "/pay", response = Told)]
#[connector_flow(ignores(
    payment_method_data = "left out here", capture_method = "left out here", authentication_data = "left out here",
    setup_future_usage = "left out here", off_session = "left out here", split_payments = "left out here",
    authentication_type = "left out here",
))]
struct PayANumber<'a> {
    #[connector_flow(from = request.idempotency_key)]
    key: &'a IdempotencyKey,
    #[connector_flow(from = request.amount)]
    amount: MinorUnit,
}

// Always the same, whatever was asked.
#[derive(ConnectorFlow)]
#[connector_flow(connector = Dollars, flow_name = Authorize, http_method = Post, url = "/pay", response = Told)]
#[connector_flow(ignores(
    payment_method_data = "left out here", capture_method = "left out here", authentication_data = "left out here",
    setup_future_usage = "left out here", off_session = "left out here", split_payments = "left out here",
    authentication_type = "left out here",
))]
struct PayDollars<'a> {
    #[connector_flow(from = request.idempotency_key)]
    key: &'a IdempotencyKey,
    #[connector_flow(from = request.amount)]
    amount: MinorUnit,
    #[connector_flow(value = "USD")]
    currency: &'static str,
}

#[derive(Deserialize, FlowResponse)]
#[flow_response(Authorize(status = Pending), Capture(status = Pending), Void(status = Pending), PSync(status = Pending))]
#[flow_response(Refund(status = Pending), RSync(status = Pending), Accept(status = Accepted))]
#[flow_response(no_id = "left out here", no_amount = "left out here")]
struct Told {}

fn main() {}
