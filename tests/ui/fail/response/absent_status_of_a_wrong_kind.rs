use connector_core::prelude::*;
use connector_tests::fixture::Word;

#[derive(Deserialize, FlowResponse)]
#[flow_response(PSync, no_id = "not the point here", no_amount = "nor is it")]
struct NeverAbsent {
    #[flow_response(status, absent = Pending)]
    status: Wire<Word>,
}

#[derive(Deserialize, FlowResponse)]
#[flow_response(PSync, no_id = "not the point here", no_amount = "nor is it")]
struct Misspelt {
    #[flow_response(status, absent = Pendin)]
    status: Option<Wire<Word>>,
}

fn main() {}
