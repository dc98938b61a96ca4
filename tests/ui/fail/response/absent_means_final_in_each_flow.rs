use connector_core::prelude::*;
use connector_tests::fixture::Word;

#[derive(Deserialize, FlowResponse)]
#[flow_response(PSync, Capture, Authorize, no_id = "not the point here", no_amount = "nor is it")]
struct Told {
    #[flow_response(status, absent = Charged)]
    state: Option<Wire<Word>>,
}

fn main() {}
