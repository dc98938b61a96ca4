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

// What holds its currency needs no other one.
#[derive(Deserialize, FlowResponse)]
#[flow_response(PSync, Authorize, no_id = "not the point here")]
struct Named {
    #[flow_response(status)]
    state: Wire<Word>,
    #[flow_response(amount)]
    amount: Sum,
    #[flow_response(amount_captured)]
    captured: Option<Sum>,
    #[flow_response(currency)]
    currency: Currency,
}

#[derive(Deserialize, FlowResponse)]
#[flow_response(PSync, currency = asked, no_id = "not the point here")]
struct Asked {
    #[flow_response(status)]
    state: Wire<Word>,
    #[flow_response(amount)]
    amount: Sum,
}

connector_core::money_object! {
    struct Sum { value: StringMajorUnit, currency: Currency }
}

// An amount by another name has none.
type Cents = MinorUnit;

#[derive(Deserialize, FlowResponse)]
#[flow_response(PSync, no_id = "not the point here")]
struct Renamed {
    #[flow_response(status)]
    state: Wire<Word>,
    #[flow_response(amount)]
    amount: Cents,
    #[flow_response(currency)]
    currency: Currency,
}

#[derive(Deserialize, FlowResponse)]
#[flow_response(PSync, Authorize, no_id = "not the point here")]
struct OfText {
    #[flow_response(status)]
    state: Wire<Word>,
    #[flow_response(amount)]
    amount: Box<str>,
    #[flow_response(currency)]
    currency: Currency,
}

fn main() {}
