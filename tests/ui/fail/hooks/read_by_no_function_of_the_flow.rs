use connector_core::prelude::*;
use connector_core::RequestUrl;
use connector_tests::connectors;
use connector_tests::fixture::Payment;
use http::HeaderMap;

connectors!(Misspelt, Signing, Unwritten);

#[derive(ConnectorFlow)]
#[connector_flow(connector = Misspelt, flow_name = PSync, http_method = Get, url = payment_url, response = Payment)]
struct ByAnother<'a> {
    #[connector_flow(read_by = payments_url, from = request.connector_transaction_id)]
    id: &'a PaymentId,
}

fn payment_url(request: &ByAnother<'_>) -> Result<RequestUrl, BuildError> {
    RequestUrl::new("/payments/")?.value("id", request.id)
}

#[derive(ConnectorFlow)]
#[connector_flow(connector = Signing, flow_name = PSync, http_method = Get, url = "/payments", response = Payment)]
#[connector_flow(headers = nothing, sign = sign)]
struct ByOneThatDoesNotSeeIt<'a> {
    #[connector_flow(read_by = sign, from = request.connector_transaction_id)]
    id: &'a PaymentId,
}

fn sign(_: &BearerAuth, _: &mut http::Request<bytes::Bytes>) -> Result<(), BuildError> {
    Ok(())
}

fn nothing(_: &ByOneThatDoesNotSeeIt<'_>) -> Result<HeaderMap, BuildError> {
    Ok(HeaderMap::new())
}

#[derive(ConnectorFlow)]
#[connector_flow(connector = Unwritten, flow_name = PSync, http_method = Post, url = "/payments", response = Payment)]
#[connector_flow(headers = payment)]
struct ByNobody<'a> {
    #[connector_flow(from = request.connector_transaction_id)]
    #[serde(skip_serializing)]
    id: &'a PaymentId,
}

fn payment(_: &ByNobody<'_>) -> Result<HeaderMap, BuildError> {
    Ok(HeaderMap::new())
}

fn main() {}
