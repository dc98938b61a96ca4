use connector_core::prelude::*;
use connector_tests::connectors;
use connector_tests::fixture::{Payment, Word};

connectors!(Acme, Bolt);

#[derive(ConnectorFlow)]
#[connector_flow(connector = Acme, flow_name = PSync, http_method = Post, url = "/p/{id}", query, response = Payment)]
struct Several<'a> {
    #[connector_flow(path, from = request.connector_transaction_id)]
    id: &'a PaymentId,
    #[connector_flow(body, value = "a")]
    a: &'static str,
    #[connector_flow(rename = "B", value = "b")]
    b: &'static str,
    #[connector_flow(envelope = "c", value = "c")]
    c: &'static str,
}

#[derive(ConnectorFlow)]
#[connector_flow(connector = Bolt, flow_name = PSync, http_method = Post, url = "/p", body = form, response = Payment)]
struct LowerCase<'a> {
    #[connector_flow(from = request.connector_transaction_id)]
    id: &'a PaymentId,
}

#[derive(Deserialize, FlowResponse)]
#[flow_response(PSync, connector_transaction_id, no_amount = "not the point here")]
struct Told {
    #[flow_response(status)]
    state: Wire<Word>,
    id: PaymentId,
}

fn main() {}
