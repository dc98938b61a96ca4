use connector_core::prelude::*;
use connector_tests::connectors;
use connector_tests::fixture::Payment;

connectors!(Spreading, Sharing, Numbering);

#[derive(ConnectorFlow)]
#[connector_flow(connector = Spreading, flow_name = PSync, http_method = Post, url = "/p", body = GraphQl, response = Payment)]
#[connector_flow(document = "query($id: ID!) { node(id: $id) { ... on Payment { id } ...Told } }")]
struct Spread<'a> {
    #[connector_flow(from = request.connector_transaction_id)]
    id: &'a PaymentId,
}

const FRAGMENTS: &str = "fragment ToldTwice on Payment { id }";

#[derive(ConnectorFlow)]
#[connector_flow(connector = Sharing, flow_name = PSync, http_method = Post, url = "/p", body = GraphQl, response = Payment)]
#[connector_flow(document = "query($id: ID!) { node(id: $id) { ...ToldTwice ...Told } again: node(id: $id) { ...Told } }", fragments = FRAGMENTS)]
struct SpreadOfOthers<'a> {
    #[connector_flow(from = request.connector_transaction_id)]
    id: &'a PaymentId,
}

const NUMBER: u8 = 1;

#[derive(ConnectorFlow)]
#[connector_flow(connector = Numbering, flow_name = PSync, http_method = Post, url = "/p", body = GraphQl, response = Payment)]
#[connector_flow(document = "query($id: ID!) { node(id: $id) { ...Told } }", fragments = NUMBER)]
struct SpreadOfNumbers<'a> {
    #[connector_flow(from = request.connector_transaction_id)]
    id: &'a PaymentId,
}

fn main() {}
