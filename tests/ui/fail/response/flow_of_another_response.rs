use connector_core::prelude::*;
use connector_tests::fixture::Word;

// A flow that there is, and a name that is like it.
#[derive(Deserialize, FlowResponse)]
#[flow_response(PSync, no_id = "not the point", no_amount = "nor is it")]
struct Payment {
    #[flow_response(status)]
    status: Wire<Word>,
    #[flow_response(DSync(status))]
    dispute: Wire<Word>,
}

fn main() {}
