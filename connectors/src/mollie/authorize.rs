//! The payments that a customer makes, at once or for later ones, too.

use connector_core::prelude::*;
use connector_core::{Address, Country, Customer, FutureUsage};
use serde::Serialize;

use super::metadata::Metadata;
use super::method::Method;
use super::route::Routes;
use super::{Amount, Mollie, Payment};

/// Create a payment. <https://docs.mollie.com/reference/create-payment>
#[derive(ConnectorFlow)]
#[connector_flow(
    connector = Mollie,
    flow_name = Authorize,
    http_method = Post,
    url = "/v2/payments",
    response = Payment,
)]
#[serde(rename_all = "camelCase")]
struct AuthorizeRequest<'a> {
    #[connector_flow(header = "Idempotency-Key", from = request.idempotency_key)]
    idempotency_key: &'a IdempotencyKey,
    #[connector_flow(from = request.amount)]
    amount: Amount,
    #[connector_flow(from = request.description, max_len = 255)]
    description: &'a str,
    #[connector_flow(from = request.return_url)]
    redirect_url: &'a str,
    #[connector_flow(from = request.webhook_url)]
    webhook_url: Option<&'a str>,
    #[connector_flow(from = request.payment_method_data)]
    #[serde(flatten)]
    method: Method<'a>,
    #[connector_flow(from = request.capture_method)]
    capture_mode: CaptureMode,
    #[connector_flow(from = request.setup_future_usage)]
    #[serde(flatten)]
    usage: Option<Usage>,
    #[connector_flow(from = request.customer)]
    #[serde(flatten)]
    customer: Option<KnownCustomer<'a>>,
    #[connector_flow(from = request.authentication_data)]
    authentication_data: Option<NotTaken>,
    #[connector_flow(from = request.split_payments)]
    routing: Option<Routes<'a>>,
    #[connector_flow(from = request.authentication_type)] // Mollie decides
    three_ds: Option<NotWanted>,
    #[connector_flow(from = request.off_session)] // a payment without the customer is a RepeatPayment
    absent: Option<NotWanted>,
    #[connector_flow(from = request.billing_address)]
    billing_address: Option<PostalAddress<'a>>,
    #[connector_flow(from = request.shipping_address)]
    shipping_address: Option<PostalAddress<'a>>,
    #[connector_flow(from = resource_common_data.connector_request_reference_id, within = "metadata")]
    reference: Option<&'a MerchantReference>,
    #[connector_flow(from = request.metadata, within = "metadata")]
    #[serde(flatten, skip_serializing_if = "Option::is_none")]
    metadata: Option<Metadata<'a>>,
}

/// Create a first payment, which makes the mandate: of a card's it may be nothing.
/// <https://docs.mollie.com/docs/recurring-payments>
#[derive(ConnectorFlow)]
#[connector_flow(
    connector = Mollie,
    flow_name = SetupMandate,
    http_method = Post,
    url = "/v2/payments",
    response = Payment,
)]
#[serde(rename_all = "camelCase")]
struct SetupMandateRequest<'a> {
    #[connector_flow(header = "Idempotency-Key", from = request.idempotency_key)]
    idempotency_key: &'a IdempotencyKey,
    #[connector_flow(from = request.amount)]
    amount: Amount,
    #[connector_flow(value = "First payment")]
    description: &'a str,
    #[connector_flow(from = request.return_url)]
    redirect_url: &'a str,
    #[connector_flow(from = request.payment_method_data)]
    #[serde(flatten)]
    method: Method<'a>,
    #[connector_flow(from = request.setup_future_usage)]
    #[serde(flatten)]
    usage: Usage,
    #[connector_flow(from = request.customer)]
    customer_id: OwnCustomer<'a>,
    #[connector_flow(from = resource_common_data.connector_request_reference_id, within = "metadata")]
    reference: Option<&'a MerchantReference>,
    #[connector_flow(from = request.metadata, within = "metadata")]
    #[serde(flatten, skip_serializing_if = "Option::is_none")]
    metadata: Option<Metadata<'a>>,
}

/// `captureMode`. After a part is captured, the rest can be, too.
#[derive(Serialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum CaptureMode {
    Automatic,
    Manual,
}

impl FromSource<'_, CaptureMethod> for CaptureMode {
    fn from_source(method: &CaptureMethod) -> Result<Self, Unfit> {
        match method {
            CaptureMethod::Automatic | CaptureMethod::SequentialAutomatic => Ok(Self::Automatic),
            CaptureMethod::Manual | CaptureMethod::ManualMultiple => Ok(Self::Manual),
            CaptureMethod::Scheduled => {
                Err(Unfit::Refused("needs a delay, which this connector is not told"))
            }
        }
    }
}

