use connector_core::prelude::*;

#[derive(Debug, Clone, Copy, WireStatus)]
#[wire_status(AttemptStatus)]
enum Words {
    #[wire_status(Charged)]
    Paid,
    #[wire_status(Charged, rename = "Paid")]
    Settled,
    #[wire_status(Failure, rename = "")]
    Unsaid,
}

// In rustc's words.
#[derive(WireStatus)]
#[wire_status(AttemptStatus)]
enum Variants {
    #[wire_status(Charged)]
    Paid,
    #[wire_status(Failure)]
    Refused,
    #[wire_status(Failure)]
    Refused,
}

fn main() {}
