use connector_core::prelude::*;
use connector_tests::fixture::Word;

#[derive(Deserialize, FlowResponse)]
#[flow_response(PSync, format = XML)]
struct Format {
    #[flow_response(status)]
    status: Wire<Word>,
}

#[derive(Deserialize, FlowResponse)]
#[flow_response(PSync, currency = EUR)]
struct OtherCurrency {
    #[flow_response(status)]
    status: Wire<Word>,
}

fn main() {}
