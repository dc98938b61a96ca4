use connector_core::prelude::*;
use connector_tests::fixture::{Refund, Word};

#[derive(Deserialize, FlowResponse)]
#[flow_response(RSync)]
struct Beside {
    #[flow_response(status)]
    status: Wire<Word>,
    #[flow_response(list = last)]
    data: Vec<Refund>,
}

#[derive(Deserialize, FlowResponse)]
#[flow_response(RSync, status = read, decided_by = "the words")]
struct WithFunction {
    #[flow_response(list = last)]
    data: Vec<Refund>,
}

#[derive(Deserialize, FlowResponse)]
#[flow_response(RSync)]
struct Place {
    #[flow_response(list = lst)]
    data: Vec<Refund>,
}

#[derive(Deserialize, FlowResponse)]
#[flow_response(RSync)]
struct Twice {
    #[flow_response(list = first)]
    data: Vec<Refund>,
    #[flow_response(list = last)]
    more: Vec<Refund>,
}

#[derive(Deserialize, FlowResponse)]
#[flow_response(RSync)]
struct OnlyOfNoList {
    #[flow_response(status, only = counts)]
    status: Wire<Word>,
}

fn main() {}
