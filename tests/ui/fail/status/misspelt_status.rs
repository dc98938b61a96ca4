use connector_core::prelude::*;

#[derive(Debug, Clone, Copy, WireStatus)]
#[wire_status(AttemptStatus)]
enum Words {
    #[wire_status(Chargd)]
    Paid,
    #[wire_status(Success)]
    Done,
}

#[derive(Debug, Clone, Copy, WireStatus)]
#[wire_status(AttemptStatus, unknown = Pendin)]
enum Unknown {
    #[wire_status(Charged)]
    Paid,
}

#[derive(Debug, Clone, Copy, WireStatus)]
#[wire_status(AttmptStatus)]
enum Target {
    #[wire_status(Charged)]
    Paid,
}

/// Of several kinds: once.
#[derive(Debug, Clone, Copy, WireStatus)]
#[wire_status(AttemptStatus, RefundStatus, unknown = Pendin)]
enum Shared {
    #[wire_status(AttemptStatus = Charged, RefundStatus = Success)]
    Paid,
    #[wire_status(Failur)]
    Refused,
    #[wire_status(Whatever)]
    Other,
}

fn main() {}
