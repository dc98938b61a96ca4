use connector_core::prelude::*;
use connector_tests::fixture::Word;

#[derive(Deserialize, FlowResponse)]
#[flow_response(PSync, no_amount = "not the point here")]
struct OfNoForm {
    #[serde(rename = "@id")]
    #[flow_response(connector_transaction_id)]
    id: PaymentId,
    #[flow_response(status)]
    status: Wire<Word>,
    #[serde(rename = "$text")]
    text: Box<str>,
}

// A form that is misspelt is one mistake, and a key of JSON's none.
#[derive(Deserialize, FlowResponse)]
#[flow_response(PSync, format = Xlm, no_id = "not the point here", no_amount = "nor is it")]
struct Misspelt {
    #[serde(rename = "@state")]
    #[flow_response(status)]
    status: Wire<Word>,
}

#[derive(Deserialize, FlowResponse)]
#[flow_response(PSync, format = Json, no_id = "not the point here", no_amount = "nor is it")]
struct OfJson {
    #[serde(rename = "@state")]
    #[flow_response(status)]
    status: Wire<Word>,
}

fn main() {}
