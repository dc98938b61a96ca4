use connector_core::prelude::*;
use connector_tests::fixture::Word;

#[derive(Deserialize, FlowResponse)]
#[flow_response(PSync, no_id = "not the point here")]
#[serde(rename_all = "camelCase")]
struct Told {
    #[flow_response(status)]
    status: Wire<Word>,
    #[flow_response(amount)]
    total_sum: Option<MinorUnit>,
    #[serde(rename = "totalSum")]
    #[flow_response(amount_captured)]
    captured: Option<MinorUnit>,
    #[flow_response(currency)]
    currency: Option<Currency>,
}

// By another name of one of them, too.
#[derive(Deserialize, FlowResponse)]
#[flow_response(PSync, no_id = "not the point here", no_amount = "nor is it")]
struct Aliased {
    #[flow_response(status)]
    #[serde(alias = "state", alias = "status")]
    status: Wire<Word>,
    #[flow_response(error_code)]
    #[serde(alias = "reason", alias = "state")]
    code: Option<Box<str>>,
}

#[derive(Deserialize, FlowResponse)]
#[flow_response(Void, status = Voided, format = Empty, no_id = "not the point here")]
struct Nothing {
    reason: Option<Box<str>>,
}

fn main() {}
