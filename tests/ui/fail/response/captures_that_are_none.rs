use connector_core::prelude::*;
use connector_core::CaptureId;

/// A refund has no captures.
#[derive(Deserialize, FlowResponse)]
#[flow_response(RSync, status = Pending, no_id = "not the point here", no_amount = "nor is it")]
struct Refunded {
    #[flow_response(captures)]
    parts: Vec<Part>,
}

/// Its entries say nothing about a payment, in no flow.
#[derive(Deserialize, FlowResponse)]
#[flow_response(PSync, Authorize, status = Pending, no_id = "not the point here", no_amount = "nor is it")]
struct OfTexts {
    #[flow_response(captures)]
    parts: Vec<String>,
}

#[derive(Deserialize, FlowResponse)]
#[flow_response(PSync, RSync, status = Pending, no_id = "not the point here", no_amount = "nor is it")]
struct Part {
    #[flow_response(PSync(connector_capture_id))]
    id: CaptureId,
}

fn main() {}
