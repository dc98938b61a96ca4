use connector_core::prelude::*;

#[derive(Debug, Clone, Copy)]
enum Words {
    Paid,
}

#[derive(Deserialize, FlowResponse)]
#[flow_response(PSync)]
struct Told {
    #[flow_response(status)]
    status: Wire<Words>,
}

fn main() {}
