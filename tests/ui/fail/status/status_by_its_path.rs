use connector_core::prelude::*;

#[derive(Debug, Clone, Copy, WireStatus)]
#[wire_status(AttemptStatus, unknown = AttemptStatus::Pending)]
enum Word {
    #[wire_status(AttemptStatus::Charged)]
    Paid,
    #[wire_status(Pending, flow(PSync = AttemptStatus::Unresolved))]
    Open,
    #[wire_status(AttemptStatus = AttemptStatus::Failure)]
    Refused,
    #[wire_status(Pending, automatic = AttemptStatus::Charged)]
    Held,
}

#[derive(Deserialize, FlowResponse)]
#[flow_response(PSync, status = AttemptStatus::Charged)]
struct Payment {}

fn main() {}
