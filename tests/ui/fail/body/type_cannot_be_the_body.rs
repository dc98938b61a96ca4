use connector_core::prelude::*;
use connector_tests::connectors;
use connector_tests::fixture::Payment;

connectors!(Parts, Bytes);

#[derive(ConnectorFlow)]
#[connector_flow(ignores(connector_transaction_id = "left out here"))]
#[connector_flow(connector = Parts, flow_name = PSync, http_method = Post, url = "/p", body = Multipart, response = Payment)]
struct Part {
    #[connector_flow(from = request.amount)]
    amount: Option<Money>,
}

#[derive(ConnectorFlow)]
#[connector_flow(ignores(connector_transaction_id = "left out here"))]
#[connector_flow(connector = Bytes, flow_name = PSync, http_method = Post, url = "/p", body = Raw, content_type = "text/plain", response = Payment)]
struct Raw {
    #[connector_flow(from = request.amount)]
    amount: Option<Money>,
}

fn main() {}
