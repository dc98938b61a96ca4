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

fn main() {}
