use connector_core::prelude::*;

#[derive(Debug, Clone, Copy, WireStatus)]
#[wire_status(AttemptStatus)]
enum Words {
    #[wire_status(Chargd)]
    Paid,
    #[wire_status(Success)]
    Done,
}

#[derive(Debug, Clone, Copy, WireStatus)]
#[wire_status(AttemptStatus, unknown = Pendin)]
enum Unknown {
    #[wire_status(Charged)]
    Paid,
}

#[derive(Debug, Clone, Copy, WireStatus)]
#[wire_status(AttmptStatus)]
enum Target {
    #[wire_status(Charged)]
    Paid,
}

fn main() {}
