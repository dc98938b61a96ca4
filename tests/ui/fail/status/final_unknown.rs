use connector_core::prelude::*;

#[derive(Debug, Clone, Copy, WireStatus)]
#[wire_status(AttemptStatus, unknown = Charged)]
enum Word {
    #[wire_status(Pending)]
    Open,
    #[wire_status(Charged)]
    Paid,
}

fn main() {
    let _ = Word::Open.meaning();
}
