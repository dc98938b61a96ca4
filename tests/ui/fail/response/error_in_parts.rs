use connector_core::prelude::*;
use connector_tests::fixture::Word;

#[derive(Deserialize, FlowResponse)]
#[flow_response(PSync)]
struct WholeAndParts {
    #[flow_response(status)]
    status: Wire<Word>,
    #[flow_response(error)]
    error: Option<Reason>,
    #[flow_response(error_code)]
    code: Box<str>,
}

#[derive(Deserialize, FlowResponse)]
#[flow_response(PSync)]
struct Twice {
    #[flow_response(status)]
    status: Wire<Word>,
    #[flow_response(error_code)]
    code: Box<str>,
    #[flow_response(error_code)]
    reason_code: Box<str>,
}

#[derive(Deserialize)]
struct Reason {}

impl From<Reason> for ProcessorError {
    fn from(_: Reason) -> Self {
        Self::default()
    }
}

fn main() {}
