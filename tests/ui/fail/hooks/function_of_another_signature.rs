use connector_core::prelude::*;
use connector_core::BuildError;
use connector_tests::connectors;
use connector_tests::fixture::Payment;

connectors!(Headers, Url, Sign, Preprocess, Body);

#[derive(ConnectorFlow)]
#[connector_flow(ignores(connector_transaction_id = "left out here"))]
#[connector_flow(connector = Headers, flow_name = PSync, http_method = Get, url = "/a", response = Payment)]
#[connector_flow(headers = headers)]
struct WithHeaders;

fn headers(_: &WithHeaders) -> Result<String, BuildError> {
    Ok(String::new())
}

#[derive(ConnectorFlow)]
#[connector_flow(ignores(connector_transaction_id = "left out here"))]
#[connector_flow(connector = Url, flow_name = PSync, http_method = Get, url = url, response = Payment)]
struct WithUrl;

fn url(_: &WithUrl) -> Result<String, BuildError> {
    Ok("/a".to_owned())
}

#[derive(ConnectorFlow)]
#[connector_flow(ignores(connector_transaction_id = "left out here"))]
#[connector_flow(connector = Sign, flow_name = PSync, http_method = Get, url = "/a", response = Payment)]
#[connector_flow(sign = sign)]
struct WithSign;

fn sign(_: &BearerAuth) -> Result<(), BuildError> {
    Ok(())
}

#[derive(ConnectorFlow)]
#[connector_flow(ignores(connector_transaction_id = "left out here"))]
#[connector_flow(connector = Preprocess, flow_name = PSync, http_method = Get, url = "/a", response = Payment)]
#[connector_flow(preprocess = preprocess)]
struct WithPreprocess;

fn preprocess(body: &[u8]) -> Vec<u8> {
    body.to_vec()
}

#[derive(ConnectorFlow)]
#[connector_flow(connector = Body, flow_name = PSync, http_method = Post, url = "/a", response = Payment)]
#[connector_flow(body = body)]
struct WithBody<'a> {
    #[connector_flow(from = request.connector_transaction_id)]
    id: &'a PaymentId,
}

fn body(_: &str) -> &'static str {
    "json"
}

#[derive(Deserialize, FlowResponse)]
#[flow_response(PSync, status = judge, decided_by = "the words", no_id = "not the point here", no_amount = "nor is it")]
struct Judged {}

fn judge(_: &Judged) -> AttemptStatus {
    AttemptStatus::Charged
}

fn main() {}
