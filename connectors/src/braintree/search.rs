//! A transaction of which only our own name is known: its order id, as the orders here write it.

use connector_core::prelude::*;
use serde::Deserializer;

use super::{Braintree, Errors, TRANSACTION, Transaction};

/// Search transactions. <https://developer.paypal.com/braintree/graphql/guides/search/> (read 2026-11)
#[derive(ConnectorFlow)]
#[connector_flow(
    connector = Braintree,
    flow_name = PSyncByReference,
    http_method = Post,
    url = "/graphql",
    body = GraphQl,
    document = "query($input: TransactionSearchInput!) { \
            search { transactions(input: $input, first: 50) { edges { node { ...Told } } } } }",
    fragments = TRANSACTION,
    response = Searched,
)]
struct SearchRequest<'a> {
    #[connector_flow(from = resource_common_data.connector_request_reference_id)]
    #[connector_flow(within = "input.orderId")]
    is: &'a MerchantReference,
}

#[derive(FlowResponse)]
#[flow_response(PSyncByReference)]
enum Searched {
    #[flow_response(within = "data.search.transactions")]
    Transactions(Transactions),
    #[flow_response(error)]
    Errors(Errors),
}

/// `TransactionConnection`.
#[derive(Deserialize, FlowResponse)]
#[flow_response(PSyncByReference)]
struct Transactions {
    #[flow_response(list)]
    #[serde(deserialize_with = "nodes")]
    edges: Vec<Transaction>,
}

fn nodes<'de, D: Deserializer<'de>>(edges: D) -> Result<Vec<Transaction>, D::Error> {
    #[derive(Deserialize)]
    struct Edge {
        node: Transaction,
    }
    let edges = Vec::<Edge>::deserialize(edges)?;
    Ok(edges.into_iter().map(|edge| edge.node).collect())
}
