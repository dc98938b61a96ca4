use connector_core::prelude::*;
use connector_tests::connectors;

connectors!(Acme, Bolt, Coda);

#[derive(Deserialize, FlowResponse)]
#[flow_response(PSync, status = Charged, no_id = "left out here", no_amount = "left out here")]
struct Any {}

#[derive(Deserialize, FlowResponse)]
#[flow_response(PSync, status = Charged, no_id = "left out here", no_amount = "left out here")]
#[flow_response(no_failure = "what is not paid is not found")]
struct Paid {}

// One shape of several: another one tells what failed.
#[derive(FlowResponse)]
#[flow_response(PSync)]
enum Either {
    Any(Any),
    #[flow_response(error)]
    Failed(connector_tests::fixture::AcmeError),
}

// An order that fails is declined.
#[derive(Deserialize, FlowResponse)]
#[flow_response(Capture, status = Charged, no_id = "left out here", no_amount = "left out here")]
#[flow_response(no_failure = "no reason is needed")]
struct Taken {}

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

fn main() {}
