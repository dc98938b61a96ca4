use connector_core::prelude::*;

#[derive(Deserialize, FlowResponse)]
#[flow_response(PSync, Capture, no_id = "not the point here", no_amount = "nor is it")]
struct Payment {
    #[flow_response(status)]
    status: Wire<Word>,
}

#[derive(Debug, Clone, Copy, WireStatus)]
#[wire_status(AttemptStatus)]
enum Word {
    #[wire_status(Pending)]
    Open,
}

#[derive(Deserialize, FlowResponse)]
#[flow_response(RSync, Refund, no_id = "not the point here", no_amount = "nor is it")]
struct RefundReply {
    #[flow_response(status)]
    status: Wire<RefundWord>,
}

#[derive(Debug, Clone, Copy, WireStatus)]
#[wire_status(RefundStatus, no_success = "")]
enum RefundWord {
    #[wire_status(Pending)]
    Open,
}

#[derive(Deserialize, FlowResponse)]
#[flow_response(RSync, no_id = "not the point here", no_amount = "nor is it")]
struct Excused {
    #[flow_response(status)]
    status: Wire<ExcusedWord>,
}

#[derive(Debug, Clone, Copy, WireStatus)]
#[wire_status(RefundStatus, no_failure = "a refund that fails disappears from the list")]
enum ExcusedWord {
    #[wire_status(Success)]
    Done,
}

#[derive(Deserialize, FlowResponse)]
#[flow_response(PSync, no_id = "not the point here", no_amount = "nor is it")]
struct Refused {
    #[flow_response(status)]
    status: Wire<Refusal>,
}

#[derive(Debug, Clone, Copy, WireStatus)]
#[wire_status(AttemptStatus)]
enum Refusal {
    #[wire_status(Failure)]
    No,
}

fn main() {}
