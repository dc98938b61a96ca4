use connector_core::prelude::*;
use connector_tests::fixture::Word;

#[derive(Deserialize, FlowResponse)]
#[flow_response(PSync)]
struct Told {
    #[serde(skip)]
    #[flow_response(status)]
    state: Option<Wire<Word>>,
    #[flow_response(connector_transaction_id)]
    id: PaymentId,
    #[serde(rename = "value", skip_deserializing)]
    #[flow_response(amount)]
    amount: Option<MinorUnit>,
    #[serde(default)] // it is read where it is there
    #[flow_response(currency)]
    currency: Option<Currency>,
    #[serde(skip)] // nothing is made of it
    note: (),
}

#[derive(Deserialize, FlowResponse)]
#[flow_response(PSync, no_id = "not the point here", no_amount = "nor is it")]
struct LeftOut {
    #[serde(skip)]
    #[flow_response(status)]
    state: Wire<Word>,
}

#[derive(Deserialize, FlowResponse)]
#[flow_response(PSync, no_id = "not the point here", no_amount = "nor is it")]
struct MadeUp {
    #[serde(default)]
    #[flow_response(status)]
    state: Wire<Word>,
    #[serde(default)] // marked or not
    other: Wire<Word>,
}

fn main() {}
