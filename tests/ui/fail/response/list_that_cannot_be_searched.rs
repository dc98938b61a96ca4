use connector_core::prelude::*;
use connector_tests::fixture::{AcmeError, Word};

#[derive(Deserialize, FlowResponse)]
#[flow_response(RSync, Refund, no_id = "not the point here", no_amount = "nor is it")]
struct Nameless {
    #[flow_response(status)]
    status: Wire<Word>,
}

#[derive(Deserialize, FlowResponse)]
#[flow_response(RSync, Refund, no_amount = "not the point here")]
struct Named {
    #[flow_response(connector_refund_id)]
    id: RefundId,
    #[flow_response(status)]
    status: Wire<Word>,
}

#[derive(Deserialize, FlowResponse)]
#[flow_response(RSync)]
struct WithoutId(#[flow_response(list)] Vec<Nameless>);

#[derive(Deserialize, FlowResponse)]
#[flow_response(Refund)]
struct NothingAsked(#[flow_response(list)] Vec<Named>);

// Nothing is asked for by an id, so that it does not matter that the entries tell none.
#[derive(Deserialize, FlowResponse)]
#[flow_response(Refund)]
struct NothingAskedOfNameless(#[flow_response(list)] Vec<Nameless>);

#[derive(Deserialize, FlowResponse)]
#[flow_response(RSync)]
struct NoList(#[flow_response(list)] Named);

#[derive(Deserialize, FlowResponse)]
#[flow_response(RSync)]
struct NoResponses(#[flow_response(list)] Vec<AcmeError>);

/// It does not say why it tells no id, which is all there is to say.
#[derive(Deserialize, FlowResponse)]
#[flow_response(RSync, no_amount = "not the point here")]
struct Silent {
    #[flow_response(status)]
    status: Wire<Word>,
}

#[derive(Deserialize, FlowResponse)]
#[flow_response(RSync)]
struct OfSilent(#[flow_response(list)] Vec<Silent>);

fn main() {}
