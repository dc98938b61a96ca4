//! What is kept for later payments: a way to pay, and whose it is.

use std::collections::BTreeMap;

use connector_core::prelude::*;
use connector_core::{Customer, FutureUsage, RedirectForm};
use serde::{Deserializer, Serialize};
use serde::de::IgnoredAny;

use super::authorize::KnownCustomer;
use super::payment_method::{NewPaymentMethod, PaymentMethod};
use super::{ErrorDetail, Stripe};

/// Create and confirm a SetupIntent. <https://docs.stripe.com/api/setup_intents/create>
#[derive(ConnectorFlow)]
#[connector_flow(
    connector = Stripe,
    flow_name = SetupMandate,
    http_method = Post,
    url = "/v1/setup_intents",
    body = Form,
    response = SetupIntent,
)]
struct SetupMandateRequest<'a> {
    #[connector_flow(header = "Idempotency-Key", from = request.idempotency_key, max_len = 255)]
    idempotency_key: &'a IdempotencyKey,
    #[connector_flow(value = true)]
    confirm: bool,
    #[connector_flow(from = request.payment_method_data)]
    #[serde(flatten)]
    payment_method: PaymentMethod<'a>,
    #[connector_flow(from = request.setup_future_usage)]
    usage: Usage,
    #[connector_flow(from = request.customer)]
    customer: Option<KnownCustomer<'a>>,
    #[connector_flow(from = request.return_url)]
    return_url: Option<&'a str>,
    #[connector_flow(from = request.metadata)]
    #[serde(skip_serializing_if = "no_entries")]
    metadata: Option<&'a BTreeMap<Box<str>, Box<str>>>,
}

/// `usage` and `setup_future_usage`: for which payments it is kept.
#[derive(Serialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Usage {
    OnSession,
    OffSession,
}

impl FromSource<'_, FutureUsage> for Usage {
    fn from_source(usage: &FutureUsage) -> Result<Self, Unfit> {
        Ok(match usage {
            FutureUsage::OnSession => Self::OnSession,
            FutureUsage::OffSession => Self::OffSession,
        })
    }
}

/// In a form an object without entries is an empty text, with which Stripe erases what there is.
fn no_entries(metadata: &Option<&BTreeMap<Box<str>, Box<str>>>) -> bool {
    metadata.is_none_or(BTreeMap::is_empty)
}

#[derive(Deserialize, FlowResponse)]
#[flow_response(SetupMandate, no_amount = "a SetupIntent is about no money")]
struct SetupIntent {
    #[flow_response(connector_transaction_id)]
    id: PaymentId,
    #[flow_response(status)]
    status: Wire<SetupStatus>,
    #[flow_response(connector_mandate_id)]
    // a later payment names the PaymentMethod, not Stripe's Mandate
    payment_method: Option<MandateId>,
    #[flow_response(redirect)]
    #[serde(default, deserialize_with = "super::redirect")]
    next_action: Option<RedirectForm>,
    #[flow_response(error)]
    last_setup_error: Option<ErrorDetail>,
}

/// Every status of a SetupIntent. <https://docs.stripe.com/payments/intents>
#[derive(Debug, Clone, Copy, PartialEq, WireStatus)]
#[wire_status(AttemptStatus, rename_all = "snake_case")]
enum SetupStatus {
    #[wire_status(PaymentMethodAwaited)]
    RequiresPaymentMethod,
    #[wire_status(ConfirmationAwaited)]
    RequiresConfirmation,
    #[wire_status(AuthenticationPending)]
    RequiresAction,
    #[wire_status(Pending)]
    Processing,
    #[wire_status(Voided)]
    Canceled,
    #[wire_status(Charged)] // nothing was to be taken, and all of it is done
    Succeeded,
}

