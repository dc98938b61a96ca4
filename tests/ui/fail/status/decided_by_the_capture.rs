use connector_core::prelude::*;

#[derive(Debug, Clone, Copy, WireStatus)]
#[wire_status(AttemptStatus, rename_all = "snake_case")]
enum Words {
    #[wire_status(Charged, manual = Authorized)]
    Paid,
    #[wire_status(Authorized, manual = Charged)]
    Reserved,
    #[wire_status(Failure, automatic = Charged)]
    Refused,
    #[wire_status(Authorized, automatic = Voided)]
    Held,
    #[wire_status(Charged, automatic = Authorized)]
    Swapped,
}

fn main() {}
