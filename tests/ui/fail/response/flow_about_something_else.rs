use connector_core::prelude::*;
use connector_core::{DSync, DisputeId, DisputeStage, StageOf};
use connector_tests::fixture::Word;

connector_tests::connectors!(Acme);

// Its users ask about a dispute, as its fields do.
#[derive(Deserialize, FlowResponse)]
#[flow_response(PSync)]
struct Dispute {
    #[flow_response(status, stage)]
    status: Wire<DisputeWord>,
    #[flow_response(connector_dispute_id)]
    id: DisputeId,
    #[flow_response(reason_code)]
    code: Option<Box<str>>,
}

// Two that are swapped are two mistakes.
#[derive(Deserialize, FlowResponse)]
#[flow_response(Refund, RSync)]
struct Payment {
    #[flow_response(connector_transaction_id)]
    id: PaymentId,
    #[flow_response(status)]
    status: Wire<Word>,
    #[flow_response(amount)]
    amount: MinorUnit,
    #[flow_response(amount_captured)]
    captured: Option<MinorUnit>,
    #[flow_response(currency)]
    currency: Currency,
}

#[derive(Deserialize, FlowResponse)]
#[flow_response(PSync)]
struct RefundReply {
    #[flow_response(connector_refund_id)]
    id: RefundId,
    #[flow_response(status)]
    status: Wire<Word>,
}

// One of several.
#[derive(Deserialize, FlowResponse)]
#[flow_response(PSync, Refund, no_amount = "not the point here")]
struct Both {
    #[flow_response(connector_transaction_id)]
    id: PaymentId,
    #[flow_response(status)]
    status: Wire<Word>,
    #[flow_response(network_transaction_id)]
    network: Option<Box<str>>,
}

#[derive(Debug, Clone, Copy, WireStatus)]
#[wire_status(DisputeStatus)]
enum DisputeWord {
    #[wire_status(Opened)]
    Open,
    #[wire_status(Won)]
    Won,
    #[wire_status(Lost)]
    Lost,
}

impl StageOf for DisputeWord {
    fn stage(self) -> Option<DisputeStage> {
        None
    }
}

#[derive(ConnectorFlow)]
#[connector_flow(ignores(connector_transaction_id = "left out here"))]
#[connector_flow(connector = Acme, flow_name = PSync, http_method = Get, url = "/a", response = Payment)]
struct PSyncRequest;

#[derive(ConnectorFlow)]
#[connector_flow(ignores(connector_refund_id = "left out here"))]
#[connector_flow(connector = Acme, flow_name = RSync, http_method = Get, url = "/b", response = RefundReply)]
struct RSyncRequest;

#[derive(Webhook)]
#[webhook(connector = Acme, scheme = Token, header = "Token", kind = "type")]
enum Event {
    #[webhook(DSync, on("Open", "Won"), at = "data", with = "status", connector_dispute_id = "id")]
    Dispute(Dispute),
    #[webhook(PSync, on("paid"), connector_transaction_id = "id")]
    Payment(Payment),
    #[webhook(RSync, on("refunded"), connector_refund_id = "id")]
    Refund(RefundReply),
}

fn main() {}
