//! The orders that make a PaymentIntent, or hold more with it.

use connector_core::prelude::*;
use connector_core::AuthenticationType;

use super::metadata::Metadata;
use super::payment_method::PaymentMethod;
use super::setup::Usage;
use super::transfer::TransferData;
use super::{PaymentIntent, Stripe};

/// Create and confirm a PaymentIntent. <https://docs.stripe.com/api/payment_intents/create>
#[derive(ConnectorFlow)]
#[connector_flow(
    connector = Stripe,
    flow_name = Authorize,
    http_method = Post,
    url = "/v1/payment_intents",
    body = Form,
    response = PaymentIntent,
)]
struct AuthorizeRequest<'a> {
    #[connector_flow(header = "Idempotency-Key", from = request.idempotency_key, max_len = 255)]
    idempotency_key: &'a IdempotencyKey,
    #[connector_flow(from = request.amount)]
    amount: Counted<MinorUnit, Stripe>,
    #[connector_flow(from = request.amount)]
    #[serde(serialize_with = "super::lowercase")]
    currency: Currency,
    #[connector_flow(value = true)]
    confirm: bool,
    #[connector_flow(from = request.capture_method)]
    capture_method: CaptureWord,
    #[connector_flow(from = request.payment_method_data)]
    #[serde(flatten)]
    payment_method: PaymentMethod<'a>,
    #[connector_flow(from = request.description, max_len = 1000)]
    description: Option<&'a str>,
    #[connector_flow(from = request.statement_descriptor, max_len = 22)]
    statement_descriptor_suffix: Option<&'a str>,
    #[connector_flow(from = request.return_url)]
    return_url: Option<&'a str>,
    #[connector_flow(from = request.setup_future_usage)]
    setup_future_usage: Option<Usage>,
    #[connector_flow(from = request.off_session)]
    off_session: Option<bool>,
    #[connector_flow(from = request.authentication_type)]
    #[serde(rename = "payment_method_options[card][request_three_d_secure]")]
    request_three_d_secure: Option<RequestThreeDSecure>,
    #[connector_flow(from = request.authentication_data)]
    authentication_data: Option<NotTaken>,
    #[connector_flow(from = request.split_payments)]
    transfer_data: Option<TransferData<'a>>,
    #[connector_flow(from = request.customer)]
    customer: Option<KnownCustomer<'a>>,
    #[connector_flow(from = request.metadata)]
    metadata: Option<Metadata<'a>>,
    #[connector_flow(from = resource_common_data.connector_request_reference_id, max_len = 500)]
    #[serde(rename = "metadata[reference]")]
    reference: Option<&'a MerchantReference>,
}

/// Pay again with a PaymentMethod that Stripe keeps.
/// <https://docs.stripe.com/payments/save-and-reuse>
#[derive(ConnectorFlow)]
#[connector_flow(
    connector = Stripe,
    flow_name = RepeatPayment,
    http_method = Post,
    url = "/v1/payment_intents",
    body = Form,
    response = PaymentIntent,
)]
struct RepeatPaymentRequest<'a> {
    #[connector_flow(header = "Idempotency-Key", from = request.idempotency_key, max_len = 255)]
    idempotency_key: &'a IdempotencyKey,
    #[connector_flow(from = request.amount)]
    amount: Counted<MinorUnit, Stripe>,
    #[connector_flow(from = request.amount)]
    #[serde(serialize_with = "super::lowercase")]
    currency: Currency,
    #[connector_flow(value = true)]
    confirm: bool,
    #[connector_flow(from = request.capture_method)]
    capture_method: CaptureWord,
    #[connector_flow(from = request.mandate_reference)]
    payment_method: KeptMethod<'a>,
    #[connector_flow(from = request.payment_method_data)] // what is kept is paid with
    other: Option<NotTaken>,
    #[connector_flow(from = request.split_payments)]
    transfer_data: Option<TransferData<'a>>,
    #[connector_flow(from = request.off_session)]
    off_session: Absent,
    #[connector_flow(from = request.customer)]
    customer: Option<KnownCustomer<'a>>,
    #[connector_flow(from = request.description, max_len = 1000)]
    description: Option<&'a str>,
    #[connector_flow(from = request.statement_descriptor, max_len = 22)]
    statement_descriptor_suffix: Option<&'a str>,
    #[connector_flow(from = request.metadata)]
    metadata: Option<Metadata<'a>>,
    #[connector_flow(from = resource_common_data.connector_request_reference_id, max_len = 500)]
    #[serde(rename = "metadata[reference]")]
    reference: Option<&'a MerchantReference>,
}

/// Increment an authorization.
/// <https://docs.stripe.com/api/payment_intents/increment_authorization>
#[derive(ConnectorFlow)]
#[connector_flow(
    connector = Stripe,
    flow_name = IncrementalAuthorization,
    http_method = Post,
    url = "/v1/payment_intents/{payment_id}/increment_authorization",
    body = Form,
    response = PaymentIntent,
)]
struct IncrementalAuthorizationRequest<'a> {
    #[connector_flow(from = request.connector_transaction_id)]
    payment_id: &'a PaymentId,
    #[connector_flow(header = "Idempotency-Key", from = request.idempotency_key, max_len = 255)]
    idempotency_key: &'a IdempotencyKey,
    #[connector_flow(from = request.total_amount)] // not what is added: what is held in all
    amount: Counted<MinorUnit, Stripe>,
    #[connector_flow(from = request.reason, max_len = 1000)]
    description: Option<&'a str>,
}

