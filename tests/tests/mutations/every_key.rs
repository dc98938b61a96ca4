//! A connector that has the keys that those of this repository do not need. Only mutated.

use bytes::Bytes;
use connector_core::prelude::*;
use connector_core::{BuildError, NotTaken, PayoutGet, RequestUrl};
use http::{HeaderMap, Request, StatusCode};

#[derive(Debug, Connector)]
#[connector(
    name = "every",
    base_url = "https://host",
    base_urls(files = "https://files"),
    test_base_urls(files = "https://files.test"),
    auth = BearerAuth,
    error = Problem,
    headers = dated,
    preprocess = plain,
)]
pub struct Every;

fn dated(_: &BearerAuth) -> Result<HeaderMap, BuildError> {
    Ok(HeaderMap::new())
}

fn plain(_: &BearerAuth, body: &Bytes) -> Result<Bytes, &'static str> {
    Ok(body.clone())
}

#[derive(ConnectorFlow)]
#[connector_flow(
    connector = Every,
    flow_name = Capture,
    http_method = Post,
    url = computed,
    base_url = files,
    content_type = "text/json",
    headers = digest,
    sign = signed,
    preprocess = plain,
    error = Problem,
    response = Payment,
)]
pub struct Order<'a> {
    #[connector_flow(read_by = digest, from = request.connector_transaction_id)]
    payment: &'a PaymentId,
    #[connector_flow(from = request.idempotency_key, min_len = 4, max_len = 64, charset = "A-Za-z0-9_-")]
    key: &'a IdempotencyKey,
    #[connector_flow(from = request.amount_to_capture)]
    part: Option<NotTaken>,
}

fn computed(order: &Order<'_>) -> Result<RequestUrl, BuildError> {
    RequestUrl::new("/")?.value("payment", order.payment)
}

fn digest(_: &Order<'_>) -> Result<HeaderMap, BuildError> {
    Ok(HeaderMap::new())
}

fn signed(_: &BearerAuth, _: &mut Request<Bytes>) -> Result<(), BuildError> {
    Ok(())
}

/// The connector's `preprocess` is for this flow.
#[derive(ConnectorFlow)]
#[connector_flow(connector = Every, flow_name = Void, http_method = Post, url = "/{payment}", response = Taken)]
pub struct Release<'a> {
    #[connector_flow(from = request.connector_transaction_id)]
    payment: &'a PaymentId,
    #[connector_flow(header = "Once", from = request.idempotency_key)]
    key: &'a IdempotencyKey,
}

#[derive(Deserialize, FlowResponse)]
#[flow_response(Void, status = VoidInitiated, format = Empty, no_id = "nothing is said at all")]
struct Taken;

#[derive(Deserialize, FlowResponse)]
#[flow_response(Capture(no_amount = "it is told by a sync"), no_id = "a number of its own")]
struct Payment {
    #[flow_response(status)]
    status: Wire<Word>,
}

#[derive(Debug, Clone, Copy, WireStatus)]
#[wire_status(AttemptStatus)]
enum Word {
    #[wire_status(Charged)]
    Paid,
    #[wire_status(Failure)]
    Refused,
}

#[derive(Webhook)]
#[webhook(connector = Every, scheme = Nothing, kind = "type")]
enum Event {
    #[webhook(PayoutGet, on("payout"), connector_payout_id = "id")]
    #[webhook(connector_order_id = "order", connector_mandate_id = "mandate")]
    PaidOut,
}

#[derive(Deserialize)]
struct Problem {}

impl ErrorResponse for Problem {
    fn class(&self, status: StatusCode) -> ErrorClass {
        ErrorClass::of_status(status)
    }

    fn into_error(self) -> ProcessorError {
        ProcessorError::default()
    }
}
