//! The orders that make a payment request.

use std::collections::BTreeMap;

use connector_core::prelude::*;
use connector_core::{AuthenticationType, Customer, FutureUsage};
use serde::Serialize;

use super::{PaymentRequest, Xendit};

/// Create payment request, by card.
/// <https://developers.xendit.co/api-reference/payments-api/#create-payment-request>
#[derive(ConnectorFlow)]
#[connector_flow(
    connector = Xendit,
    flow_name = Authorize,
    http_method = Post,
    url = "/payment_requests",
    response = PaymentRequest,
)]
struct AuthorizeRequest<'a> {
    #[connector_flow(header = "idempotency-key", from = request.idempotency_key)]
    idempotency_key: &'a IdempotencyKey,
    #[connector_flow(from = request.amount)]
    amount: FloatMajorUnit,
    #[connector_flow(from = request.amount)]
    currency: Currency,
    #[connector_flow(from = request.capture_method)]
    capture_method: CaptureWord,
    #[connector_flow(from = resource_common_data.connector_request_reference_id, max_len = 255)]
    reference_id: Option<&'a MerchantReference>,
    #[connector_flow(value = "CARD", within = "payment_method")]
    r#type: &'static str,
    #[connector_flow(from = request.setup_future_usage, within = "payment_method")]
    reusability: Reusability,
    #[connector_flow(from = request.authentication_type)]
    #[connector_flow(within = "payment_method.card.channel_properties")]
    #[serde(serialize_with = "serde::Serialize::serialize")] // the object has to be there
    skip_three_d_secure: Option<SkipThreeDs>,
    #[connector_flow(from = request.return_url, within = "payment_method.card.channel_properties")]
    success_return_url: Option<&'a str>,
    #[connector_flow(from = request.return_url, within = "payment_method.card.channel_properties")]
    failure_return_url: Option<&'a str>,
    #[connector_flow(from = request.payment_method_data)]
    #[connector_flow(within = "payment_method.card.card_information")]
    #[serde(flatten)]
    card: CardInformation<'a>,
    #[connector_flow(from = request.customer, within = "payment_method.card.card_information")]
    #[serde(flatten)]
    holder: Option<Holder<'a>>,
    #[connector_flow(from = request.customer)]
    #[serde(flatten)]
    customer: Option<KnownCustomer<'a>>,
    #[connector_flow(from = request.description)]
    description: Option<&'a str>,
    #[connector_flow(from = request.authentication_data)]
    authentication_data: Option<NotTaken>,
    #[connector_flow(from = request.split_payments)]
    split: Option<NotTaken>,
    #[connector_flow(from = request.off_session)] // a payment without the customer is a RepeatPayment
    absent: Option<NotWanted>,
    #[connector_flow(from = request.metadata)]
    metadata: Option<&'a BTreeMap<Box<str>, Box<str>>>,
}

/// Create payment request, with a payment method that Xendit keeps.
/// <https://developers.xendit.co/api-reference/payments-api/#create-payment-request>
#[derive(ConnectorFlow)]
#[connector_flow(
    connector = Xendit,
    flow_name = RepeatPayment,
    http_method = Post,
    url = "/payment_requests",
    response = PaymentRequest,
)]
struct RepeatPaymentRequest<'a> {
    #[connector_flow(header = "idempotency-key", from = request.idempotency_key)]
    idempotency_key: &'a IdempotencyKey,
    #[connector_flow(from = request.amount)]
    amount: FloatMajorUnit,
    #[connector_flow(from = request.amount)]
    currency: Currency,
    #[connector_flow(from = request.mandate_reference)]
    payment_method_id: KeptMethod<'a>,
    #[connector_flow(from = request.payment_method_data)] // what is kept is paid with
    other: Option<NotTaken>,
    #[connector_flow(from = request.split_payments)]
    split: Option<NotTaken>,
    #[connector_flow(from = request.capture_method)]
    capture_method: CaptureWord,
    #[connector_flow(from = request.off_session)]
    initiator: Option<Initiator>,
    #[connector_flow(from = resource_common_data.connector_request_reference_id, max_len = 255)]
    reference_id: Option<&'a MerchantReference>,
    #[connector_flow(from = request.customer)]
    #[serde(flatten)]
    customer: Option<KnownCustomer<'a>>,
    #[connector_flow(from = request.description)]
    description: Option<&'a str>,
    #[connector_flow(from = request.metadata)]
    metadata: Option<&'a BTreeMap<Box<str>, Box<str>>>,
}

