use connector_core::prelude::*;
use connector_tests::fixture::{AcmeError, Payment, Refund};

#[derive(Auth, Debug)]
struct Key {
    /// The key of the account.
    #[auth(header = "X-Key")]
    key: Secret,
}

#[derive(Debug, Connector)]
#[connector(name = "acme", base_url = "https://acme.test", auth = Key, error = AcmeError)]
struct Acme;

#[derive(ConnectorFlow)]
#[connector_flow(connector = Acme, flow_name = PSync, http_method = Get, url = "/p/{id}", response = Payment)]
struct Asked<'a> {
    #[connector_flow(from = request.connector_transaction_id)]
    id: &'a PaymentId,
    #[connector_flow(header = "x-key", value = "mine")]
    key: &'a str,
}

/// As the other one: once.
#[derive(ConnectorFlow)]
#[connector_flow(connector = Acme, flow_name = RSync, http_method = Get, url = "/r/{id}", response = Refund)]
struct AskedToo<'a> {
    #[connector_flow(from = request.connector_refund_id)]
    id: &'a RefundId,
    #[connector_flow(header = "x-key", value = "1999")]
    key: &'static str,
}

#[derive(Debug, Connector)]
#[connector(name = "bolt", base_url = "https://bolt.test", auth = Key, error = AcmeError, headers("X-Key" = "1"))]
struct Bolt;

fn main() {}
