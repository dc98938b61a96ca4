use connector_core::prelude::*;
use connector_tests::fixture::Word;

#[derive(Deserialize, FlowResponse)]
#[flow_response(PSync)]
enum Reply {
    One,
    Another,
}

#[derive(Deserialize, FlowResponse)]
#[flow_response(PSync)]
struct Tuple(#[flow_response(status)] Wire<Word>);

fn main() {}
