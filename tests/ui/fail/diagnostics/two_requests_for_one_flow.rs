use connector_core::prelude::*;
use connector_tests::connectors;
use connector_tests::fixture::{Payment, Refund};

connectors!(Acme, Bolt);

#[derive(ConnectorFlow)]
#[connector_flow(connector = Acme, flow_name = PSync, http_method = Get, url = "/a", response = Payment)]
struct First;

#[derive(ConnectorFlow)]
#[connector_flow(connector = Acme, flow_name = PSync, http_method = Get, url = "/b", response = Payment)]
struct Second;

/// Copied from them, and all of it is changed but the flow.
#[derive(ConnectorFlow)]
#[connector_flow(connector = Acme, flow_name = PSync, http_method = Post, url = "/c", response = Taken)]
struct Copied<'a> {
    #[connector_flow(from = request.idempotency_key)]
    key: &'a IdempotencyKey,
    #[connector_flow(from = request.amount_to_capture)]
    amount: Option<MinorUnit>,
}

#[derive(ConnectorFlow)]
#[connector_flow(connector = Bolt, flow_name = PSync, http_method = Get, url = "/d", response = Payment)]
struct Third;

/// The same, filled by hand.
#[derive(ConnectorFlow)]
#[connector_flow(connector = Bolt, flow_name = PSync, http_method = Get, url = "/d/{id}", response = Refund)]
struct ByHand<'a> {
    id: &'a RefundId,
}

impl<'a> TryFrom<&'a RouterData<RSync>> for ByHand<'a> {
    type Error = std::convert::Infallible;

    fn try_from(data: &'a RouterData<RSync>) -> Result<Self, Self::Error> {
        Ok(Self { id: &data.request.connector_refund_id })
    }
}

#[derive(Deserialize, FlowResponse)]
#[flow_response(Capture, status = CaptureInitiated, no_amount = "left out here")]
struct Taken {
    #[flow_response(connector_transaction_id)]
    id: PaymentId,
}

#[derive(Webhook)]
#[webhook(connector = Acme, scheme = Nothing, kind = "type")]
enum Event {
    #[webhook(PSync, on("payment.paid"), connector_transaction_id = "id")]
    Paid,
}

#[derive(Webhook)]
#[webhook(connector = Acme, scheme = Nothing, kind = "type")]
enum OtherEvent {
    #[webhook(PSync, on("payment.failed"), connector_transaction_id = "id")]
    Failed,
}

fn main() {}
