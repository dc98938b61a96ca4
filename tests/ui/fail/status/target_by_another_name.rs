use connector_core::prelude::*;
use connector_core::Capture;

#[derive(Deserialize, FlowResponse)]
#[flow_response(PSync, Capture, no_id = "not the point here", no_amount = "nor is it")]
struct Payment {
    #[flow_response(status)]
    status: Wire<Word>,
}

#[derive(Debug, Clone, Copy, WireStatus)]
#[wire_status(PaymentStatus)]
enum Word {
    #[wire_status(Charged)]
    Paid,
    #[wire_status(Failure)]
    Refused,
}

#[derive(Debug, Clone, Copy, WireStatus)]
#[wire_status(RefundStatus, PaymentStatus)]
enum OfTwo {
    #[wire_status(RefundStatus = Success, AttemptStatus = Charged)]
    Done,
}

#[derive(Debug, Clone, Copy, WireStatus)]
#[wire_status(Payment)]
enum LikeNothing {
    #[wire_status(VoidedPostCapture)]
    Undone,
}

#[derive(Debug, Clone, Copy, WireStatus)]
#[wire_status(connector_core::AttemptStatus)]
enum ByAPath {
    #[wire_status(VoidedPostCapture)]
    Undone,
}

#[derive(Debug, Clone, Copy, WireStatus)]
#[wire_status(rename_all = "snake_case" AttemptStatus)]
enum WithoutAComma {
    #[wire_status(VoidedPostCapture)]
    Undone,
}

fn main() {}
