use connector_core::prelude::*;
use connector_core::CaptureId;
use connector_tests::fixture::Word;

#[derive(Deserialize, FlowResponse)]
#[flow_response(Authorize, PSync, no_id = "not the point here", no_amount = "nor is it")]
struct Payment {
    #[flow_response(status)]
    status: Wire<Word>,
    #[flow_response(captures)]
    parts: Vec<WithTheAmountOfAPayment>,
}

#[derive(Deserialize, FlowResponse)]
#[flow_response(Authorize, PSync, no_id = "of a capture")]
struct WithTheAmountOfAPayment {
    #[flow_response(status)]
    status: Wire<Word>,
    #[flow_response(connector_capture_id)]
    id: CaptureId,
    #[flow_response(amount)]
    amount: MinorUnit,
    #[flow_response(currency)]
    currency: Currency,
}

#[derive(Deserialize, FlowResponse)]
#[flow_response(PSync, no_id = "not the point here", no_amount = "nor is it")]
struct LastCapture {
    #[flow_response(status)]
    status: Wire<Word>,
    #[flow_response(capture)]
    last: WithoutId,
}

#[derive(Deserialize, FlowResponse)]
#[flow_response(PSync, no_id = "nothing names it", no_amount = "nor is it the whole")]
struct WithoutId {
    #[flow_response(status)]
    status: Wire<Word>,
    #[flow_response(amount_captured)]
    amount: MinorUnit,
    #[flow_response(currency)]
    currency: Currency,
}

fn main() {}
