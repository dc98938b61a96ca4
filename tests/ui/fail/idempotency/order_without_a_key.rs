use connector_core::prelude::*;
use connector_tests::connectors;

connectors!(Acme, ByHand, Excused, Contradicting, Silent, Asking);

#[derive(ConnectorFlow)]
#[connector_flow(connector = Acme, flow_name = Capture, http_method = Post, url = "/a", response = Taken)]
#[connector_flow(ignores(amount_to_capture = "left out here"))]
struct WithoutAKey<'a> {
    #[connector_flow(from = request.connector_transaction_id)]
    payment: &'a PaymentId,
}

// What is filled by hand is known by its type.
#[derive(ConnectorFlow)]
#[connector_flow(connector = ByHand, flow_name = Capture, http_method = Post, url = "/a", response = Taken)]
struct WithoutAKeyByHand<'a> {
    payment: &'a PaymentId,
}

impl<'a> TryFrom<&'a RouterData<Capture>> for WithoutAKeyByHand<'a> {
    type Error = std::convert::Infallible;

    fn try_from(data: &'a RouterData<Capture>) -> Result<Self, Self::Error> {
        Ok(Self { payment: &data.request.connector_transaction_id })
    }
}

#[derive(ConnectorFlow)]
#[connector_flow(connector = Excused, flow_name = Capture, http_method = Post, url = "/a", response = Taken)]
#[connector_flow(ignores(amount_to_capture = "left out here"))]
#[connector_flow(no_idempotency = "what is captured is not captured again")]
struct ExcusedCapture<'a> {
    #[connector_flow(from = request.connector_transaction_id)]
    payment: &'a PaymentId,
}

#[derive(ConnectorFlow)]
#[connector_flow(connector = Contradicting, flow_name = Capture, http_method = Post, url = "/a", response = Taken)]
#[connector_flow(ignores(amount_to_capture = "left out here"))]
#[connector_flow(no_idempotency = "there are no keys")]
struct ContradictingCapture<'a> {
    #[connector_flow(header = "key", from = request.idempotency_key)]
    key: &'a IdempotencyKey,
}

#[derive(ConnectorFlow)]
#[connector_flow(connector = Silent, flow_name = Capture, http_method = Post, url = "/a", response = Taken)]
#[connector_flow(ignores(amount_to_capture = "left out here"))]
#[connector_flow(no_idempotency = " ")]
struct SilentCapture<'a> {
    #[connector_flow(from = request.connector_transaction_id)]
    payment: &'a PaymentId,
}

#[derive(ConnectorFlow)]
#[connector_flow(connector = Asking, flow_name = PSync, http_method = Get, url = "/{payment}", response = Asked)]
#[connector_flow(no_idempotency = "it only asks")]
struct Question<'a> {
    #[connector_flow(from = request.connector_transaction_id)]
    payment: &'a PaymentId,
}

#[derive(Deserialize, FlowResponse)]
#[flow_response(Capture, status = Pending, no_id = "not the point", no_amount = "nor is it")]
struct Taken {}

#[derive(Deserialize, FlowResponse)]
#[flow_response(PSync, status = Pending, no_id = "not the point", no_amount = "nor is it")]
struct Asked {}

fn main() {}
