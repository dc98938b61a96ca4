use connector_core::prelude::*;

#[derive(WireStatus)]
#[serde(rename_all = "snake_case")]
#[wire_status(AttemptStatus)]
enum Word {
    #[wire_status(Charged)]
    Paid,
    #[serde(rename = "DECLINED")]
    #[wire_status(Failure)]
    Refused,
    #[serde(other)]
    #[wire_status(Pending)]
    Other,
    #[serde(untagged)] // what it means is not asked
    Rest(Box<str>),
}

fn main() {}
