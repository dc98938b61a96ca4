use connector_core::prelude::*;
use connector_tests::fixture::Word;

#[derive(ConnectorFlow)]
struct Request<'a> {
    payment_id: &'a PaymentId,
}

#[derive(Connector)]
struct Acme;

#[derive(Deserialize, FlowResponse)]
struct Reply {
    status: Wire<Word>,
}

#[derive(Debug, Clone, Copy, WireStatus)]
enum Status {
    Paid,
    Refused,
}

fn main() {}
