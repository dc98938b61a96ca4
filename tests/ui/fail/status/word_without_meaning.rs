use connector_core::prelude::*;

#[derive(Debug, Clone, Copy, WireStatus)]
#[wire_status(AttemptStatus, RefundStatus)]
enum Words {
    Unmapped,
    #[wire_status(AttemptStatus = Charged)]
    Half,
    #[wire_status(rename = "x")]
    OnlyRenamed,
}

fn main() {}
