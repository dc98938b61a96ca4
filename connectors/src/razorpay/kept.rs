//! What Razorpay keeps of a way to pay: tokens, each a customer's.

use std::collections::BTreeMap;

use connector_core::prelude::*;
use connector_core::Customer;
use serde::Serialize;

use super::Razorpay;
use super::orders::Payer;

/// Create a recurring payment: an order is paid with a token. The customer is told a day before, as a rule, and
/// what became of it is told later. <https://razorpay.com/docs/payments/payment-gateway/s2s-integration/recurring-payments/cards/subsequent-payments>
#[derive(ConnectorFlow)]
#[connector_flow(
    connector = Razorpay,
    flow_name = RepeatPayment,
    http_method = Post,
    url = "/v1/payments/create/recurring",
    no_idempotency = "Razorpay takes no key here: an order is paid once, and then takes no other payment",
    ignores(capture_method = "the order was announced with it"),
    response = RecurringPayment,
)]
struct RepeatPaymentRequest<'a> {
    #[connector_flow(from = request.amount)]
    amount: Counted<MinorUnit, Razorpay>,
    #[connector_flow(from = request.amount)]
    currency: Currency,
    #[connector_flow(from = request.customer)]
    #[serde(flatten)]
    payer: Payer<'a>,
    #[connector_flow(from = resource_common_data.connector_order_id)]
    order_id: &'a OrderId,
    #[connector_flow(from = request.customer)]
    customer_id: Owner<'a>,
    #[connector_flow(from = request.mandate_reference)]
    token: OwnToken<'a>,
    #[connector_flow(value = "1")]
    recurring: &'static str,
    #[connector_flow(from = request.payment_method_data)] // what is kept is paid with
    other: Option<NotTaken>,
    #[connector_flow(from = request.split_payments)]
    divided: Option<NotTaken>,
    #[connector_flow(from = request.description)]
    description: Option<&'a str>,
    #[connector_flow(from = request.metadata)]
    notes: Option<&'a BTreeMap<Box<str>, Box<str>>>,
}

#[derive(Deserialize, FlowResponse)]
#[flow_response(RepeatPayment, status = Pending)]
#[flow_response(no_amount = "the order has it, and a sync compares it")]
struct RecurringPayment {
    #[flow_response(connector_transaction_id)]
    razorpay_payment_id: PaymentId,
}

/// Whose the token is.
#[derive(Serialize)]
#[serde(transparent)]
struct Owner<'a>(&'a CustomerId);

impl<'a> FromSource<'a, Option<Customer>> for Owner<'a> {
    fn from_source(customer: &'a Option<Customer>) -> Result<Self, Unfit> {
        let customer = customer.as_ref().ok_or(Unfit::Absent)?;
        let none = "has no connector_customer_id: Razorpay keeps a token with its customer";
        customer.connector_customer_id.as_ref().map(Self).ok_or(Unfit::Refused(none))
    }
}

#[derive(Serialize)]
#[serde(transparent)]
struct OwnToken<'a>(&'a MandateId);

impl<'a> FromSource<'a, MandateReference> for OwnToken<'a> {
    fn from_source(reference: &'a MandateReference) -> Result<Self, Unfit> {
        let own = reference.connector_mandate_id().map(Self);
        own.ok_or(Unfit::Refused("is a card network's id; Razorpay wants its own token's"))
    }
}

/// Delete a token. <https://razorpay.com/docs/api/payments/recurring-payments/cards/tokens>
#[derive(ConnectorFlow)]
#[connector_flow(
    connector = Razorpay,
    flow_name = MandateRevoke,
    http_method = Delete,
    url = "/v1/customers/{customer_id}/tokens/{token_id}",
    response = DeletedToken,
)]
struct MandateRevokeRequest<'a> {
    #[connector_flow(from = request.connector_customer_id)]
    customer_id: &'a CustomerId,
    #[connector_flow(from = request.connector_mandate_id)]
    token_id: &'a MandateId,
}

#[derive(Deserialize, FlowResponse)]
#[flow_response(MandateRevoke, no_id = "only that it is deleted is said")]
struct DeletedToken {
    #[flow_response(status)]
    deleted: Wire<Deleted>,
}

#[derive(Debug, Clone, Copy, WireStatus)]
#[wire_status(MandateStatus, rename_all = "snake_case")]
enum Deleted {
    #[wire_status(Revoked)]
    True,
    #[wire_status(Active)]
    False,
}
