use connector_core::prelude::*;
use connector_core::{MerchantReference, PSyncByReference};
use connector_tests::fixture::{Payment, Word};

connector_tests::connectors!(Acme, Bolt);

// Nobody asks by the reference where nobody asks by the id.
#[derive(ConnectorFlow)]
#[connector_flow(connector = Acme, flow_name = PSyncByReference, http_method = Get, url = "/payments", response = Found)]
struct SearchRequest<'a> {
    #[connector_flow(query, from = resource_common_data.connector_request_reference_id)]
    reference: &'a MerchantReference,
}

// Here somebody does, in an attribute that does not say so.
#[derive(ConnectorFlow)]
#[connector_flow(connector = Bolt, flow_name = PSyncByReference, http_method = Get, url = "/payments", response = Found)]
struct OtherSearchRequest<'a> {
    #[connector_flow(query, from = resource_common_data.connector_request_reference_id)]
    reference: &'a MerchantReference,
}

#[derive(ConnectorFlow)]
#[connector_flow(connector = Bolt, http_method = Get, url = "/payments/{id}", response = Payment)]
struct PSyncRequest<'a> {
    #[connector_flow(from = request.connector_transaction_id)]
    id: &'a PaymentId,
}

#[derive(Deserialize, FlowResponse)]
#[flow_response(PSyncByReference, no_id = "not the point here", no_amount = "not the point here")]
struct Found {
    #[flow_response(status)]
    status: Wire<Word>,
    #[flow_response(connector_response_reference_id)]
    reference: Option<Box<str>>,
}

fn main() {}
