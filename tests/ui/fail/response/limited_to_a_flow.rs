use connector_core::prelude::*;
use connector_tests::connectors;
use connector_tests::fixture::Word;

#[derive(Deserialize, FlowResponse)]
#[flow_response(PSync, RSync)]
struct OtherFlow {
    #[flow_response(PSync(connector_transaction_id), Refund(connector_refund_id))]
    id: Box<str>,
    #[flow_response(status)]
    status: Wire<Word>,
}

connectors!(Acme);

#[derive(ConnectorFlow)]
#[connector_flow(connector = Acme, flow_name = Refund, http_method = Post, url = "/r", response = OtherFlow)]
#[connector_flow(no_idempotency = "not the point here", ignores(refund_amount = "nor is it"))]
struct Ordered<'a> {
    #[connector_flow(from = request.connector_transaction_id)]
    id: &'a PaymentId,
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
