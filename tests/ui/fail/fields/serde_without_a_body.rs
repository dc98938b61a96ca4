use connector_core::prelude::*;
use connector_core::MerchantReference;
use connector_tests::connectors;
use connector_tests::fixture::Payment;

connectors!(Acme, Bolt);

#[derive(ConnectorFlow)]
#[serde(rename_all = "camelCase")]
#[connector_flow(connector = Acme, flow_name = PSync, http_method = Get, url = "/p/{payment_id}", response = Payment)]
struct Asked<'a> {
    #[connector_flow(from = request.connector_transaction_id)]
    payment_id: &'a PaymentId,
    #[connector_flow(query, from = resource_common_data.connector_request_reference_id)]
    own_reference: Option<&'a MerchantReference>,
}

// One field is the body's.
#[derive(ConnectorFlow)]
#[serde(rename_all = "camelCase")]
#[connector_flow(connector = Bolt, flow_name = PSync, http_method = Post, url = "/p/{payment_id}", response = Payment)]
struct Posted<'a> {
    #[connector_flow(from = request.connector_transaction_id)]
    payment_id: &'a PaymentId,
    #[connector_flow(from = resource_common_data.connector_request_reference_id)]
    own_reference: Option<&'a MerchantReference>,
}

fn main() {}
