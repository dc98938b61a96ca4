use connector_core::prelude::*;
use connector_tests::fixture::Word;

// The name is told, and not each field that is of the flow.
#[derive(Deserialize, FlowResponse)]
#[flow_response(PSynk, RSync, no_id = "not the point", no_amount = "nor is it")]
struct Misspelt {
    #[flow_response(status)]
    status: Wire<Word>,
    #[flow_response(PSync(card_last_four))]
    card: Option<connector_core::CardLastFour>,
    #[flow_response(PSync(network_transaction_id))]
    network: Option<Box<str>>,
}

fn main() {}
