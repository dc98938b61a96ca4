use connector_core::prelude::*;
use connector_tests::fixture::Word;

#[derive(Deserialize, FlowResponse)]
#[flow_response(PSync, RSync)]
struct OtherFlow {
    #[flow_response(PSync(connector_transaction_id), Refund(connector_refund_id))]
    id: Box<str>,
    #[flow_response(status)]
    status: Wire<Word>,
}

#[derive(Deserialize, FlowResponse)]
#[flow_response(PSync, RSync)]
struct StatusInOne {
    #[flow_response(PSync(status))]
    status: Wire<Word>,
}

#[derive(Deserialize, FlowResponse)]
#[flow_response(PSync, RSync)]
struct TwoThings {
    #[flow_response(connector_transaction_id, RSync(connector_refund_id))]
    id: Box<str>,
    #[flow_response(PSync(connector_transaction_id))]
    other: Box<str>,
    #[flow_response(status)]
    status: Wire<Word>,
}

#[derive(Deserialize, FlowResponse)]
#[flow_response(PSync, RSync)]
struct CurrencyInOne {
    #[flow_response(status)]
    status: Wire<Word>,
    #[flow_response(amount)]
    amount: MinorUnit,
    #[flow_response(PSync(currency))]
    currency: Currency,
    #[flow_response(PSync(nonsense))]
    rest: Box<str>,
}

fn main() {}
