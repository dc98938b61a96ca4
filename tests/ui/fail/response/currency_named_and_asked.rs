use connector_core::prelude::*;
use connector_tests::fixture::Word;

#[derive(Deserialize, FlowResponse)]
#[flow_response(PSync, currency = asked, no_id = "not the point here")]
struct Told {
    #[flow_response(status)]
    state: Wire<Word>,
    #[flow_response(amount)]
    amount: MinorUnit,
    #[flow_response(currency)]
    currency: Currency,
}

// It is named in one of the flows.
#[derive(Deserialize, FlowResponse)]
#[flow_response(PSync, Capture, currency = asked, no_id = "not the point here", no_amount = "not the point here")]
struct Both {
    #[flow_response(status)]
    state: Wire<Word>,
    #[flow_response(amount)]
    amount: MinorUnit,
    #[flow_response(PSync(currency))]
    currency: Option<Currency>,
}

connector_core::money_object! {
    struct Sum { value: StringMajorUnit, currency: Currency }
}

// It has one of its own.
#[derive(Deserialize, FlowResponse)]
#[flow_response(PSync, no_id = "not the point here")]
struct Beside {
    #[flow_response(status)]
    state: Wire<Word>,
    #[flow_response(amount)]
    amount: Sum,
    #[flow_response(currency)]
    currency: Currency,
}

fn main() {}
