use connector_core::prelude::*;
use connector_tests::fixture::Word;

#[derive(Deserialize, FlowResponse)]
#[flow_response(PSync, no_amount = "not the point here")]
#[serde(rename_all = "camelcase")]
struct Told {
    #[flow_response(connector_transaction_id)]
    payment_id: PaymentId,
    #[flow_response(status)]
    status: Wire<Word>,
}

#[derive(Deserialize, FlowResponse)]
#[flow_response(PSync)]
struct All {
    #[flow_response(list)]
    all: Vec<Told>,
}

#[derive(Deserialize, FlowResponse)]
#[flow_response(RSync, no_amount = "not the point here")]
struct Given {
    #[serde(rename = 3)]
    #[flow_response(connector_refund_id)]
    refund_id: RefundId,
    #[serde(rename(deserialize = "state"))]
    #[flow_response(status)]
    status: Wire<Word>,
}

#[derive(Deserialize, FlowResponse)]
#[flow_response(RSync, no_id = "not the point here", no_amount = "nor is it")]
#[serde(transparent)]
struct Several {
    #[flow_response(status)]
    status: Wire<Word>,
    reason: Box<str>,
}

fn main() {}
