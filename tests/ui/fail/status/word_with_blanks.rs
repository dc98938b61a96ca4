use connector_core::prelude::*;

#[derive(WireStatus)]
#[wire_status(AttemptStatus)]
enum Word {
    #[wire_status(Charged, rename = "paid ")]
    Paid,
    #[wire_status(Failure, rename = "not paid")]
    Refused,
}

fn main() {}
