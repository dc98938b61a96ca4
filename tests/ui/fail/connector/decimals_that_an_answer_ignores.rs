use connector_core::VoidPC;
use connector_core::prelude::*;
use connector_core::CaptureId;
use connector_tests::fixture::AcmeError;

// A sum in a hundredth of a króna is read as one in króna.
#[derive(Debug, Connector)]
#[connector(name = "acme", base_url = "https://acme.test", auth = BearerAuth, error = AcmeError)]
#[connector(decimals(ISK = 2))]
struct Acme;

#[derive(ConnectorFlow)]
#[connector_flow(connector = Acme, flow_name = PSync, http_method = Get, url = "/payments/{id}", response = Asked)]
struct PSyncRequest<'a> {
    #[connector_flow(from = request.connector_transaction_id)]
    id: &'a PaymentId,
}

#[derive(Deserialize, FlowResponse)]
#[flow_response(PSync, status = Charged, no_failure = "not the point")]
struct Asked {
    #[flow_response(connector_transaction_id)]
    id: PaymentId,
    #[flow_response(amount)]
    amount: Counted<MinorUnit, Acme>,
    #[flow_response(amount_captured)]
    captured: Option<MinorUnit>,
    #[flow_response(currency)]
    currency: Currency,
}

#[derive(ConnectorFlow)]
#[connector_flow(ignores(connector_transaction_id = "left out here"))]
#[connector_flow(connector = Acme, flow_name = Capture, http_method = Post, url = "/captures", response = Captured)]
struct CaptureRequest<'a> {
    #[connector_flow(header = "key", from = request.idempotency_key)]
    key: &'a IdempotencyKey,
    #[connector_flow(from = request.amount_to_capture)]
    amount: Counted<MinorUnit, Acme>,
    #[connector_flow(from = request.amount_to_capture)]
    currency: Currency,
}

#[derive(Deserialize, FlowResponse)]
#[flow_response(Capture, status = Pending)]
struct Captured {
    #[flow_response(connector_transaction_id)]
    id: PaymentId,
    #[flow_response(amount_captured)]
    amount: Counted<MinorUnit, Acme>,
    #[flow_response(currency)]
    currency: Currency,
    #[flow_response(captures)]
    parts: Vec<Part>,
}

type Count = MinorUnit;

#[derive(Deserialize, FlowResponse)]
#[flow_response(Capture, status = Pending, no_id = "of a capture")]
struct Part {
    #[flow_response(connector_capture_id)]
    id: CaptureId,
    #[flow_response(amount_captured)]
    sum: Count,
    #[flow_response(currency)]
    currency: Currency,
}

#[derive(ConnectorFlow)]
#[connector_flow(ignores(connector_transaction_id = "left out here"))]
#[connector_flow(connector = Acme, flow_name = Void, http_method = Post, url = "/voids", response = Voided)]
struct VoidRequest<'a> {
    #[connector_flow(header = "key", from = request.idempotency_key)]
    key: &'a IdempotencyKey,
}

#[derive(FlowResponse)]
#[flow_response(Void)]
enum Voided {
    Whole(Whole),
    Short(Short),
}

#[derive(Deserialize, FlowResponse)]
#[flow_response(Void, status = Pending, no_id = "not the point")]
struct Whole {
    #[flow_response(amount)]
    amount: Counted<MinorUnit, Acme>,
    #[flow_response(currency)]
    currency: Currency,
}

#[derive(Deserialize, FlowResponse)]
#[flow_response(Void, VoidPC, status = Pending, no_id = "not the point")]
struct Short {
    #[flow_response(amount)]
    amount: MinorUnit,
    #[flow_response(currency)]
    currency: Currency,
}

// What several flows and events are answered by is one mistake.
#[derive(ConnectorFlow)]
#[connector_flow(ignores(connector_transaction_id = "left out here"))]
#[connector_flow(connector = Acme, flow_name = VoidPC, http_method = Post, url = "/reversals", response = Short)]
struct ReversalRequest<'a> {
    #[connector_flow(header = "key", from = request.idempotency_key)]
    key: &'a IdempotencyKey,
}

#[derive(Webhook)]
#[webhook(connector = Acme, scheme = Token, header = "token")]
enum Event {
    #[webhook(PSync, connector_transaction_id = "id")]
    Payment(Asked),
}

fn main() {}
