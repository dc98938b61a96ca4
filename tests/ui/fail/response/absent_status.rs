use connector_core::prelude::*;
use connector_tests::fixture::Word;

#[derive(Deserialize, FlowResponse)]
#[flow_response(PSync)]
struct NotLast {
    #[flow_response(status, absent = Pending)]
    first: Option<Wire<Word>>,
    #[flow_response(status)]
    second: Option<Wire<Word>>,
}

#[derive(Deserialize, FlowResponse)]
#[flow_response(PSync)]
struct OfNoStatus {
    #[flow_response(status)]
    status: Wire<Word>,
    #[flow_response(connector_transaction_id, absent = Pending)]
    id: Option<PaymentId>,
}

#[derive(Deserialize, FlowResponse)]
#[flow_response(PSync)]
struct OtherForm {
    #[flow_response(status, absent = AttemptStatus::Pending)]
    status: Option<Wire<Word>>,
}

#[derive(Deserialize, FlowResponse)]
#[flow_response(PSync)]
struct WithParameters<const N: usize> {
    #[flow_response(status, absent = Pending)]
    status: Option<Wire<Word>>,
}

fn main() {}