/// What the payment is kept for: payments without the customer make it the first of a sequence, those
/// with them let the card be stored.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) enum Usage {
    SequenceType(&'static str),
    StoreCredentials(bool),
}

impl FromSource<'_, FutureUsage> for Usage {
    fn from_source(usage: &FutureUsage) -> Result<Self, Unfit> {
        Ok(match usage {
            FutureUsage::OffSession => Self::SequenceType("first"),
            FutureUsage::OnSession => Self::StoreCredentials(true),
        })
    }
}

/// The customer, where Mollie knows them.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct KnownCustomer<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    customer_id: Option<&'a CustomerId>,
}

impl<'a> FromSource<'a, Customer> for KnownCustomer<'a> {
    fn from_source(customer: &'a Customer) -> Result<Self, Unfit> {
        Ok(Self { customer_id: customer.connector_customer_id.as_ref() })
    }
}

/// The customer, whom Mollie has to know.
#[derive(Serialize)]
#[serde(transparent)]
pub(super) struct OwnCustomer<'a>(&'a CustomerId);

impl<'a> FromSource<'a, Option<Customer>> for OwnCustomer<'a> {
    fn from_source(customer: &'a Option<Customer>) -> Result<Self, Unfit> {
        let known = customer.as_ref().and_then(|customer| customer.connector_customer_id.as_ref());
        known.map(Self).ok_or(Unfit::Refused("lacks the id by which Mollie knows the customer"))
    }
}

/// An address, as Mollie divides it.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct PostalAddress<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    given_name: Option<Exposed<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    family_name: Option<Exposed<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    street_and_number: Option<Exposed<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    street_additional: Option<Exposed<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    postal_code: Option<Exposed<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    email: Option<Exposed<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    phone: Option<Exposed<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    city: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    region: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    country: Option<Country>,
}

impl<'a> FromSource<'a, Address> for PostalAddress<'a> {
    fn from_source(address: &'a Address) -> Result<Self, Unfit> {
        Ok(Self {
            given_name: Exposed::of(&address.first_name),
            family_name: Exposed::of(&address.last_name),
            street_and_number: Exposed::of(&address.line1),
            street_additional: Exposed::of(&address.line2),
            postal_code: Exposed::of(&address.zip),
            email: Exposed::of(&address.email),
            phone: Exposed::of(&address.phone),
            city: address.city.as_deref(),
            region: address.state.as_deref(),
            country: address.country,
        })
    }
}

#[cfg(test)]
mod tests {
    use connector_core::{Connection, CredentialFields};
    use serde_json::{Value, json};

    use super::*;

    fn sent(method: &Value) -> Result<Value, String> {
        let credentials = CredentialFields::from_json(br#"{"api_key": "test_1"}"#).unwrap();
        let mollie = Connection::<Mollie>::new(credentials).unwrap();
        let data = json!({ "request": {
            "amount": { "minor_amount": 1_000, "currency": "JPY" },
            "payment_method_data": method,
            "capture_method": "manual_multiple",
            "idempotency_key": "k-1",
            "customer": { "connector_customer_id": "cst_1" },
            "description": "order 1",
            "return_url": "https://shop.example/return",
            "setup_future_usage": "off_session",
        }});
        let data = RouterData::<Authorize>::from_json(data.to_string().as_bytes()).unwrap();
        let request = mollie.build_request(&data).map_err(|error| error.to_string())?;
        Ok(serde_json::from_slice(request.body()).unwrap())
    }

    #[test]
    fn a_first_payment_has_the_token_the_customer_and_the_currencys_decimals() {
        let body = sent(&json!({ "stored_token": { "token": "tkn_1" } })).unwrap();
        let expected = json!({
            "amount": { "currency": "JPY", "value": "1000" },
            "description": "order 1",
            "redirectUrl": "https://shop.example/return",
            "method": "creditcard",
            "cardToken": "tkn_1",
            "captureMode": "manual",
            "sequenceType": "first",
            "customerId": "cst_1",
        });
        assert_eq!(body, expected);
    }

    #[test]
    fn a_redirect_has_its_method_and_a_card_is_not_sent() {
        let body = sent(&json!({ "bank_redirect": { "ideal": {} } })).unwrap();
        assert_eq!((&body["method"], body.get("cardToken")), (&"ideal".into(), None));
        let card = json!({ "card": { "number": "4242424242424242", "expiry": "2030-12" } });
        let refused = sent(&card).unwrap_err();
        assert!(refused.contains("the customer's browser alone"), "{refused}");
    }
}
