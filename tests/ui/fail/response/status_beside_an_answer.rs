use connector_core::prelude::*;
use connector_tests::fixture::Word;

#[derive(Deserialize, FlowResponse)]
#[flow_response(PSync, status = Charged)]
struct Payment {
    #[flow_response(status)]
    status: Option<Wire<Word>>,
}

#[derive(Deserialize, FlowResponse)]
#[flow_response(PSync, Capture, status = Charged)]
struct OfOneFlow {
    #[flow_response(PSync(status))]
    status: Wire<Word>,
}

#[derive(Deserialize, FlowResponse)]
#[flow_response(PSync, Capture(status = Charged))]
struct InOneFlow {
    #[flow_response(status)]
    status: Wire<Word>,
}

#[derive(Deserialize, FlowResponse)]
#[flow_response(Void(status = Voided), Capture(status = Charged), status = Pending)]
#[flow_response(no_id = "not the point", no_amount = "nor is it")]
struct InEachFlow {}

fn main() {}
