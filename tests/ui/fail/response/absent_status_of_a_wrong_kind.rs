use connector_core::prelude::*;
use connector_tests::fixture::Word;

#[derive(Deserialize, FlowResponse)]
#[flow_response(PSync)]
struct NeverAbsent {
    #[flow_response(status, absent = Pending)]
    status: Wire<Word>,
}

#[derive(Deserialize, FlowResponse)]
#[flow_response(PSync)]
struct Misspelt {
    #[flow_response(status, absent = Pendin)]
    status: Option<Wire<Word>>,
}

fn main() {}
