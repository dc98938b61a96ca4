//! Customers, and what they are charged without being there. <https://docs.mollie.com/docs/recurring-payments>

use connector_core::prelude::*;
use connector_core::Customer;
use serde::Serialize;

use super::authorize::{CaptureMode, OwnCustomer};
use super::metadata::Metadata;
use super::route::Routes;
use super::{Amount, Mollie, Payment};

/// Create a customer. <https://docs.mollie.com/reference/create-customer>
#[derive(ConnectorFlow)]
#[connector_flow(
    connector = Mollie,
    flow_name = CreateConnectorCustomer,
    http_method = Post,
    url = "/v2/customers",
    response = CustomerObject,
)]
struct CreateConnectorCustomerRequest<'a> {
    #[connector_flow(header = "Idempotency-Key", from = request.idempotency_key)]
    idempotency_key: &'a IdempotencyKey,
    #[connector_flow(from = request.customer)]
    #[serde(flatten)]
    customer: CustomerDetails<'a>,
}

#[derive(Serialize)]
struct CustomerDetails<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<Exposed<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    email: Option<Exposed<'a>>,
}

impl<'a> FromSource<'a, Customer> for CustomerDetails<'a> {
    fn from_source(customer: &'a Customer) -> Result<Self, Unfit> {
        Ok(Self { name: Exposed::of(&customer.name), email: Exposed::of(&customer.email) })
    }
}

#[derive(Deserialize, FlowResponse)]
#[flow_response(CreateConnectorCustomer, status = Created)]
struct CustomerObject {
    #[flow_response(connector_customer_id)]
    id: CustomerId,
}

/// Create a recurring payment: the mandate's method is charged at once.
#[derive(ConnectorFlow)]
#[connector_flow(
    connector = Mollie,
    flow_name = RepeatPayment,
    http_method = Post,
    url = "/v2/payments",
    response = Payment,
)]
#[serde(rename_all = "camelCase")]
struct RepeatPaymentRequest<'a> {
    #[connector_flow(header = "Idempotency-Key", from = request.idempotency_key)]
    idempotency_key: &'a IdempotencyKey,
    #[connector_flow(from = request.amount)]
    amount: Amount,
    #[connector_flow(from = request.description, max_len = 255)]
    description: &'a str,
    #[connector_flow(value = "recurring")]
    sequence_type: &'a str,
    #[connector_flow(from = request.mandate_reference)]
    mandate_id: OwnMandate<'a>,
    #[connector_flow(from = request.payment_method_data)] // what is kept is paid with
    other: Option<NotTaken>,
    #[connector_flow(from = request.split_payments)]
    routing: Option<Routes<'a>>,
    #[connector_flow(from = request.customer)]
    customer_id: OwnCustomer<'a>,
    #[connector_flow(from = request.capture_method)]
    capture_mode: CaptureMode,
    #[connector_flow(from = resource_common_data.connector_request_reference_id, within = "metadata")]
    reference: Option<&'a MerchantReference>,
    #[connector_flow(from = request.metadata, within = "metadata")]
    #[serde(flatten, skip_serializing_if = "Option::is_none")]
    metadata: Option<Metadata<'a>>,
}

/// The mandate, by Mollie's own id.
#[derive(Serialize)]
#[serde(transparent)]
struct OwnMandate<'a>(&'a MandateId);

impl<'a> FromSource<'a, MandateReference> for OwnMandate<'a> {
    fn from_source(reference: &'a MandateReference) -> Result<Self, Unfit> {
        let own = reference.connector_mandate_id().map(Self);
        own.ok_or(Unfit::Refused("is a card network's id; Mollie wants its own mandate's"))
    }
}

/// Revoke a mandate. <https://docs.mollie.com/reference/revoke-mandate>
#[derive(ConnectorFlow)]
#[connector_flow(
    connector = Mollie,
    flow_name = MandateRevoke,
    http_method = Delete,
    url = "/v2/customers/{customer_id}/mandates/{mandate_id}",
    response = RevokedMandate,
)]
struct MandateRevokeRequest<'a> {
    #[connector_flow(from = request.connector_customer_id)]
    customer_id: &'a CustomerId,
    #[connector_flow(from = request.connector_mandate_id)]
    mandate_id: &'a MandateId,
}

#[derive(Deserialize, FlowResponse)]
#[flow_response(MandateRevoke, status = Revoked, format = Empty, no_id = "nothing is said at all")]
struct RevokedMandate;
