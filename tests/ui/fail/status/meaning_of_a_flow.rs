use connector_core::prelude::*;

#[derive(Debug, Clone, Copy, WireStatus)]
#[wire_status(AttemptStatus)]
enum Word {
    #[wire_status(Pending, flow(Capture = CaptureInitated))]
    MisspeltStatus,
    #[wire_status(Pending, flow(Refund = Pending))]
    OtherKind,
    #[wire_status(Pending, flow(Capture = CaptureInitiated, Capture = Charged))]
    Twice,
    #[wire_status(Pending, flow)]
    Bare,
    #[wire_status(Pending, flow())]
    Empty,
    #[wire_status(Pending, flow = Capture)]
    WrongForm,
    #[wire_status(Pending, flow(Capture))]
    WithoutMeaning,
    #[wire_status(flow(Capture = Charged))]
    NowhereElse,
    #[wire_status(Authorized, automatic = Chargd)]
    MisspeltCapture,
}

#[derive(Debug, Clone, Copy, WireStatus)]
#[wire_status(RefundStatus)]
enum RefundWord {
    #[wire_status(Success, automatic = Success, manual = Pending)]
    Done,
}

fn main() {}
