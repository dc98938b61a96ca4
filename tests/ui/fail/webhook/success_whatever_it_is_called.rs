use connector_core::prelude::*;
use connector_tests::fixture::Refund;

connector_tests::connectors!(Acme, Bolt, Coda, Dune);

#[derive(Deserialize, FlowResponse)]
#[flow_response(RSync, status = Success, no_id = "left out here", no_amount = "left out here")]
struct Refunded {}

#[derive(Deserialize, FlowResponse)]
#[flow_response(RSync, status = Success, no_id = "left out here", no_amount = "left out here")]
#[flow_response(no_failure = "each of these names is that of a success")]
struct Done {}

#[derive(FlowResponse)]
#[flow_response(RSync)]
enum Either {
    Known(Refund),
    Any(Refunded),
}

#[derive(Webhook)]
#[webhook(connector = Acme, scheme = Token, header = "Token", kind = "type")]
enum Event {
    // This name says it.
    #[webhook(RSync, on("refund.succeeded"), connector_refund_id = "id")]
    Succeeded(Refunded),
    #[webhook(RSync, on("refund.sent", "refund.settled"), connector_refund_id = "id")]
    Excused(Done),
    #[webhook(RSync, on("refund.paid", "refund.failed"), connector_refund_id = "id")]
    OfSeveralNames(Refunded),
}

#[derive(Webhook)]
#[webhook(connector = Coda, scheme = Token, header = "Token", kind = "type")]
enum OfWhateverName {
    #[webhook(RSync, on("refund.*"), connector_refund_id = "id")]
    Refunded(Refunded),
}

#[derive(Webhook)]
#[webhook(connector = Dune, scheme = Token, header = "Token", kind = "type")]
enum OfSeveralShapes {
    #[webhook(RSync, on("refund.updated"), connector_refund_id = "id")]
    Updated(Either),
}

// All that is sent is of one kind.
#[derive(Webhook)]
#[webhook(connector = Bolt, scheme = Token, header = "Token")]
enum Each {
    #[webhook(RSync, connector_refund_id = "id")]
    Each(Refunded),
}

fn main() {}
