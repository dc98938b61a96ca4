use connector_core::prelude::*;
use connector_tests::fixture::Word;

#[derive(Deserialize, FlowResponse)]
#[serde(rename_al = "camelCase")]
#[flow_response(PSync, no_id = "not the point here", no_amount = "nor is it")]
struct Told {
    #[flow_response(status)]
    state: Wire<Word>,
}

#[derive(Deserialize, FlowResponse)]
#[flow_response(PSync, no_id = "not the point here", no_amount = "nor is it")]
struct Other {
    #[serde(renam = "State")]
    #[flow_response(status)]
    state: Wire<Word>,
}

fn main() {}
