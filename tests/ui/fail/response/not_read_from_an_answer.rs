use connector_core::prelude::*;
use connector_tests::fixture::Word;

#[derive(FlowResponse)]
#[flow_response(PSync, no_id = "not the point here", no_amount = "nor is it")]
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

#[derive(Deserialize, FlowResponse)]
#[flow_response(PSync, no_amount = "not the point here")]
struct WithoutLifetime {
    #[flow_response(connector_transaction_id)]
    id: &str,
    #[flow_response(status)]
    status: Wire<Word>,
}

fn main() {}
