use connector_core::prelude::*;

#[derive(Debug, Clone, Copy, WireStatus)]
#[wire_status(AttemptStatus, RefundStatus)]
enum Word {
    #[wire_status(Pending, flow(Captur = CaptureInitiated, Void = VoidInitated))]
    Open,
}

fn main() {}