/// Detach a PaymentMethod from its customer: nothing is paid with it any more.
/// <https://docs.stripe.com/api/payment_methods/detach>
#[derive(ConnectorFlow)]
#[connector_flow(
    connector = Stripe,
    flow_name = MandateRevoke,
    http_method = Post,
    url = "/v1/payment_methods/{payment_method}/detach",
    response = Detached,
)]
struct MandateRevokeRequest<'a> {
    #[connector_flow(from = request.connector_mandate_id)]
    payment_method: &'a MandateId,
}

#[derive(Deserialize, FlowResponse)]
#[flow_response(MandateRevoke)]
struct Detached {
    #[flow_response(connector_mandate_id)]
    id: MandateId,
    #[flow_response(status)]
    #[serde(default = "no_customer", deserialize_with = "attachment")]
    customer: Wire<Attachment>,
}

/// There is no word for it, but whether the method is still a customer's.
#[derive(Debug, Clone, Copy, WireStatus)]
#[wire_status(MandateStatus, rename_all = "snake_case")]
enum Attachment {
    #[wire_status(Active)] // `customer` is there
    Attached,
    #[wire_status(Revoked)] // it is null, or not there
    Detached,
}

fn no_customer() -> Wire<Attachment> {
    Wire::Known(Attachment::Detached)
}

fn attachment<'de, D: Deserializer<'de>>(customer: D) -> Result<Wire<Attachment>, D::Error> {
    let customer = Option::<IgnoredAny>::deserialize(customer)?;
    Ok(customer.map_or_else(no_customer, |_| Wire::Known(Attachment::Attached)))
}

/// Create a customer. <https://docs.stripe.com/api/customers/create>
#[derive(ConnectorFlow)]
#[connector_flow(
    connector = Stripe,
    flow_name = CreateConnectorCustomer,
    http_method = Post,
    url = "/v1/customers",
    body = Form,
    response = CustomerObject,
)]
struct CreateConnectorCustomerRequest<'a> {
    #[connector_flow(header = "Idempotency-Key", from = request.idempotency_key, max_len = 255)]
    idempotency_key: &'a IdempotencyKey,
    #[connector_flow(from = request.customer)]
    #[serde(flatten)]
    customer: CustomerDetails<'a>,
    #[connector_flow(from = request.description, max_len = 5000)]
    description: Option<&'a str>,
}

#[derive(serde::Serialize)]
struct CustomerDetails<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<Exposed<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    email: Option<Exposed<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    phone: Option<Exposed<'a>>,
}

impl<'a> FromSource<'a, Customer> for CustomerDetails<'a> {
    fn from_source(customer: &'a Customer) -> Result<Self, Unfit> {
        Ok(Self {
            name: at_most(256, "name", Exposed::of(&customer.name))?,
            email: at_most(512, "email", Exposed::of(&customer.email))?,
            phone: at_most(20, "phone", Exposed::of(&customer.phone))?,
        })
    }
}

#[derive(Deserialize, FlowResponse)]
#[flow_response(CreateConnectorCustomer, status = Created)]
struct CustomerObject {
    #[flow_response(connector_customer_id)]
    id: CustomerId,
}

/// Create a PaymentMethod. <https://docs.stripe.com/api/payment_methods/create>
#[derive(ConnectorFlow)]
#[connector_flow(
    connector = Stripe,
    flow_name = PaymentMethodToken,
    http_method = Post,
    url = "/v1/payment_methods",
    body = Form,
    response = PaymentMethodObject,
)]
struct PaymentMethodTokenRequest<'a> {
    #[connector_flow(header = "Idempotency-Key", from = request.idempotency_key, max_len = 255)]
    idempotency_key: &'a IdempotencyKey,
    #[connector_flow(from = request.payment_method_data)]
    #[serde(flatten)]
    payment_method: NewPaymentMethod<'a>,
}

#[derive(Deserialize, FlowResponse)]
#[flow_response(PaymentMethodToken, status = Created)]
struct PaymentMethodObject {
    #[flow_response(token)]
    id: Secret,
}
