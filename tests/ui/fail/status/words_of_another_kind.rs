use connector_core::prelude::*;

#[derive(Deserialize, FlowResponse)]
#[flow_response(RSync, no_id = "not the point here", no_amount = "nor is it")]
struct RefundReply {
    #[flow_response(status)]
    status: Wire<RefundWord>,
}

#[derive(Debug, Clone, Copy, WireStatus)]
#[wire_status(AttemptStatus)]
enum RefundWord {
    #[wire_status(Pending)]
    Open,
    #[wire_status(Success)]
    Done,
    #[wire_status(TransactionFailure)]
    Refused,
}

// One of them alone.
#[derive(Debug, Clone, Copy, WireStatus)]
#[wire_status(RefundStatus)]
enum OtherWord {
    #[wire_status(Pending)]
    Open,
    #[wire_status(Charged)]
    Done,
    #[wire_status(Failure)]
    Refused,
}

// Two that are swapped.
#[derive(Debug, Clone, Copy, WireStatus)]
#[wire_status(AttemptStatus, RefundStatus)]
enum SwappedWord {
    #[wire_status(AttemptStatus = Success, RefundStatus = Charged)]
    Done,
    #[wire_status(Failure)]
    Refused,
}

fn main() {}
