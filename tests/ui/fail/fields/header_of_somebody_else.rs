use connector_core::prelude::*;
use connector_tests::connectors;
use connector_tests::fixture::Payment;

connectors!(Acme);

#[derive(ConnectorFlow)]
#[connector_flow(connector = Acme, flow_name = PSync, http_method = Get, url = "/p", response = Payment)]
struct Request<'a> {
    #[connector_flow(header = "Authorization", from = request.connector_transaction_id)]
    a: &'a PaymentId,
    #[connector_flow(header = "content-type", from = request.connector_transaction_id)]
    b: &'a PaymentId,
    #[connector_flow(header = "Content-Length", from = request.connector_transaction_id)]
    c: &'a PaymentId,
    #[connector_flow(header = "Host", from = request.connector_transaction_id)]
    d: &'a PaymentId,
    #[connector_flow(header = "Connection", from = request.connector_transaction_id)]
    e: &'a PaymentId,
    #[connector_flow(header = "Transfer-Encoding", from = request.connector_transaction_id)]
    f: &'a PaymentId,
    #[connector_flow(header = "X-Lines", value = "a\nb")]
    g: &'a str,
    #[connector_flow(query = "", from = request.connector_transaction_id)]
    h: &'a PaymentId,
}

#[derive(Debug, Connector)]
#[connector(name = "bolt", base_url = "https://bolt.test", auth = BearerAuth, error = connector_tests::fixture::AcmeError)]
#[connector(headers("Host" = "bolt.test", "Content-Type" = "text/plain"))]
struct Bolt;

fn main() {}
