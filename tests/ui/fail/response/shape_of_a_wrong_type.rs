use connector_core::prelude::*;
use connector_tests::fixture::Payment;

#[derive(Deserialize)]
struct NoResponse {}

#[derive(FlowResponse)]
#[flow_response(PSync)]
enum Reply {
    Payment(Payment),
    Other(NoResponse),
    #[flow_response(error, within = "error")]
    Refused(NoResponse),
}

#[derive(FlowResponse)]
#[flow_response(PSync)]
enum Listed {
    #[flow_response(list)]
    Payments(Payment),
}

fn main() {}
