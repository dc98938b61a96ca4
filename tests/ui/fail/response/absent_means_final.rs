use connector_core::prelude::*;
use connector_tests::fixture::Word;

#[derive(Deserialize, FlowResponse)]
#[flow_response(PSync, no_id = "not the point here", no_amount = "nor is it")]
struct Reply {
    #[flow_response(status, absent = Charged)]
    status: Option<Wire<Word>>,
}

fn main() {}
