use connector_core::prelude::*;

#[derive(Debug, Clone, Copy, WireStatus)]
#[wire_status(AttemptStatus, RefundStatus)]
enum Word {
    #[wire_status(Pending, flow(PSync = Pending))]
    OfAFlow,
    #[wire_status(AttemptStatus = Authorized, RefundStatus = none, automatic = Charged, manual = Authorized)]
    ByCapture,
    #[wire_status(AttemptStatus = Charged, RefundStatus = none, flow(RSync = none))]
    OfNothing,
    // What the way of capturing decides, a flow may take back.
    #[wire_status(AttemptStatus = Authorized, RefundStatus = Success, automatic = Charged, flow(PSync = Authorized))]
    Decided,
    #[wire_status(Failure)]
    Refused,
}

fn main() {}
