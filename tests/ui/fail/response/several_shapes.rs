use connector_core::prelude::*;
use connector_tests::fixture::{AcmeError, Payment, Word};

#[derive(FlowResponse)]
#[flow_response(PSync)]
enum WithoutTypes {
    Unit,
    Two(Payment, Payment),
    Named { payment: Payment },
}

#[derive(FlowResponse)]
#[flow_response(PSync)]
enum OnlyErrors {
    #[flow_response(error)]
    Refused(AcmeError),
}

/// The mark stands at the wrong one, which is no error body.
#[derive(FlowResponse)]
#[flow_response(PSync)]
enum WrongMark {
    #[flow_response(error)]
    Payment(Payment),
}

#[derive(FlowResponse)]
#[flow_response(PSync)]
enum KeysElsewhere {
    #[flow_response(error, list)]
    Both(Vec<Payment>),
    #[flow_response(status)]
    Status(Payment),
    Inside(#[flow_response(error)] AcmeError),
}

#[derive(FlowResponse)]
#[flow_response(PSync, status = read, decided_by = "the words", format = Xml)]
enum KeysOfStructs {
    Payment(Payment),
}

#[derive(FlowResponse)]
#[flow_response(PSync)]
enum WithParameters<T> {
    Payment(T),
}

#[derive(FlowResponse)]
#[flow_response(PSync)]
union Union {
    payment: u8,
}

#[derive(Deserialize, FlowResponse)]
#[flow_response(PSync)]
struct Tuple(#[flow_response(status)] Wire<Word>);

fn main() {}
