use connector_core::prelude::*;

#[derive(Debug, Clone, Copy, WireStatus)]
#[wire_status(AttemptStatus)]
enum Words {
    #[wire_status]
    Bare,
    #[wire_status()]
    Empty,
    #[wire_status = "Charged"]
    Assigned,
    #[wire_status("Charged")]
    Text,
    #[wire_status(Charged, Failure)]
    Two,
    #[wire_status(Charged Failure)]
    WithoutComma,
    #[wire_status(Charged, renam = "x")]
    UnknownKey,
    #[wire_status(Charged, rename = 3)]
    Number,
    #[wire_status(Charged, rename = "a", rename = "b")]
    TwoWords,
    #[wire_status(RefundStatus = Success, AttemptStatus = Charged)]
    OtherTarget,
    #[wire_status(AttemptStatus = Charged, AttemptStatus = Failure)]
    TwoMeanings,
}

fn main() {}
