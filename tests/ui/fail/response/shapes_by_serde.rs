use connector_core::prelude::*;
use connector_tests::fixture::{AcmeError, Payment};

#[derive(Deserialize, FlowResponse)]
#[flow_response(PSync)]
#[serde(untagged)]
enum Reply {
    Told(Payment),
    #[flow_response(error)]
    #[serde(rename = "error")]
    Refused(AcmeError),
}

fn main() {}
