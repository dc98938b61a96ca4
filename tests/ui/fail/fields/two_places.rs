use connector_core::MerchantReference;
use connector_core::prelude::*;
use connector_tests::connectors;
use connector_tests::fixture::Payment;

connectors!(Acme, Other);

#[derive(ConnectorFlow)]
#[connector_flow(connector = Acme, flow_name = PSync, http_method = Get, url = "/p/{a}", response = Payment)]
struct Request<'a> {
    #[connector_flow(query, from = request.connector_transaction_id)]
    a: &'a PaymentId,
    #[connector_flow(query, header = "Acme-Id", from = request.connector_transaction_id)]
    b: &'a PaymentId,
}

/// The URL names the other field.
#[derive(ConnectorFlow)]
#[connector_flow(connector = Other, flow_name = PSync, http_method = Get, url = "/p/{reference}", response = Payment)]
struct Swapped<'a> {
    #[connector_flow(from = request.connector_transaction_id)]
    payment: &'a PaymentId,
    #[connector_flow(query, from = resource_common_data.connector_request_reference_id)]
    reference: Option<&'a MerchantReference>,
}

fn main() {}
