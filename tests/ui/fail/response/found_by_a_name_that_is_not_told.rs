use connector_core::prelude::*;
use connector_core::{MerchantReference, OrderId, PSyncByReference};
use connector_tests::connectors;

connectors!(Acme, Bolt, Coda, Dune);

// Of another payment that was found nobody would see that it is another.
#[derive(Deserialize, FlowResponse)]
#[flow_response(PSync, PSyncByReference, status = Pending, no_id = "left out here", no_amount = "left out here")]
struct Unnamed {}

#[derive(Deserialize, FlowResponse)]
#[flow_response(PSyncByReference, status = Pending, no_amount = "left out here")]
struct Entry {
    #[flow_response(connector_transaction_id)]
    id: PaymentId,
}

#[derive(Deserialize, FlowResponse)]
#[flow_response(PSyncByReference)]
struct Searched {
    #[flow_response(list)]
    data: Vec<Entry>,
}

#[derive(Deserialize, FlowResponse)]
#[flow_response(PSyncByReference, status = Pending, no_id = "left out here", no_amount = "left out here")]
struct Named {
    #[flow_response(connector_response_reference_id)]
    reference: Option<Box<str>>,
}

// What one shape tells, another may not.
#[derive(FlowResponse)]
#[flow_response(PSyncByReference)]
enum Either {
    Named(Named),
    Unnamed(Unnamed),
}

macro_rules! ask {
    ($connector:ident) => {
        const _: () = {
            #[derive(ConnectorFlow)]
            #[connector_flow(connector = $connector, flow_name = PSync, http_method = Get, url = "/p/{id}", response = Unnamed)]
            struct Ask<'a> {
                #[connector_flow(from = request.connector_transaction_id)]
                id: &'a PaymentId,
            }
        };
    };
}

ask!(Acme);
ask!(Bolt);
ask!(Coda);
ask!(Dune);

#[derive(ConnectorFlow)]
#[connector_flow(connector = Acme, flow_name = PSyncByReference, http_method = Get, url = "/p", response = Unnamed)]
struct Search<'a> {
    #[connector_flow(query, from = resource_common_data.connector_request_reference_id)]
    reference: &'a MerchantReference,
}

#[derive(ConnectorFlow)]
#[connector_flow(connector = Bolt, flow_name = PSyncByReference, http_method = Get, url = "/p", response = Searched)]
struct SearchEach<'a> {
    #[connector_flow(query, from = resource_common_data.connector_request_reference_id)]
    reference: &'a MerchantReference,
}

#[derive(ConnectorFlow)]
#[connector_flow(connector = Coda, flow_name = PSyncByReference, http_method = Get, url = "/p", response = Either)]
struct SearchEither<'a> {
    #[connector_flow(query, from = resource_common_data.connector_request_reference_id)]
    reference: &'a MerchantReference,
}

// The merchant's reference says nothing of the order.
#[derive(ConnectorFlow)]
#[connector_flow(connector = Dune, flow_name = PSyncByReference, http_method = Get, url = "/o/{order}", response = Named)]
struct PaymentsOfOrder<'a> {
    #[connector_flow(from = resource_common_data.connector_order_id)]
    order: &'a OrderId,
}

fn main() {}