/// `capture_method`.
#[derive(serde::Serialize)]
#[serde(rename_all = "snake_case")]
enum CaptureWord {
    Automatic,
    Manual,
}

impl FromSource<'_, CaptureMethod> for CaptureWord {
    fn from_source(method: &CaptureMethod) -> Result<Self, Unfit> {
        match method {
            CaptureMethod::Automatic | CaptureMethod::SequentialAutomatic => Ok(Self::Automatic),
            CaptureMethod::Manual => Ok(Self::Manual),
            // A PaymentIntent is captured once; what is not captured then is released.
            CaptureMethod::ManualMultiple | CaptureMethod::Scheduled => {
                Err(Unfit::Refused("is a way to capture that Stripe does not have"))
            }
        }
    }
}

/// `off_session`, of a payment with what was kept: the customer is absent unless it is said.
#[derive(serde::Serialize)]
#[serde(transparent)]
struct Absent(bool);

impl FromSource<'_, Option<bool>> for Absent {
    fn from_source(said: &Option<bool>) -> Result<Self, Unfit> {
        Ok(Self(said.unwrap_or(true)))
    }
}

/// `request_three_d_secure`.
#[derive(serde::Serialize)]
#[serde(rename_all = "snake_case")]
enum RequestThreeDSecure {
    Any,
    Automatic,
}

impl FromSource<'_, AuthenticationType> for RequestThreeDSecure {
    fn from_source(wanted: &AuthenticationType) -> Result<Self, Unfit> {
        Ok(match wanted {
            AuthenticationType::ThreeDs => Self::Any,
            AuthenticationType::NoThreeDs => Self::Automatic,
        })
    }
}

/// The customer, where Stripe knows them.
#[derive(serde::Serialize)]
#[serde(transparent)]
pub(super) struct KnownCustomer<'a>(Option<&'a CustomerId>);

impl<'a> FromSource<'a, connector_core::Customer> for KnownCustomer<'a> {
    fn from_source(customer: &'a connector_core::Customer) -> Result<Self, Unfit> {
        Ok(Self(customer.connector_customer_id.as_ref()))
    }
}

/// The PaymentMethod that a mandate is for Stripe.
#[derive(serde::Serialize)]
#[serde(transparent)]
struct KeptMethod<'a>(&'a MandateId);

impl<'a> FromSource<'a, MandateReference> for KeptMethod<'a> {
    fn from_source(reference: &'a MandateReference) -> Result<Self, Unfit> {
        let own = reference.connector_mandate_id().map(Self);
        own.ok_or(Unfit::Refused("is a card network's id; Stripe wants its own PaymentMethod's"))
    }
}

#[cfg(test)]
mod tests {
    use connector_core::{Connection, CredentialFields};

    use super::*;

    #[test]
    fn an_authentication_from_elsewhere_is_not_dropped_in_silence() {
        let credentials = CredentialFields::from_json(br#"{"api_key": "sk_test_1"}"#).unwrap();
        let stripe = Connection::<Stripe>::new(credentials).unwrap();
        let data = RouterData::<Authorize>::from_json(
            br#"{"request": {"amount": {"minor_amount": 1050, "currency": "EUR"},
                 "payment_method_data": {"stored_token": {"token": "pm_1"}},
                 "capture_method": "manual", "idempotency_key": "k-1",
                 "authentication_data": {"eci": "05"}}}"#,
        )
        .unwrap();
        assert_eq!(
            stripe.build_request(&data).unwrap_err().to_string(),
            "`request.authentication_data` is given, and this connector cannot send it",
        );
    }

    #[test]
    fn the_body_of_an_authorization_has_nested_keys_and_leaves_out_what_is_absent() {
        let credentials = CredentialFields::from_json(br#"{"api_key": "sk_test_1"}"#).unwrap();
        let stripe = Connection::<Stripe>::new(credentials).unwrap();
        let data = RouterData::<Authorize>::from_json(
            br#"{"resource_common_data": {"connector_request_reference_id": "order 1"},
                 "request": {"amount": {"minor_amount": 1050, "currency": "EUR"},
                 "payment_method_data": {"card": {"number": "4242424242424242", "expiry": "2030-12",
                                                  "security_code": "123"}},
                 "capture_method": "manual", "idempotency_key": "k-1",
                 "metadata": {"basket": "7"}}}"#,
        )
        .unwrap();
        let request = stripe.build_request(&data).unwrap();
        assert_eq!(request.headers()["idempotency-key"], "k-1");
        let body = std::str::from_utf8(request.body()).unwrap();
        let pairs: Vec<(String, String)> =
            url::form_urlencoded::parse(body.as_bytes()).into_owned().collect();
        let pairs: Vec<(&str, &str)> =
            pairs.iter().map(|(key, value)| (key.as_str(), value.as_str())).collect();
        assert_eq!(
            pairs,
            [
                ("amount", "1050"),
                ("currency", "eur"),
                ("confirm", "true"),
                ("capture_method", "manual"),
                ("payment_method_data[type]", "card"),
                ("payment_method_data[card][number]", "4242424242424242"),
                ("payment_method_data[card][exp_month]", "12"),
                ("payment_method_data[card][exp_year]", "2030"),
                ("payment_method_data[card][cvc]", "123"),
                ("metadata[basket]", "7"),
                ("metadata[reference]", "order 1"),
            ]
        );
    }
}
