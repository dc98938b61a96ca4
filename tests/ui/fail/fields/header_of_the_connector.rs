use connector_core::prelude::*;
use connector_tests::fixture::{AcmeError, Payment, Refund};

#[derive(Connector)]
#[connector(name = "acme", base_url = "https://acme.test", auth = BearerAuth, error = AcmeError)]
#[connector(headers("Acme-Version" = "2026-01-01"))]
struct Acme;

#[derive(ConnectorFlow)]
#[connector_flow(connector = Acme, flow_name = PSync, http_method = Get, url = "/p/{id}", response = Payment)]
struct Asked<'a> {
    #[connector_flow(from = request.connector_transaction_id)]
    id: &'a PaymentId,
    #[connector_flow(header = "acme-version", value = "1999-01-01")]
    version: &'static str,
}

/// As the other one: once.
#[derive(ConnectorFlow)]
#[connector_flow(connector = Acme, flow_name = RSync, http_method = Get, url = "/r/{id}", response = Refund)]
struct AskedToo<'a> {
    #[connector_flow(from = request.connector_refund_id)]
    id: &'a RefundId,
    #[connector_flow(header = "acme-version", value = "1999")]
    version: &'static str,
}

fn main() {}
