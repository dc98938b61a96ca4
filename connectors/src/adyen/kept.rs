//! What Adyen keeps of a way to pay, under the merchant's name for the customer.

use connector_core::prelude::*;
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
    merchant_account: &'a MerchantAccount,
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
    merchant_account: &'a MerchantAccount,
}

#[derive(Deserialize, FlowResponse)]
#[flow_response(MandateRevoke, status = Revoked, format = Empty, no_id = "nothing is said at all")]
struct DeletedMethod;
