use connector_core::prelude::*;

#[derive(Debug, Clone, Copy, WireStatus)]
#[wire_status(AttemptStatus, rename_all = "snake-case")]
enum Words {
    #[wire_status(Charged)]
    Paid,
    #[wire_status(Failure)]
    Refused,
}

#[derive(Debug, Clone, Copy, WireStatus)]
#[wire_status(AttemptStatus, rename_all = "shouting")]
enum Others {
    #[wire_status(Charged)]
    Paid,
}

fn main() {}
