//! Without its boundary, nobody can tell one part from another.
use connector_core::prelude::*;
use connector_tests::connectors;
use connector_tests::fixture::Payment;

connectors!(Acme);

#[derive(ConnectorFlow)]
#[connector_flow(connector = Acme, flow_name = PSync, http_method = Post, url = "/p", body = Multipart, response = Payment)]
#[connector_flow(content_type = "multipart/mixed")]
struct Request<'a> {
    #[connector_flow(from = request.connector_transaction_id)]
    payment_id: &'a PaymentId,
}

fn main() {}
