//! What Adyen keeps of a way to pay, under the merchant's name for the customer.

use std::borrow::Cow;

use connector_core::prelude::*;
use connector_core::{
    CustomerId, Exposed, FromSource, MandateId, MandateRevoke, PathValue, PaymentMethodData,
    PaymentMethodToken, Unfit,
};
use serde::Serialize;

use super::Adyen;
use super::payment_method::PaymentMethod;

/// Create a token to store payment details, without a payment.
/// <https://docs.adyen.com/api-explorer/Checkout/71/post/storedPaymentMethods>
#[derive(ConnectorFlow)]
#[connector_flow(
    connector = Adyen,
    flow_name = PaymentMethodToken,
    http_method = Post,
    url = "/storedPaymentMethods",
    response = StoredMethod,
)]
#[serde(rename_all = "camelCase")]
struct PaymentMethodTokenRequest<'a> {
    #[connector_flow(header = "Idempotency-Key", from = request.idempotency_key, max_len = 64)]
    idempotency_key: &'a IdempotencyKey,
    #[connector_flow(from = auth.merchant_account)]
    merchant_account: Exposed<'a>,
    #[connector_flow(from = request.connector_customer_id, min_len = 3)]
    shopper_reference: &'a CustomerId,
    #[connector_flow(value = "CardOnFile")] // for payments at which the customer is there
    recurring_processing_model: &'static str,
    #[connector_flow(from = request.payment_method_data)]
    payment_method: CardToStore<'a>,
}

#[derive(Serialize)]
#[serde(transparent)]
struct CardToStore<'a>(PaymentMethod<'a>);

impl<'a> FromSource<'a, PaymentMethodData> for CardToStore<'a> {
    fn from_source(method: &'a PaymentMethodData) -> Result<Self, Unfit> {
        match method {
            PaymentMethodData::Card(_) => PaymentMethod::new(method, None).map(Self),
            _ => Err(Unfit::Refused("is no card, and nothing else is made a token of here")),
        }
    }
}

#[derive(Deserialize, FlowResponse)]
#[flow_response(PaymentMethodToken, status = Created)]
struct StoredMethod {
    #[flow_response(token)]
    id: Secret,
}

/// Delete a token of stored payment details. Adyen has them under the merchant's name for the customer.
/// <https://docs.adyen.com/api-explorer/Checkout/71/delete/storedPaymentMethods/(storedPaymentMethodId)>
#[derive(ConnectorFlow)]
#[connector_flow(
    connector = Adyen,
    flow_name = MandateRevoke,
    http_method = Delete,
    url = "/storedPaymentMethods/{stored_payment_method_id}",
    response = DeletedMethod,
)]
struct MandateRevokeRequest<'a> {
    #[connector_flow(from = request.connector_mandate_id)]
    stored_payment_method_id: &'a MandateId,
    #[connector_flow(query = "shopperReference", from = request.connector_customer_id, min_len = 3)]
    shopper_reference: &'a CustomerId,
    #[connector_flow(query = "merchantAccount", from = auth.merchant_account)]
    merchant_account: AccountName<'a>,
}

/// The one place where Adyen takes it is the URL. It names an account, and nobody gets in by it.
struct AccountName<'a>(&'a Secret);

impl<'a> FromSource<'a, Secret> for AccountName<'a> {
    fn from_source(name: &'a Secret) -> Result<Self, Unfit> {
        Ok(Self(name))
    }
}

impl PathValue for AccountName<'_> {
    fn path_text(&self) -> Cow<'_, str> {
        Cow::Borrowed(self.0.expose())
    }
}

#[derive(Deserialize, FlowResponse)]
#[flow_response(MandateRevoke, status = Revoked, format = Empty, no_id = "nothing is said at all")]
struct DeletedMethod;
