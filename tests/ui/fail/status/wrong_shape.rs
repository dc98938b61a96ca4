use connector_core::prelude::*;

#[derive(Debug, Clone, Copy, WireStatus)]
#[wire_status(AttemptStatus)]
enum Words {
    #[wire_status(Charged)]
    Paid { amount: u8 },
    #[wire_status(Failure)]
    Refused(u8),
}

#[derive(Debug, Clone, Copy, WireStatus)]
#[wire_status(AttemptStatus)]
struct NotAnEnum;

fn main() {}