/// `PaymentRequestCaptureMethod`. What is held is captured once.
#[derive(Serialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
enum CaptureWord {
    Automatic,
    Manual,
}

impl FromSource<'_, CaptureMethod> for CaptureWord {
    fn from_source(method: &CaptureMethod) -> Result<Self, Unfit> {
        match method {
            CaptureMethod::Automatic | CaptureMethod::SequentialAutomatic => Ok(Self::Automatic),
            CaptureMethod::Manual => Ok(Self::Manual),
            CaptureMethod::ManualMultiple | CaptureMethod::Scheduled => {
                Err(Unfit::Refused("is a way to capture that this connector does not have"))
            }
        }
    }
}

/// `PaymentMethodReusability`: whether later payments are made with it.
#[derive(Serialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
enum Reusability {
    OneTimeUse,
    MultipleUse,
}

impl FromSource<'_, Option<FutureUsage>> for Reusability {
    fn from_source(usage: &Option<FutureUsage>) -> Result<Self, Unfit> {
        Ok(if usage.is_some() { Self::MultipleUse } else { Self::OneTimeUse })
    }
}

/// Without it, `null`, Xendit decides.
#[derive(Serialize)]
#[serde(transparent)]
struct SkipThreeDs(bool);

impl FromSource<'_, AuthenticationType> for SkipThreeDs {
    fn from_source(wanted: &AuthenticationType) -> Result<Self, Unfit> {
        Ok(Self(*wanted == AuthenticationType::NoThreeDs))
    }
}

/// `CardInformation`, as far as it is printed on the card.
#[derive(Serialize)]
pub(super) struct CardInformation<'a> {
    card_number: Exposed<'a>,
    expiry_month: &'a str,
    expiry_year: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    cvv: Option<Exposed<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    cardholder_name: Option<Exposed<'a>>,
}

impl<'a> FromSource<'a, PaymentMethodData> for CardInformation<'a> {
    fn from_source(method: &'a PaymentMethodData) -> Result<Self, Unfit> {
        match method {
            PaymentMethodData::Card(card) => Ok(Self {
                card_number: (&card.number).into(),
                expiry_month: card.expiry.month(),
                expiry_year: card.expiry.year(),
                cvv: Exposed::of(&card.security_code),
                cardholder_name: Exposed::of(&card.holder_name),
            }),
            PaymentMethodData::StoredToken(_) => Err(Unfit::Refused(
                "is a payment method that Xendit keeps: a RepeatPayment is made with it, by its id",
            )),
            _ => Err(Unfit::Refused("is a way to pay that this connector does not take")),
        }
    }
}

/// How the holder of the card is reached.
#[derive(Serialize)]
struct Holder<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    cardholder_email: Option<Exposed<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    cardholder_phone_number: Option<Exposed<'a>>,
}

impl<'a> FromSource<'a, Customer> for Holder<'a> {
    fn from_source(customer: &'a Customer) -> Result<Self, Unfit> {
        Ok(Self {
            cardholder_email: Exposed::of(&customer.email),
            cardholder_phone_number: Exposed::of(&customer.phone),
        })
    }
}

/// The customer, where Xendit knows them.
#[derive(Serialize)]
pub(super) struct KnownCustomer<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    customer_id: Option<&'a CustomerId>,
}

impl<'a> FromSource<'a, Customer> for KnownCustomer<'a> {
    fn from_source(customer: &'a Customer) -> Result<Self, Unfit> {
        Ok(Self { customer_id: customer.connector_customer_id.as_ref() })
    }
}

/// The payment method that a mandate is for Xendit.
#[derive(Serialize)]
#[serde(transparent)]
struct KeptMethod<'a>(&'a MandateId);

