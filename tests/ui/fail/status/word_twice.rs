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

fn main() {}
