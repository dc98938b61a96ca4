use connector_core::prelude::*;
use connector_core::{DSync, DisputeId};

#[derive(Debug, Clone, Copy, WireStatus)]
#[wire_status(DisputeStatus)]
enum Word {
    #[wire_status(Opened)]
    Open,
    #[wire_status(Won)]
    Won,
    #[wire_status(Lost)]
    Lost,
}

#[derive(Deserialize, FlowResponse)]
#[flow_response(DSync, no_id = "not the point here")]
struct WordsWithoutAStage {
    #[flow_response(status, stage)]
    state: Wire<Word>,
}

#[derive(Deserialize, FlowResponse)]
#[flow_response(DSync)]
struct BesideAnother {
    #[flow_response(status)]
    state: Wire<Word>,
    #[flow_response(connector_dispute_id, stage)]
    id: DisputeId,
}

fn main() {}
