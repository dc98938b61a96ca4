use connector_core::prelude::*;

#[derive(Debug, Clone, Copy)]
enum Words {
    Paid,
}

#[derive(Deserialize, FlowResponse)]
#[flow_response(PSync, no_id = "not the point here", no_amount = "nor is it")]
struct Told {
    #[flow_response(status)]
    status: Wire<Words>,
}

fn main() {}
