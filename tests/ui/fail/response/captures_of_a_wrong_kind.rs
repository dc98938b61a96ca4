use connector_core::prelude::*;
use connector_core::CaptureId;
use connector_tests::fixture::Word;

#[derive(Deserialize, FlowResponse)]
#[flow_response(Authorize, PSync, no_id = "not the point here", no_amount = "nor is it")]
struct Payment {
    #[flow_response(status)]
    status: Wire<Word>,
    #[flow_response(capture)] // a list
    parts: Option<Vec<Box<str>>>,
}

#[derive(Deserialize, FlowResponse)]
#[flow_response(Authorize, PSync, no_id = "not the point here", no_amount = "nor is it")]
struct OfItself {
    #[flow_response(status)]
    status: Wire<Word>,
    #[flow_response(captures)]
    parts: Option<Vec<OfItself>>,
}

#[derive(Deserialize, FlowResponse)]
#[flow_response(Authorize, PSync, no_id = "not the point here", no_amount = "nor is it")]
struct Holds {
    #[flow_response(status)]
    status: Wire<Word>,
    #[flow_response(Authorize(captures))]
    one: Vec<WithThePaymentsId>,
    #[flow_response(PSync(captures))]
    another: Vec<WithoutId>,
}

#[derive(Deserialize, FlowResponse)]
#[flow_response(Authorize, PSync, Capture, no_id = "the whole names the payment")]
struct WithThePaymentsId {
    #[flow_response(connector_transaction_id)]
    id: PaymentId,
    #[flow_response(status)]
    status: Wire<Word>,
    #[flow_response(amount_captured)]
    amount: MinorUnit,
    #[flow_response(currency)]
    currency: Currency,
}

#[derive(Deserialize, FlowResponse)]
#[flow_response(Authorize, PSync, no_id = "the whole names the payment")]
struct WithoutId {
    #[flow_response(status)]
    status: Wire<Word>,
    #[flow_response(amount_captured)]
    amount: MinorUnit,
    #[flow_response(currency)]
    currency: Currency,
}

#[derive(Deserialize, FlowResponse)]
#[flow_response(Authorize, PSync, no_id = "not the point here", no_amount = "nor is it")]
struct HoldsOthers {
    #[flow_response(status)]
    status: Wire<Word>,
    #[flow_response(captures)]
    parts: Vec<WithThePaymentsAmount>,
    #[flow_response(Authorize(capture))]
    part: WithoutAmount,
}

#[derive(Deserialize, FlowResponse)]
#[flow_response(Authorize, PSync, Capture, no_id = "the whole names the payment")]
struct WithThePaymentsAmount {
    #[flow_response(connector_capture_id)]
    id: CaptureId,
    #[flow_response(status)]
    status: Wire<Word>,
    #[flow_response(amount)]
    amount: MinorUnit,
    #[flow_response(currency)]
    currency: Currency,
}

#[derive(Deserialize, FlowResponse)]
#[flow_response(Authorize, PSync, Capture, no_id = "the whole names the payment")]
struct WithoutAmount {
    #[flow_response(connector_capture_id)]
    id: CaptureId,
    #[flow_response(status)]
    status: Wire<Word>,
}

connector_tests::connectors!(Acme);

#[derive(ConnectorFlow)]
#[connector_flow(connector = Acme, flow_name = Capture, http_method = Post, url = "/b", response = WithThePaymentsAmount)]
#[connector_flow(ignores(amount_to_capture = "left out here", connector_transaction_id = "left out here"))]
#[connector_flow(no_idempotency = "left out here")]
struct CaptureRequest;

fn main() {}