impl<'a> FromSource<'a, MandateReference> for KeptMethod<'a> {
    fn from_source(reference: &'a MandateReference) -> Result<Self, Unfit> {
        let own = reference.connector_mandate_id().map(Self);
        own.ok_or(Unfit::Refused("is a card network's id; Xendit wants its own payment method's"))
    }
}

/// `PaymentRequestInitiator`.
#[derive(Serialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
enum Initiator {
    Customer,
    Merchant,
}

impl FromSource<'_, bool> for Initiator {
    fn from_source(is_absent: &bool) -> Result<Self, Unfit> {
        Ok(if *is_absent { Self::Merchant } else { Self::Customer })
    }
}

#[cfg(test)]
mod tests {
    use connector_core::{Connection, CredentialFields};
    use serde_json::{Value, json};

    use super::*;

    fn xendit() -> Connection<Xendit> {
        let credentials = br#"{"api_key": "xnd_development_1"}"#;
        Connection::new(CredentialFields::from_json(credentials).unwrap()).unwrap()
    }

    fn ordered(method: &Value) -> RouterData<Authorize> {
        let data = json!({
            "resource_common_data": { "connector_request_reference_id": "order 1" },
            "request": {
                "amount": { "minor_amount": 1_050, "currency": "PHP" },
                "payment_method_data": method,
                "capture_method": "manual",
                "idempotency_key": "k-1",
                "authentication_type": "three_ds",
                "customer": { "email": "payer@shop.example" },
                "return_url": "https://shop.example/return",
            },
        });
        RouterData::from_json(data.to_string().as_bytes()).unwrap()
    }

    #[test]
    fn the_card_stands_three_objects_deep_and_the_amount_is_in_major_units() {
        let card = json!({ "card": {
            "number": "4000000000001091", "expiry": "2030-12", "security_code": "123",
        }});
        let request = xendit().build_request(&ordered(&card)).unwrap();
        assert_eq!(request.headers()["idempotency-key"], "k-1");
        let body = std::str::from_utf8(request.body()).unwrap();
        assert!(body.starts_with(r#"{"amount":10.50,"currency":"PHP","#), "{body}");
        let body: Value = serde_json::from_str(body).unwrap();
        let expected = json!({
            "type": "CARD",
            "reusability": "ONE_TIME_USE",
            "card": {
                "channel_properties": {
                    "skip_three_d_secure": false,
                    "success_return_url": "https://shop.example/return",
                    "failure_return_url": "https://shop.example/return",
                },
                "card_information": {
                    "card_number": "4000000000001091",
                    "expiry_month": "12",
                    "expiry_year": "2030",
                    "cvv": "123",
                    "cardholder_email": "payer@shop.example",
                },
            },
        });
        assert_eq!(body["payment_method"], expected);
        assert_eq!((&body["capture_method"], &body["reference_id"]), (&"MANUAL".into(), &"order 1".into()));
    }

    #[test]
    fn what_is_kept_is_paid_with_again_and_not_authorized() {
        let token = json!({ "stored_token": { "token": "pm-1" } });
        let refused = xendit().build_request(&ordered(&token)).unwrap_err().to_string();
        assert!(refused.contains("RepeatPayment"), "{refused}");
    }

    #[test]
    fn of_a_capture_by_hand_a_query_does_not_claim_that_it_was_the_whole() {
        let told = |capture_method: &str| {
            let data = json!({ "request": { "connector_transaction_id": "pr-1" } }).to_string();
            let data = RouterData::<PSync>::from_json(data.as_bytes()).unwrap();
            let body = json!({
                "id": "pr-1", "status": "SUCCEEDED", "amount": 10.5, "currency": "PHP",
                "capture_method": capture_method,
            });
            let response = http::Response::new(body.to_string().into());
            let outcome = xendit().handle_response(&data, response);
            outcome.status().unwrap().status.as_name()
        };
        assert_eq!(told("AUTOMATIC"), "charged");
        assert_eq!(told("MANUAL"), "capture_initiated");
    }
}
