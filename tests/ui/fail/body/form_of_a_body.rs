use connector_core::prelude::*;
use connector_tests::connectors;
use connector_tests::fixture::Payment;

connectors!(Misspelt, WithoutRoot, WithoutDocument, DocumentOfNobody, EnvelopeOfParts, RawOfTwo, Elements, Sentences);

#[derive(ConnectorFlow)]
#[connector_flow(connector = Misspelt, flow_name = PSync, http_method = Post, url = "/p", body = Jsn, response = Payment)]
struct Misspelling<'a> {
    #[connector_flow(from = request.connector_transaction_id)]
    payment_id: &'a PaymentId,
}

#[derive(ConnectorFlow)]
#[connector_flow(connector = WithoutRoot, flow_name = PSync, http_method = Post, url = "/p", body = Xml, response = Payment)]
struct Rootless<'a> {
    #[connector_flow(from = request.connector_transaction_id)]
    payment_id: &'a PaymentId,
}

#[derive(ConnectorFlow)]
#[connector_flow(connector = WithoutDocument, flow_name = PSync, http_method = Post, url = "/p", body = GraphQl, response = Payment)]
struct Documentless<'a> {
    #[connector_flow(from = request.connector_transaction_id)]
    payment_id: &'a PaymentId,
}

#[derive(ConnectorFlow)]
#[connector_flow(connector = DocumentOfNobody, flow_name = PSync, http_method = Post, url = "/p", document = "query { a }", response = Payment)]
struct Documented<'a> {
    #[connector_flow(from = request.connector_transaction_id)]
    payment_id: &'a PaymentId,
}

#[derive(ConnectorFlow)]
#[connector_flow(connector = EnvelopeOfParts, flow_name = PSync, http_method = Post, url = "/p", body = Multipart, envelope = "e", response = Payment)]
struct Enveloped<'a> {
    #[connector_flow(from = request.connector_transaction_id)]
    payment_id: &'a PaymentId,
}

#[derive(ConnectorFlow)]
#[connector_flow(connector = RawOfTwo, flow_name = PSync, http_method = Post, url = "/p", body = Raw, response = Payment)]
struct RawBody<'a> {
    #[connector_flow(from = request.connector_transaction_id)]
    payment_id: &'a PaymentId,
    #[connector_flow(from = request.connector_transaction_id)]
    again: &'a PaymentId,
}

#[derive(ConnectorFlow)]
#[connector_flow(connector = Elements, flow_name = PSync, http_method = Post, url = "/p", response = Payment)]
#[connector_flow(body = Xml, envelope = "payment")]
struct Named<'a> {
    #[connector_flow(from = request.connector_transaction_id)]
    #[serde(rename = "1st")]
    first: &'a PaymentId,
    #[connector_flow(from = request.connector_transaction_id, within = "the ids")]
    second: &'a PaymentId,
    #[connector_flow(from = request.connector_transaction_id)]
    #[serde(rename = "")]
    third: &'a PaymentId,
    #[connector_flow(from = request.connector_transaction_id)]
    #[serde(rename = "@id")]
    attribute: &'a PaymentId,
    #[connector_flow(from = request.connector_transaction_id)]
    #[serde(rename = "$text")]
    text: &'a PaymentId,
}

/// What would rather be the text of another key.
#[derive(ConnectorFlow)]
#[connector_flow(connector = Sentences, flow_name = PSync, http_method = Post, url = "/p", response = Payment)]
#[connector_flow(body = GraphQl, document = "it has keys of its own")]
struct Sentence<'a> {
    #[connector_flow(from = request.connector_transaction_id, within = "the payment")]
    id: &'a PaymentId,
}

fn main() {}
