use connector_core::prelude::*;
use connector_tests::fixture::Word;

#[derive(Deserialize, FlowResponse)]
#[flow_response(PSync)]
struct Reply {
    #[flow_response(status)]
    status: Wire<Word>,
    #[flow_response(status)]
    state: Wire<Word>,
    #[flow_response(connector_transaction_id, connector_transaction_id)]
    id: PaymentId,
}

fn main() {}
