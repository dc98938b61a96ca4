use connector_core::prelude::*;
use connector_tests::connectors;
use connector_tests::fixture::Payment;

connectors!(Spreading);

#[derive(ConnectorFlow)]
#[connector_flow(connector = Spreading, flow_name = PSync, http_method = Post, url = "/p", body = GraphQl, response = Payment)]
#[connector_flow(document = "query($id: ID!) { node(id: $id) { ... on Payment { id } ...Told } }")]
struct Spread<'a> {
    #[connector_flow(from = request.connector_transaction_id)]
    id: &'a PaymentId,
}

fn main() {}
