use connector_core::prelude::*;
use connector_tests::fixture::Word;

#[derive(Deserialize, FlowResponse)]
#[flow_response(PSync, no_id = "not the point here", no_amount = "nor is it")]
struct Told {
    #[flow_response(status)]
    status: Word,
}

#[derive(Deserialize, FlowResponse)]
#[flow_response(RSync, no_id = "not the point here", no_amount = "nor is it")]
struct Given {
    #[flow_response(status, absent = Pending)]
    state: Option<Word>,
}

#[derive(Deserialize, FlowResponse)]
#[flow_response(PSync, no_id = "not the point here", no_amount = "nor is it")]
struct Absent {
    #[flow_response(status)]
    status: Wire<Option<Word>>,
}

fn main() {}
