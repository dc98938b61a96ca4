use connector_core::prelude::*;

#[derive(Deserialize, FlowResponse)]
#[flow_response(PSync)]
struct Reply {
    #[flow_response(connector_transaction_id)]
    id: PaymentId,
}

fn main() {}
