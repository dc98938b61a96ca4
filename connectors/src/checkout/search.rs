//! A payment of which only our own name is known: its reference, as the orders here write it.

use connector_core::prelude::*;

use super::{Checkout, Payment};

/// Get a list of payments. It came after the description:
/// <https://www.checkout.com/docs/payments/manage-payments/get-a-list-of-payments> (read 2026-11-27).
#[derive(ConnectorFlow)]
#[connector_flow(
    connector = Checkout,
    flow_name = PSyncByReference,
    http_method = Get,
    url = "/payments?limit=100",
    response = Payments,
)]
struct ListRequest<'a> {
    #[connector_flow(query, from = resource_common_data.connector_request_reference_id)]
    reference: &'a MerchantReference,
}

#[derive(Deserialize, FlowResponse)]
#[flow_response(PSyncByReference)]
struct Payments {
    #[flow_response(list)]
    data: Vec<Payment>,
}
