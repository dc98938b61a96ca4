//! What Square keeps: customers, and their cards. <https://developer.squareup.com/docs/cards-api/overview>

use connector_core::prelude::*;
use connector_core::Customer;
use serde::Serialize;

use super::authorize::{OwnCustomer, PostalAddress, SourceId};
use super::{Square, SquareError};

/// Create a customer. <https://developer.squareup.com/reference/square/customers-api/create-customer>
#[derive(ConnectorFlow)]
#[connector_flow(
    connector = Square,
    flow_name = CreateConnectorCustomer,
    http_method = Post,
    url = "/v2/customers",
    response = Known,
)]
struct CreateConnectorCustomerRequest<'a> {
    #[connector_flow(from = request.idempotency_key, max_len = 45)]
    idempotency_key: &'a IdempotencyKey,
    #[connector_flow(from = request.customer)]
    #[serde(flatten)]
    customer: Profile<'a>,
    #[connector_flow(from = request.address)]
    address: Option<PostalAddress<'a>>,
    #[connector_flow(from = request.description)]
    note: Option<&'a str>,
}

#[derive(Serialize)]
struct Profile<'a> {
    /// Square divides names; one that is not divided is all of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    given_name: Option<Exposed<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    email_address: Option<Exposed<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    phone_number: Option<Exposed<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    reference_id: Option<&'a str>,
}

impl<'a> FromSource<'a, Customer> for Profile<'a> {
    fn from_source(customer: &'a Customer) -> Result<Self, Unfit> {
        let Customer { name, email, phone, .. } = customer;
        if [name, email, phone].iter().all(|known| known.is_none()) {
            return Err(Unfit::Refused("has no name, email or phone, of which Square wants one"));
        }
        Ok(Self {
            given_name: Exposed::of(name),
            email_address: Exposed::of(email),
            phone_number: Exposed::of(phone),
            reference_id: customer.merchant_customer_id.as_deref(),
        })
    }
}

#[derive(FlowResponse)]
#[flow_response(CreateConnectorCustomer)]
enum Known {
    #[flow_response(within = "customer")]
    Customer(CustomerObject),
    #[flow_response(error)]
    Errors(SquareError),
}

#[derive(Deserialize, FlowResponse)]
#[flow_response(CreateConnectorCustomer, status = Created)]
struct CustomerObject {
    #[flow_response(connector_customer_id)]
    id: CustomerId,
}

/// Create a card on file, and pay with its token.
/// <https://developer.squareup.com/reference/square/cards-api/create-card>
#[derive(ConnectorFlow)]
#[connector_flow(
    connector = Square,
    flow_name = PaymentMethodToken,
    http_method = Post,
    url = "/v2/cards",
    response = OnFile,
)]
struct PaymentMethodTokenRequest<'a> {
    #[connector_flow(from = request.idempotency_key, max_len = 45)]
    idempotency_key: &'a IdempotencyKey,
    #[connector_flow(from = request.payment_method_data)]
    source_id: SourceId<'a>,
    #[connector_flow(from = request.connector_customer_id, within = "card")]
    customer_id: &'a CustomerId,
    #[connector_flow(from = request.billing_address, within = "card")]
    billing_address: Option<PostalAddress<'a>>,
}

/// The same, for payments without the customer.
#[derive(ConnectorFlow)]
#[connector_flow(
    connector = Square,
    flow_name = SetupMandate,
    http_method = Post,
    url = "/v2/cards",
    response = Agreed,
)]
struct SetupMandateRequest<'a> {
    #[connector_flow(from = request.idempotency_key, max_len = 45)]
    idempotency_key: &'a IdempotencyKey,
    #[connector_flow(from = request.payment_method_data)]
    source_id: SourceId<'a>,
    #[connector_flow(from = request.customer, within = "card")]
    customer_id: OwnCustomer<'a>,
    #[connector_flow(from = request.billing_address, within = "card")]
    billing_address: Option<PostalAddress<'a>>,
}

/// Disable a card. <https://developer.squareup.com/reference/square/cards-api/disable-card>
#[derive(ConnectorFlow)]
#[connector_flow(
    connector = Square,
    flow_name = MandateRevoke,
    http_method = Post,
    url = "/v2/cards/{card_id}/disable",
    response = Disabled,
)]
struct MandateRevokeRequest<'a> {
    #[connector_flow(from = request.connector_mandate_id)]
    card_id: &'a MandateId,
}

#[derive(FlowResponse)]
#[flow_response(PaymentMethodToken)]
enum OnFile {
    #[flow_response(within = "card")]
    Card(TokenOfCard),
    #[flow_response(error)]
    Errors(SquareError),
}

#[derive(Deserialize, FlowResponse)]
#[flow_response(PaymentMethodToken, status = Created)]
struct TokenOfCard {
    #[flow_response(token)]
    id: Secret,
}

#[derive(FlowResponse)]
#[flow_response(SetupMandate)]
enum Agreed {
    #[flow_response(within = "card")]
    Card(KeptCard),
    #[flow_response(error)]
    Errors(SquareError),
}

/// Nothing was to be taken, and all of it is done.
#[derive(Deserialize, FlowResponse)]
#[flow_response(SetupMandate, status = Charged, no_id = "a card on file is no payment")]
#[flow_response(no_amount = "a card on file is about no money")]
struct KeptCard {
    #[flow_response(connector_mandate_id)]
    id: MandateId,
}

#[derive(FlowResponse)]
#[flow_response(MandateRevoke)]
enum Disabled {
    #[flow_response(within = "card")]
    Card(DisabledCard),
    #[flow_response(error)]
    Errors(SquareError),
}

#[derive(Deserialize, FlowResponse)]
#[flow_response(MandateRevoke)]
struct DisabledCard {
    #[flow_response(connector_mandate_id)]
    id: MandateId,
    #[flow_response(status)]
    enabled: Wire<Enabled>,
}

/// There is no other word for it, but whether the card can be paid with.
#[derive(Debug, Clone, Copy, WireStatus)]
#[wire_status(MandateStatus, rename_all = "snake_case")]
enum Enabled {
    #[wire_status(Active)]
    True,
    #[wire_status(Revoked)]
    False,
}
