use connector_core::prelude::*;
use connector_core::MerchantReference;
use connector_tests::connectors;
use connector_tests::fixture::Payment;

connectors!(Absent, Object, Order, Question, Several);

#[derive(ConnectorFlow)]
#[connector_flow(connector = Absent, flow_name = PSync, http_method = Post, url = "/g", body = GraphQl, response = Payment)]
#[connector_flow(document = "query($id: ID!, $reference: String!) { node(id: $id, reference: $reference) { id } }")]
struct MayBeAbsent<'a> {
    #[connector_flow(from = request.connector_transaction_id)]
    id: &'a PaymentId,
    #[connector_flow(from = resource_common_data.connector_request_reference_id)]
    reference: Option<&'a MerchantReference>,
}

#[derive(ConnectorFlow)]
#[connector_flow(connector = Object, flow_name = PSync, http_method = Post, url = "/g", body = GraphQl, response = Payment)]
#[connector_flow(ignores(connector_transaction_id = "not the point here"))]
#[connector_flow(document = "query($input: Input!) { node(input: $input) { id } }")]
struct MayBeEmpty<'a> {
    #[connector_flow(from = resource_common_data.connector_request_reference_id, within = "input")]
    reference: Option<&'a MerchantReference>,
}

#[derive(ConnectorFlow)]
#[connector_flow(connector = Order, flow_name = Void, http_method = Post, url = "/g", body = GraphQl, response = Voided)]
#[connector_flow(no_idempotency = "not the point here")]
#[connector_flow(document = "query($id: ID!) { void(id: $id) { id } }")]
struct OrderedByAQuery<'a> {
    #[connector_flow(from = request.connector_transaction_id)]
    id: &'a PaymentId,
}

#[derive(Deserialize, FlowResponse)]
#[flow_response(Void, status = Voided, no_id = "not the point here")]
struct Voided {}

#[derive(ConnectorFlow)]
#[connector_flow(connector = Question, flow_name = PSync, http_method = Post, url = "/g", body = GraphQl, response = Payment)]
#[connector_flow(document = "mutation($id: ID!) { query(id: $id) { id } }")]
struct AskedByAMutation<'a> {
    #[connector_flow(from = request.connector_transaction_id)]
    id: &'a PaymentId,
}

#[derive(ConnectorFlow)]
#[connector_flow(connector = Several, flow_name = PSync, http_method = Post, url = "/g", body = GraphQl, response = Payment)]
#[connector_flow(document = "query($input: Input!, $live: Boolean) { node(input: $input, live: $life) { id } }")]
struct TwoMistakes<'a> {
    #[connector_flow(from = request.connector_transaction_id, within = "inptu")]
    id: &'a PaymentId,
    #[connector_flow(value = true)]
    live: bool,
}

fn main() {}
