use connector_core::prelude::*;
use connector_tests::fixture::Word;

#[derive(Deserialize, FlowResponse)]
#[flow_response(status = told, decided_by = "the words")]
struct Reply {
    #[flow_response(status)]
    status: Wire<Word>,
}

fn main() {}
