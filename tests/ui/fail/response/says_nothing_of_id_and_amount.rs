use connector_core::prelude::*;
use connector_tests::connectors;
use connector_tests::fixture::Word;

connectors!(Acme, Bolt);

#[derive(ConnectorFlow)]
#[connector_flow(connector = Acme, flow_name = Refund, http_method = Post, url = "/a", response = Given)]
#[connector_flow(ignores(refund_amount = "left out here", connector_transaction_id = "left out here"))]
#[connector_flow(no_idempotency = "left out here")]
struct RefundRequest;

#[derive(ConnectorFlow)]
#[connector_flow(connector = Acme, flow_name = Capture, http_method = Post, url = "/b", response = Taken)]
#[connector_flow(ignores(amount_to_capture = "left out here", connector_transaction_id = "left out here"))]
#[connector_flow(no_idempotency = "left out here")]
struct CaptureRequest;

#[derive(ConnectorFlow)]
#[connector_flow(ignores(connector_transaction_id = "left out here"))]
#[connector_flow(connector = Acme, flow_name = PSync, http_method = Get, url = "/c", response = Reply)]
struct PSyncRequest;

#[derive(ConnectorFlow)]
#[connector_flow(ignores(connector_transaction_id = "left out here"))]
#[connector_flow(connector = Bolt, flow_name = PSync, http_method = Get, url = "/c", response = List)]
struct ListRequest;

#[derive(Deserialize, FlowResponse)]
#[flow_response(Refund, status = Pending)]
struct Given {
    #[flow_response(connector_transaction_id)] // the payment's: a refund needs its own
    payment: PaymentId,
}

// A reason that holds in one flow holds in no other.
#[derive(Deserialize, FlowResponse)]
#[flow_response(Capture, Void(no_amount = "a void has none anyway"))]
#[flow_response(no_id = "the answer is about the order", status = Pending)]
struct Taken {
    #[flow_response(Capture(amount))] // for a capture, what is captured counts
    amount: MinorUnit,
    #[flow_response(currency)]
    currency: Currency,
}

#[derive(FlowResponse)]
#[flow_response(PSync)]
enum Reply {
    Whole(Whole),
    Silent(Silent),
}

#[derive(Deserialize, FlowResponse)]
#[flow_response(PSync)]
struct List(#[flow_response(list = last)] Vec<Silent>);

#[derive(Deserialize, FlowResponse)]
#[flow_response(PSync, no_id = "it is asked for by its id", no_amount = "")]
struct Whole {
    #[flow_response(status)]
    status: Wire<Word>,
}

#[derive(Deserialize, FlowResponse)]
#[flow_response(PSync, no_amount = "it is never told")]
struct Silent {
    #[flow_response(status)]
    status: Wire<Word>,
}

// Nothing is missing that the reason would be for.
#[derive(Deserialize, FlowResponse)]
#[flow_response(PSync, no_amount = "it is there")]
struct Excused {
    #[flow_response(status)]
    status: Wire<Word>,
    #[flow_response(amount)]
    amount: MinorUnit,
    #[flow_response(currency)]
    currency: Currency,
}

fn main() {}
