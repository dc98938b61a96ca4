use connector_core::prelude::*;
use connector_tests::connectors;
use connector_tests::fixture::{Payment, Refund};

connectors!(Nonsense, NoText, Always);

#[derive(ConnectorFlow)]
#[connector_flow(connector = Nonsense, flow_name = PSync, http_method = Post, url = "/", response = Payment)]
struct Request<'a> {
    #[connector_flow(from = request.connector_transaction_id, max_len = 0)]
    nothing: &'a PaymentId,
    #[connector_flow(from = request.connector_transaction_id, max_len = "80")]
    text: &'a PaymentId,
    #[connector_flow(from = request.connector_transaction_id, min_len = 0)]
    anything: &'a PaymentId,
    #[connector_flow(from = request.connector_transaction_id, min_len = 10, max_len = 9)]
    no_length: &'a PaymentId,
    #[connector_flow(from = request.connector_transaction_id, charset = "")]
    no_character: &'a PaymentId,
    #[connector_flow(from = request.connector_transaction_id, charset = "z-a")]
    backwards: &'a PaymentId,
    #[connector_flow(from = request.connector_transaction_id, charset = "a-z0-9m")]
    twice: &'a PaymentId,
    #[connector_flow(value = "card", max_len = 3)]
    constant: &'a str,
}

#[derive(ConnectorFlow)]
#[connector_flow(connector = NoText, flow_name = PSync, http_method = Post, url = "/", response = Payment)]
struct NoTextRequest {
    #[connector_flow(max_len = 3)]
    in_full: bool,
}

impl TryFrom<&RouterData<PSync>> for NoTextRequest {
    type Error = std::convert::Infallible;

    fn try_from(_: &RouterData<PSync>) -> Result<Self, Self::Error> {
        Ok(Self { in_full: true })
    }
}

/// What is always of its length, or never sent.
#[derive(ConnectorFlow)]
#[connector_flow(connector = Always, flow_name = RSync, http_method = Post, url = "/", response = Refund)]
struct OfOneLength<'a> {
    #[connector_flow(from = request.connector_refund_id)]
    id: &'a RefundId,
    #[connector_flow(from = request.refund_amount, max_len = 8)]
    amount: Option<MinorUnit>,
    #[connector_flow(from = request.refund_amount, charset = "A-Z")]
    currency: Option<Currency>,
    #[connector_flow(from = request.connector_transaction_id, min_len = 1, max_len = 8)]
    payment: Option<NotTaken>,
}

fn main() {}
