use connector_core::prelude::*;
use connector_core::{DSync, DisputeId};
use connector_tests::connectors;
use connector_tests::fixture::Payment;

connectors!(Acme, Bolt, Coda, Dune, Echo, Flux, Gong);

#[derive(Deserialize, FlowResponse)]
#[flow_response(PSync, status = Charged, no_id = "left out here", no_amount = "left out here")]
struct Any {}

#[derive(Deserialize, FlowResponse)]
#[flow_response(PSync, status = Charged, no_id = "left out here", no_amount = "left out here")]
#[flow_response(no_failure = "what is not paid is not found")]
struct Paid {}

// What is no error is not paid for that.
#[derive(FlowResponse)]
#[flow_response(PSync)]
enum Either {
    #[flow_response(error)]
    Failed(connector_tests::fixture::AcmeError),
    Known(Payment),
    Any(Any),
}

// With a reason one shape of several may be.
#[derive(FlowResponse)]
#[flow_response(PSync)]
enum Excused {
    Known(Payment),
    Paid(Paid),
}

#[derive(Deserialize, FlowResponse)]
#[flow_response(PSync)]
struct Several {
    #[flow_response(list = first)]
    data: Vec<Any>,
}

#[derive(Deserialize, FlowResponse)]
#[flow_response(DSync, status = Won, no_id = "left out here")]
struct AlwaysWon {}

// An order that fails is declined.
#[derive(Deserialize, FlowResponse)]
#[flow_response(Capture, status = Charged, no_id = "left out here", no_amount = "left out here")]
#[flow_response(no_failure = "no reason is needed")]
struct Taken {}

// That the payment was voided is never told.
#[derive(Deserialize, FlowResponse)]
#[flow_response(Void, status = Charged, no_id = "left out here")]
struct NeverVoided {}

#[derive(ConnectorFlow)]
#[connector_flow(connector = Gong, flow_name = Void, http_method = Post, url = "/v/{id}", response = NeverVoided)]
struct VoidGong<'a> {
    #[connector_flow(from = request.connector_transaction_id)]
    id: &'a PaymentId,
    #[connector_flow(header = "Idempotency-Key", from = request.idempotency_key)]
    key: &'a IdempotencyKey,
}

#[derive(ConnectorFlow)]
#[connector_flow(connector = Acme, flow_name = PSync, http_method = Get, url = "/p/{id}", response = Any)]
struct AskAny<'a> {
    #[connector_flow(from = request.connector_transaction_id)]
    id: &'a PaymentId,
}

#[derive(ConnectorFlow)]
#[connector_flow(connector = Bolt, flow_name = PSync, http_method = Get, url = "/p/{id}", response = Paid)]
struct AskPaid<'a> {
    #[connector_flow(from = request.connector_transaction_id)]
    id: &'a PaymentId,
}

#[derive(ConnectorFlow)]
#[connector_flow(connector = Coda, flow_name = PSync, http_method = Get, url = "/p/{id}", response = Either)]
struct AskEither<'a> {
    #[connector_flow(from = request.connector_transaction_id)]
    id: &'a PaymentId,
}

#[derive(ConnectorFlow)]
#[connector_flow(connector = Dune, flow_name = PSync, http_method = Get, url = "/p/{id}", response = Several)]
struct AskSeveral<'a> {
    #[connector_flow(from = request.connector_transaction_id)]
    id: &'a PaymentId,
}

#[derive(ConnectorFlow)]
#[connector_flow(connector = Echo, flow_name = DSync, http_method = Get, url = "/d/{id}", response = AlwaysWon)]
struct AskDispute<'a> {
    #[connector_flow(from = request.connector_dispute_id)]
    id: &'a DisputeId,
}

#[derive(ConnectorFlow)]
#[connector_flow(connector = Flux, flow_name = PSync, http_method = Get, url = "/p/{id}", response = Excused)]
struct AskExcused<'a> {
    #[connector_flow(from = request.connector_transaction_id)]
    id: &'a PaymentId,
}

fn main() {}
