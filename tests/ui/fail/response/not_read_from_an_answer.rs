use connector_core::prelude::*;
use connector_tests::fixture::Word;

#[derive(FlowResponse)]
#[flow_response(PSync)]
struct WithoutDeserialize {
    #[flow_response(status)]
    status: Wire<Word>,
}

#[derive(Deserialize, FlowResponse)]
#[flow_response(PSync)]
struct Borrowed<'a> {
    #[flow_response(status)]
    status: Wire<Word>,
    reference: &'a str,
}

fn main() {}
