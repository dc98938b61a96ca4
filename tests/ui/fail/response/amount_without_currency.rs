use connector_core::prelude::*;
use connector_tests::fixture::Word;

#[derive(Deserialize, FlowResponse)]
#[flow_response(PSync)]
struct Reply {
    #[flow_response(status)]
    status: Wire<Word>,
    #[flow_response(amount)]
    amount: MinorUnit,
    #[flow_response(amount_captured)]
    captured: Option<MinorUnit>,
}

fn main() {}
