use connector_core::prelude::*;

// Words and what else is missing are told in one compile.
#[derive(Deserialize, FlowResponse)]
#[flow_response(Capture)]
struct Captured {
    #[flow_response(connector_transaction_id)]
    id: PaymentId,
    #[flow_response(status)]
    status: Wire<Cancelled>,
}

#[derive(Debug, Clone, Copy, WireStatus)]
#[wire_status(AttemptStatus)]
enum Cancelled {
    #[wire_status(Charged)]
    Done,
    #[wire_status(Voided)]
    Gone,
}

fn main() {}
