use connector_core::prelude::*;

/// One of them says that it succeeded, one that it failed.
#[derive(Debug, Clone, Copy, WireStatus)]
#[wire_status(RefundStatus, no_success = "a sync tells", no_failure = "nothing fails")]
enum RefundWord {
    #[wire_status(Success)]
    Done,
    #[wire_status(Failure)]
    Refused,
}

/// As those of a refund they lack a success: the reason is one.
#[derive(Debug, Clone, Copy, WireStatus)]
#[wire_status(AttemptStatus, RefundStatus, no_success = "a refund is told elsewhere")]
enum Word {
    #[wire_status(AttemptStatus = Charged, RefundStatus = none)]
    Paid,
    #[wire_status(Failure)]
    Refused,
}

/// A sync of a payment would lack a failure: the reason is one.
#[derive(Debug, Clone, Copy, WireStatus)]
#[wire_status(AttemptStatus, no_failure = "failures are of other names")]
enum CaptureWord {
    #[wire_status(Charged)]
    Done,
}

fn main() {}
