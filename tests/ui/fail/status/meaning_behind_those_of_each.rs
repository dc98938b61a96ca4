use connector_core::prelude::*;

#[derive(Debug, Clone, Copy, WireStatus)]
#[wire_status(AttemptStatus = Pending, RefundStatus = Pending, unknown = Pending)]
enum Word {
    #[wire_status(Pending, AttemptStatus = Charged, RefundStatus = Success)]
    Done,
    #[wire_status(Failure)]
    Refused,
    #[wire_status(Pending, AttemptStatus = Authorized)]
    Held,
}

// Which case is meant is known, and so that two words are one.
#[derive(Debug, Clone, Copy, WireStatus)]
#[wire_status(AttemptStatus, rename_all = "snakecase")]
enum OfAnUnknownCase {
    #[wire_status(Charged)]
    PaidInFull,
    #[wire_status(Failure, rename = "paid_in_full")]
    Refused,
}

fn main() {}
