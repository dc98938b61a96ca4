use connector_core::prelude::*;
use connector_tests::fixture::{Payment, Refund};

connector_tests::connectors!(Acme, Bolt);

// The flow and its event miss the same: once.
#[derive(ConnectorFlow)]
#[connector_flow(ignores(connector_transaction_id = "left out here"))]
#[connector_flow(connector = Acme, flow_name = PSync, http_method = Get, url = "/a", response = Refund)]
struct PSyncRequest;

#[derive(Webhook)]
#[webhook(connector = Acme, scheme = Token, header = "Token", kind = "type")]
enum Event {
    #[webhook(PSync, on("paid"), at = "data", with = "status", connector_transaction_id = "id")]
    Payment(Refund),
}

// The event alone.
#[derive(Webhook)]
#[webhook(connector = Bolt, scheme = Token, header = "Token", kind = "type")]
enum OtherEvent {
    #[webhook(RSync, on("refunded"), at = "data", with = "status", connector_refund_id = "id")]
    Refund(Payment),
}

fn main() {}
