//! What the vault keeps: customers, and payment methods; and those for one payment alone.

use connector_core::prelude::*;
use connector_core::Customer;
use serde::Serialize;

use super::{Braintree, Errors};

/// Create a customer. There is no place for an address or a note.
#[derive(ConnectorFlow)]
#[connector_flow(
    connector = Braintree,
    flow_name = CreateConnectorCustomer,
    http_method = Post,
    url = "/graphql",
    body = GraphQl,
    document = "mutation($input: CreateCustomerInput!) { \
        answer: createCustomer(input: $input) { customer { id } } }",
    response = Creating,
)]
struct CreateConnectorCustomerRequest<'a> {
    #[connector_flow(from = request.customer, within = "input")]
    customer: CustomerInput<'a>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct CustomerInput<'a> {
    /// Braintree divides names; one that is not divided is all of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    first_name: Option<Exposed<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    email: Option<Exposed<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    phone_number: Option<Exposed<'a>>,
}

impl<'a> FromSource<'a, Customer> for CustomerInput<'a> {
    fn from_source(customer: &'a Customer) -> Result<Self, Unfit> {
        Ok(Self {
            first_name: Exposed::of(&customer.name),
            email: Exposed::of(&customer.email),
            phone_number: Exposed::of(&customer.phone),
        })
    }
}

#[derive(FlowResponse)]
#[flow_response(CreateConnectorCustomer)]
enum Creating {
    #[flow_response(within = "data.answer.customer")]
    Customer(Created),
    #[flow_response(error)]
    Errors(Errors),
}

#[derive(Deserialize, FlowResponse)]
#[flow_response(CreateConnectorCustomer, status = Created)]
struct Created {
    #[flow_response(connector_customer_id)]
    id: CustomerId,
}

/// Make a payment method of a card, for one payment within three hours.
#[derive(ConnectorFlow)]
#[connector_flow(
    connector = Braintree,
    flow_name = PaymentMethodToken,
    http_method = Post,
    url = "/graphql",
    body = GraphQl,
    document = "mutation($input: TokenizeCreditCardInput!) { \
        answer: tokenizeCreditCard(input: $input) { method: paymentMethod { id } } }",
    response = Tokenized,
)]
#[serde(rename_all = "camelCase")]
struct PaymentMethodTokenRequest<'a> {
    #[connector_flow(from = request.payment_method_data, within = "input")]
    credit_card: CreditCard<'a>,
}

/// `CreditCardInput`.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct CreditCard<'a> {
    number: Exposed<'a>,
    expiration_year: &'a str,
    expiration_month: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    cvv: Option<Exposed<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    cardholder_name: Option<Exposed<'a>>,
}

impl<'a> FromSource<'a, PaymentMethodData> for CreditCard<'a> {
    fn from_source(method: &'a PaymentMethodData) -> Result<Self, Unfit> {
        match method {
            PaymentMethodData::Card(card) => Ok(card.into()),
            _ => Err(Unfit::Refused("is no card, and nothing else is made a token of here")),
        }
    }
}

impl<'a> From<&'a Card> for CreditCard<'a> {
    fn from(card: &'a Card) -> Self {
        Self {
            number: (&card.number).into(),
            expiration_year: card.expiry.year(),
            expiration_month: card.expiry.month(),
            cvv: Exposed::of(&card.security_code),
            cardholder_name: Exposed::of(&card.holder_name),
        }
    }
}

#[derive(FlowResponse)]
#[flow_response(PaymentMethodToken)]
enum Tokenized {
    #[flow_response(within = "data.answer.method")]
    Method(SingleUse),
    #[flow_response(error)]
    Errors(Errors),
}

#[derive(Deserialize, FlowResponse)]
#[flow_response(PaymentMethodToken, status = Created)]
struct SingleUse {
    #[flow_response(token)]
    id: Secret,
}

/// Move a payment method for once into the vault. The card is checked with its bank, as the Control Panel
/// says.
#[derive(ConnectorFlow)]
#[connector_flow(
    connector = Braintree,
    flow_name = SetupMandate,
    http_method = Post,
    url = "/graphql",
    body = GraphQl,
    document = "mutation($input: VaultPaymentMethodInput!) { \
        answer: vaultPaymentMethod(input: $input) { method: paymentMethod { id } } }",
    no_idempotency = "Braintree has keys for chosen merchants alone: no money is taken here",
    response = Vaulting,
)]
#[serde(rename_all = "camelCase")]
struct SetupMandateRequest<'a> {
    #[connector_flow(from = request.payment_method_data, within = "input")]
    payment_method_id: Token<'a>,
    #[connector_flow(from = auth.merchant_account_id, within = "input")]
    verification_merchant_account_id: &'a MerchantAccount,
    #[connector_flow(from = request.customer, within = "input")]
    customer_id: Option<Owner<'a>>,
}

/// A payment method for once.
#[derive(Serialize)]
#[serde(transparent)]
struct Token<'a>(Exposed<'a>);

impl<'a> FromSource<'a, PaymentMethodData> for Token<'a> {
    fn from_source(method: &'a PaymentMethodData) -> Result<Self, Unfit> {
        match method {
            PaymentMethodData::StoredToken(stored) => Ok(Self((&stored.token).into())),
            _ => Err(Unfit::Refused("is no token: make one by PaymentMethodToken")),
        }
    }
}

/// Whose it is; without it, Braintree makes a customer of its own.
#[derive(Serialize)]
#[serde(transparent)]
struct Owner<'a>(Option<&'a CustomerId>);

impl<'a> FromSource<'a, Customer> for Owner<'a> {
    fn from_source(customer: &'a Customer) -> Result<Self, Unfit> {
        Ok(Self(customer.connector_customer_id.as_ref()))
    }
}

#[derive(FlowResponse)]
#[flow_response(SetupMandate)]
enum Vaulting {
    #[flow_response(within = "data.answer.method")]
    Method(MultiUse),
    #[flow_response(error)]
    Errors(Errors),
}

#[derive(Deserialize, FlowResponse)]
#[flow_response(SetupMandate, status = Charged)]
#[flow_response(no_id = "a payment method is no payment", no_amount = "nothing is to be paid")]
struct MultiUse {
    #[flow_response(connector_mandate_id)]
    id: MandateId,
}

/// Delete a payment method from the vault.
#[derive(ConnectorFlow)]
#[connector_flow(
    connector = Braintree,
    flow_name = MandateRevoke,
    http_method = Post,
    url = "/graphql",
    body = GraphQl,
    document = "mutation($input: DeletePaymentMethodFromVaultInput!) { \
        answer: deletePaymentMethodFromVault(input: $input) { clientMutationId } }",
    response = Deleting,
)]
#[serde(rename_all = "camelCase")]
struct MandateRevokeRequest<'a> {
    #[connector_flow(from = request.connector_mandate_id, within = "input")]
    payment_method_id: &'a MandateId,
}

#[derive(FlowResponse)]
#[flow_response(MandateRevoke)]
enum Deleting {
    #[flow_response(within = "data.answer")]
    Deleted(Deleted),
    #[flow_response(error)]
    Errors(Errors),
}

/// An object in which nothing stands: where it is not deleted, there is `null`.
#[derive(Deserialize, FlowResponse)]
#[flow_response(MandateRevoke, status = Revoked, no_id = "nothing is said at all")]
struct Deleted {}
