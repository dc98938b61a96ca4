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

fn main() {}
