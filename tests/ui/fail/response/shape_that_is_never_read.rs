use connector_core::prelude::*;
use connector_tests::fixture::{AcmeError, Payment};

#[derive(FlowResponse)]
#[flow_response(PSync)]
enum Told {
    #[flow_response(within = "data")]
    Inside(Payment),
    Found(Payment),
    #[flow_response(error)]
    Failed(AcmeError),
    #[flow_response(within = "data")]
    Again(Payment),
}

#[derive(FlowResponse)]
#[flow_response(PSync)]
enum Slashed {
    #[flow_response(within = "data/payment")]
    Inside(Payment),
    #[flow_response(error)]
    Failed(AcmeError),
}

fn main() {}
