use connector_core::prelude::*;

#[derive(Debug, Clone, Copy, WireStatus)]
#[wire_status(AttemptStatus, unknown = Charged)]
enum Word {
    #[wire_status(Pending)]
    Open,
    #[wire_status(Charged)]
    Paid,
}

/// Nor is it a status of both kinds, which is enough to say.
#[derive(Debug, Clone, Copy, WireStatus)]
#[wire_status(AttemptStatus, RefundStatus, unknown = Charged)]
enum Shared {
    #[wire_status(Pending)]
    Open,
    #[wire_status(AttemptStatus = Charged, RefundStatus = Success)]
    Paid,
}

/// Goods would be shipped for it.
#[derive(Debug, Clone, Copy, WireStatus)]
#[wire_status(AttemptStatus, unknown = Authorized)]
enum Held {
    #[wire_status(Pending)]
    Open,
    #[wire_status(Charged)]
    Paid,
}

fn main() {
    let _ = Word::Open.meaning();
}
