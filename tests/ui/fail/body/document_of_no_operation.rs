use connector_core::prelude::*;
use connector_tests::connectors;
use connector_tests::fixture::Payment;

connectors!(Untyped, Several, Empty, Fragments);

#[derive(ConnectorFlow)]
#[connector_flow(connector = Untyped, flow_name = PSync, http_method = Post, url = "/p", body = GraphQl, response = Payment)]
#[connector_flow(document = "query($id ID!) { node(id: $id) { id } }")]
struct WithoutColon<'a> {
    #[connector_flow(from = request.connector_transaction_id)]
    id: &'a PaymentId,
}

#[derive(ConnectorFlow)]
#[connector_flow(connector = Several, flow_name = PSync, http_method = Post, url = "/p", body = GraphQl, response = Payment)]
#[connector_flow(document = "query A($id: ID!) { node(id: $id) { id } } query B { node { id } }")]
struct OfTwo<'a> {
    #[connector_flow(from = request.connector_transaction_id)]
    id: &'a PaymentId,
}

#[derive(ConnectorFlow)]
#[connector_flow(connector = Empty, flow_name = PSync, http_method = Post, url = "/p", body = GraphQl, document = "", response = Payment)]
struct OfNothing<'a> {
    #[connector_flow(from = request.connector_transaction_id)]
    id: &'a PaymentId,
}

#[derive(ConnectorFlow)]
#[connector_flow(connector = Fragments, flow_name = PSync, http_method = Post, url = "/p", body = GraphQl, response = Payment)]
#[connector_flow(document = "fragment Told on Payment { id }")]
struct OfFragments<'a> {
    #[connector_flow(from = request.connector_transaction_id)]
    id: &'a PaymentId,
}

fn main() {}
