//! A payment request of which only our own name is known: its reference, as the orders here write it.

use connector_core::prelude::*;

use super::{PaymentRequest, Xendit};

/// Get all payment requests by filter, as Xendit's SDK has it:
/// <https://github.com/xendit/xendit-go> (docs/PaymentRequestApi.md, read 2026-11-27).
#[derive(ConnectorFlow)]
#[connector_flow(
    connector = Xendit,
    flow_name = PSyncByReference,
    http_method = Get,
    url = "/payment_requests",
    response = PaymentRequests,
)]
struct ListRequest<'a> {
    #[connector_flow(query, from = resource_common_data.connector_request_reference_id)]
    reference_id: &'a MerchantReference,
}

#[derive(Deserialize, FlowResponse)]
#[flow_response(PSyncByReference)]
struct PaymentRequests {
    #[flow_response(list)]
    data: Vec<PaymentRequest>,
}
