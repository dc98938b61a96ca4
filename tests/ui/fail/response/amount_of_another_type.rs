use connector_core::prelude::*;
use connector_tests::fixture::Word;

#[derive(Deserialize)]
struct Pair {
    value: StringMajorUnit,
    currency: Currency,
}

#[derive(Deserialize, FlowResponse)]
#[flow_response(PSync, no_id = "not the point here")]
struct Reply {
    #[flow_response(status)]
    status: Wire<Word>,
    #[flow_response(amount)]
    amount: Pair,
}

connector_core::money_object! {
    struct Sum { value: u64, currency: Currency }
}

fn main() {}
