use connector_core::prelude::*;
use connector_tests::connectors;
use connector_tests::fixture::Payment;

connectors!(Acme, Bolt, Coda);

#[derive(ConnectorFlow)]
#[connector_flow(connector = Acme, flow_name = PSync, http_method = Get, url = "/p/{id}", sign = sign(), response = Payment)]
struct Called<'a> {
    #[connector_flow(from = request.connector_transaction_id)]
    id: &'a PaymentId,
}

#[derive(ConnectorFlow)]
#[connector_flow(connector = Bolt, flow_name = PSync, http_method = Get, url = "/p/{id}", response = Payment)]
#[connector_flow(preprocess = |_, bytes| Ok(bytes.clone()))]
struct Closure<'a> {
    #[connector_flow(from = request.connector_transaction_id)]
    id: &'a PaymentId,
}

#[derive(ConnectorFlow)]
#[connector_flow(connector = Coda, flow_name = PSync, http_method = Get, url = "/p/{id}", response = Payment)]
struct Mapped<'a> {
    #[connector_flow(from = request.connector_transaction_id.map(shortened))]
    id: &'a PaymentId,
}

fn main() {}
