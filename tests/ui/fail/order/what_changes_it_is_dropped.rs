use connector_core::prelude::*;
use connector_core::{CaptureMethod, FromSource, NotTaken, PaymentsCaptureData, Unfit};
use connector_tests::connectors;

connectors!(Acme, Silent, Asking, Misspelling, Guessing, Taking, Whole, OfOne, Other);

// Half of what is ordered is neither taken nor refused.
#[derive(ConnectorFlow)]
#[connector_flow(connector = Acme, flow_name = Authorize, http_method = Post, url = "/a", response = Paid)]
struct HalfAnOrder<'a> {
    #[connector_flow(from = request.idempotency_key)]
    key: &'a IdempotencyKey,
    #[connector_flow(from = request.amount)]
    amount: MinorUnit,
    #[connector_flow(from = request.capture_method)]
    capture: Capturing,
    #[connector_flow(from = request.authentication_data)]
    authenticated: Option<NotTaken>,
}

// A mistake in the reasons.
#[derive(ConnectorFlow)]
#[connector_flow(connector = Silent, flow_name = Capture, http_method = Post, url = "/a", response = Taken)]
#[connector_flow(ignores(amount_to_capture = "", amount_to_capture = "all is taken", amount_to_capture = "twice"))]
struct ReasonsThatGiveNone<'a> {
    #[connector_flow(from = request.idempotency_key)]
    key: &'a IdempotencyKey,
    #[connector_flow(from = request.connector_transaction_id)]
    payment: &'a PaymentId,
}

// What is left out changes no order.
#[derive(ConnectorFlow)]
#[connector_flow(connector = Asking, flow_name = Capture, http_method = Post, url = "/a", response = Taken)]
#[connector_flow(ignores(amount = "it is only to compare with", amount_to_capture = "all is taken"))]
struct ReasonForNothing<'a> {
    #[connector_flow(from = request.idempotency_key)]
    key: &'a IdempotencyKey,
    #[connector_flow(from = request.connector_transaction_id)]
    payment: &'a PaymentId,
}

// There is no such field.
#[derive(ConnectorFlow)]
#[connector_flow(connector = Misspelling, flow_name = Capture, http_method = Post, url = "/{id}", response = Taken)]
#[connector_flow(ignores(amount_to_captur = "all is taken"))]
struct ReasonForAMisspeltField<'a> {
    #[connector_flow(from = request.connector_transaction_id)]
    id: &'a PaymentId,
    #[connector_flow(from = request.idempotency_key)]
    key: &'a IdempotencyKey,
}

#[derive(ConnectorFlow)]
#[connector_flow(connector = Guessing, flow_name = Capture, http_method = Post, url = "/{id}", response = Taken)]
#[connector_flow(ignores(total = "all is taken"))]
struct ReasonForNoField<'a> {
    #[connector_flow(from = request.connector_transaction_id)]
    id: &'a PaymentId,
    #[connector_flow(from = request.idempotency_key)]
    key: &'a IdempotencyKey,
}

// It is taken all the same.
#[derive(ConnectorFlow)]
#[connector_flow(connector = Taking, flow_name = Capture, http_method = Post, url = "/a", response = Taken)]
#[connector_flow(ignores(amount_to_capture = "all is taken"))]
struct ReasonBesideTheField<'a> {
    #[connector_flow(from = request.idempotency_key)]
    key: &'a IdempotencyKey,
    #[connector_flow(from = request.connector_transaction_id)]
    payment: &'a PaymentId,
    #[connector_flow(from = request.amount_to_capture)]
    amount: Option<MinorUnit>,
}

// It is made of the whole request, and does not say of what; and it says of something that is not there.
#[derive(ConnectorFlow)]
#[connector_flow(connector = Whole, flow_name = Capture, http_method = Post, url = "/a", response = Taken)]
struct OfTheWhole<'a> {
    #[connector_flow(from = request.idempotency_key)]
    key: &'a IdempotencyKey,
    #[connector_flow(from = request)]
    all: All,
}

// What it is made of is a field of the request, and not the whole.
#[derive(ConnectorFlow)]
#[connector_flow(connector = OfOne, flow_name = Capture, http_method = Post, url = "/{id}", response = Taken)]
struct OfOneField<'a> {
    #[connector_flow(from = request.connector_transaction_id)]
    id: &'a PaymentId,
    #[connector_flow(from = request.idempotency_key)]
    key: &'a IdempotencyKey,
    #[connector_flow(from = request)]
    amount: Option<MinorUnit>,
}

#[derive(ConnectorFlow)]
#[connector_flow(connector = Other, flow_name = Capture, http_method = Post, url = "/a", response = Taken)]
struct OfSomethingElse<'a> {
    #[connector_flow(from = request.idempotency_key)]
    key: &'a IdempotencyKey,
    #[connector_flow(from = request, takes(connector_transaction_id, amount_to_capture, amount_to_hold))]
    all: All,
}

#[derive(Deserialize, FlowResponse)]
#[flow_response(Authorize, status = Pending, no_amount = "left out here")]
struct Paid {
    #[flow_response(connector_transaction_id)]
    id: PaymentId,
}

#[derive(Deserialize, FlowResponse)]
#[flow_response(Capture, status = CaptureInitiated, no_amount = "left out here")]
struct Taken {
    #[flow_response(connector_transaction_id)]
    id: PaymentId,
}

#[derive(serde::Serialize)]
struct Capturing;

impl FromSource<'_, CaptureMethod> for Capturing {
    fn from_source(_: &CaptureMethod) -> Result<Self, Unfit> {
        Ok(Self)
    }
}

#[derive(serde::Serialize)]
struct All;

impl FromSource<'_, PaymentsCaptureData> for All {
    fn from_source(_: &PaymentsCaptureData) -> Result<Self, Unfit> {
        Ok(Self)
    }
}

fn main() {}
