use connector_core::prelude::*;
use connector_tests::connectors;
use connector_tests::fixture::Payment;

connectors!(Acme);

#[derive(ConnectorFlow)]
#[connector_flow(connector = Acme, flow_name = PSync, http_method = Get, url = "/a", response = Payment)]
struct First;

#[derive(ConnectorFlow)]
#[connector_flow(connector = Acme, flow_name = PSync, http_method = Get, url = "/b", response = Payment)]
struct Second;

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
