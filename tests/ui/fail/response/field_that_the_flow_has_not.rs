use connector_core::prelude::*;
use connector_tests::fixture::Word;

#[derive(Deserialize, FlowResponse)]
#[flow_response(RSync, no_id = "not the point here", no_amount = "nor is it")]
struct Reply {
    #[flow_response(status)]
    status: Wire<Word>,
    #[flow_response(access_token)]
    token: Option<Box<str>>,
}

fn main() {}
