//! Cards that PayPal keeps. <https://developer.paypal.com/docs/api/payment-tokens/v3/>

use connector_core::prelude::*;

use super::PayPal;
use super::authorize::PlainCard;

/// Create a payment token for a card. PayPal verifies the card and takes nothing.
#[derive(ConnectorFlow)]
#[connector_flow(
    connector = PayPal,
    flow_name = SetupMandate,
    http_method = Post,
    url = "/v3/vault/payment-tokens",
    keys_remembered_for = "3 hours",
    response = PaymentToken,
)]
struct SetupMandateRequest<'a> {
    #[connector_flow(header = "PayPal-Request-Id")]
    idempotency_key: &'a IdempotencyKey,
    payment_source: CardToKeep<'a>,
}

#[derive(serde::Serialize)]
struct CardToKeep<'a> {
    card: PlainCard<'a>,
}

impl<'a> TryFrom<&'a RouterData<SetupMandate>> for SetupMandateRequest<'a> {
    type Error = BuildError;

    fn try_from(data: &'a RouterData<SetupMandate>) -> Result<Self, BuildError> {
        let asked = &data.request;
        let PaymentMethodData::Card(card) = &asked.payment_method_data else {
            let problem = "is a way to pay that this connector cannot keep";
            return Err(BuildError::invalid("request.payment_method_data", problem));
        };
        Ok(Self {
            idempotency_key: &asked.idempotency_key,
            payment_source: CardToKeep {
                card: PlainCard::new(card, asked.billing_address.as_ref())
                    .map_err(|unfit| unfit.of("request"))?,
            },
        })
    }
}

/// Nothing was to be taken, and all of it is done.
#[derive(Deserialize, FlowResponse)]
#[flow_response(SetupMandate, status = Charged)]
#[flow_response(no_id = "what is made is a token, and no payment", no_amount = "nothing is taken")]
struct PaymentToken {
    #[flow_response(connector_mandate_id)]
    id: MandateId,
}

/// Delete a payment token. <https://developer.paypal.com/docs/api/payment-tokens/v3/#payment-tokens_delete>
#[derive(ConnectorFlow)]
#[connector_flow(
    connector = PayPal,
    flow_name = MandateRevoke,
    http_method = Delete,
    url = "/v3/vault/payment-tokens/{id}",
    response = DeletedToken,
)]
struct MandateRevokeRequest<'a> {
    #[connector_flow(from = request.connector_mandate_id)]
    id: &'a MandateId,
}

#[derive(Deserialize, FlowResponse)]
#[flow_response(MandateRevoke, status = Revoked, format = Empty, no_id = "nothing is said at all")]
struct DeletedToken;
