//! The orders that make a payment, or hold another amount with it.

use connector_core::prelude::*;
use connector_core::{Address, Country, Customer};
use serde::{Serialize, Serializer};

use super::{Amount, Paid, Square};

/// Create a payment. <https://developer.squareup.com/reference/square/payments-api/create-payment>
#[derive(ConnectorFlow)]
#[connector_flow(
    connector = Square,
    flow_name = Authorize,
    http_method = Post,
    url = "/v2/payments",
    response = Paid,
)]
struct AuthorizeRequest<'a> {
    #[connector_flow(from = request.idempotency_key, max_len = 45)]
    idempotency_key: &'a IdempotencyKey,
    #[connector_flow(from = request.payment_method_data)]
    source_id: SourceId<'a>,
    #[connector_flow(from = request.amount)]
    amount_money: Amount,
    #[connector_flow(from = request.capture_method)]
    autocomplete: CompleteNow,
    #[connector_flow(from = auth.location_id)]
    location_id: Option<&'a MerchantAccount>,
    #[connector_flow(from = request.customer)]
    #[serde(flatten)]
    customer: Option<Buyer<'a>>,
    #[connector_flow(from = request.off_session)]
    customer_details: Option<CustomerDetails>,
    #[connector_flow(from = request.billing_address)]
    billing_address: Option<PostalAddress<'a>>,
    #[connector_flow(from = request.shipping_address)]
    shipping_address: Option<PostalAddress<'a>>,
    #[connector_flow(from = resource_common_data.connector_order_id)]
    order_id: Option<&'a OrderId>,
    #[connector_flow(from = resource_common_data.connector_request_reference_id, max_len = 40)]
    reference_id: Option<&'a MerchantReference>,
    #[connector_flow(from = request.description, max_len = 500)]
    note: Option<&'a str>,
    #[connector_flow(from = request.statement_descriptor, max_len = 20)]
    statement_description_identifier: Option<&'a str>,
    #[connector_flow(from = request.authentication_data)] // Square knows its own verification tokens alone
    verification_token: Option<NotTaken>,
    #[connector_flow(from = request.setup_future_usage)] // a card is kept by SetupMandate
    kept_for: Option<NotTaken>,
    #[connector_flow(from = request.split_payments)] // a fee is taken with the seller's own token
    split: Option<NotTaken>,
    #[connector_flow(from = request.authentication_type)] // it is carried out on the customer's device alone
    three_ds: Option<NotWanted>,
}

/// Create a payment with a card that Square keeps for the customer.
/// <https://developer.squareup.com/docs/cards-api/charge-card-on-file>
#[derive(ConnectorFlow)]
#[connector_flow(
    connector = Square,
    flow_name = RepeatPayment,
    http_method = Post,
    url = "/v2/payments",
    response = Paid,
)]
struct RepeatPaymentRequest<'a> {
    #[connector_flow(from = request.idempotency_key, max_len = 45)]
    idempotency_key: &'a IdempotencyKey,
    #[connector_flow(from = request.mandate_reference)]
    source_id: SourceId<'a>,
    #[connector_flow(from = request.payment_method_data)] // what is kept is paid with
    other: Option<NotTaken>,
    #[connector_flow(from = request.split_payments)]
    split: Option<NotTaken>,
    #[connector_flow(from = request.customer)]
    customer_id: OwnCustomer<'a>,
    #[connector_flow(from = request.amount)]
    amount_money: Amount,
    #[connector_flow(from = request.capture_method)]
    autocomplete: CompleteNow,
    #[connector_flow(from = request.off_session)]
    customer_details: Option<CustomerDetails>,
    #[connector_flow(from = auth.location_id)]
    location_id: Option<&'a MerchantAccount>,
    #[connector_flow(from = resource_common_data.connector_request_reference_id, max_len = 40)]
    reference_id: Option<&'a MerchantReference>,
    #[connector_flow(from = request.description, max_len = 500)]
    note: Option<&'a str>,
    #[connector_flow(from = request.statement_descriptor, max_len = 20)]
    statement_description_identifier: Option<&'a str>,
}

/// Update a payment's amount, to more or to less.
/// <https://developer.squareup.com/reference/square/payments-api/update-payment>
#[derive(ConnectorFlow)]
#[connector_flow(
    connector = Square,
    flow_name = IncrementalAuthorization,
    http_method = Put,
    url = "/v2/payments/{payment_id}",
    response = Paid,
)]
struct IncrementalAuthorizationRequest<'a> {
    #[connector_flow(from = request.connector_transaction_id)]
    payment_id: &'a PaymentId,
    #[connector_flow(from = request.idempotency_key, max_len = 45)]
    idempotency_key: &'a IdempotencyKey,
    #[connector_flow(from = request.total_amount, within = "payment")] // what is held in all
    amount_money: Amount,
}

/// What it is paid with: a token that the customer's browser was given (`cnon:…`), or a card that Square
/// keeps (`ccof:…`).
#[derive(Serialize)]
#[serde(transparent)]
pub(super) struct SourceId<'a>(Kept<'a>);

#[derive(Serialize)]
#[serde(untagged)]
enum Kept<'a> {
    Token(Exposed<'a>),
    Card(&'a str),
}

impl<'a> FromSource<'a, PaymentMethodData> for SourceId<'a> {
    fn from_source(method: &'a PaymentMethodData) -> Result<Self, Unfit> {
        match method {
            PaymentMethodData::StoredToken(stored) => {
                Ok(Self(Kept::Token(at_most(16_384, "source_id", (&stored.token).into())?)))
            }
            PaymentMethodData::Card(_) => Err(Unfit::Refused(
                "has a card's number, which Square takes from the customer's browser alone: pass the \
                 token of its card form, as a stored token",
            )),
            _ => Err(Unfit::Refused(
                "is a way to pay that this connector does not take: wallets and banks become tokens in \
                 the customer's browser, as cards do; pass that, as a stored token",
            )),
        }
    }
}

impl<'a> FromSource<'a, MandateReference> for SourceId<'a> {
    fn from_source(reference: &'a MandateReference) -> Result<Self, Unfit> {
        let own = reference.connector_mandate_id().map(|id| Self(Kept::Card(id.as_str())));
        own.ok_or(Unfit::Refused("is a card network's id; Square wants that of a card on file"))
    }
}

/// `autocomplete`: at once, or on an order. A payment is completed once, and as a whole.
#[derive(Serialize)]
#[serde(transparent)]
struct CompleteNow(bool);

impl FromSource<'_, CaptureMethod> for CompleteNow {
    fn from_source(method: &CaptureMethod) -> Result<Self, Unfit> {
        match method {
            CaptureMethod::Automatic | CaptureMethod::SequentialAutomatic => Ok(Self(true)),
            CaptureMethod::Manual => Ok(Self(false)),
            CaptureMethod::ManualMultiple | CaptureMethod::Scheduled => {
                Err(Unfit::Refused("is a way to capture that this connector does not have"))
            }
        }
    }
}

/// Who initiates it.
struct CustomerDetails {
    is_absent: bool,
}

impl Serialize for CustomerDetails {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map([("customer_initiated", !self.is_absent)])
    }
}

impl FromSource<'_, bool> for CustomerDetails {
    fn from_source(is_absent: &bool) -> Result<Self, Unfit> {
        Ok(Self { is_absent: *is_absent })
    }
}

/// Who pays: a customer of Square's, or how they are reached.
#[derive(Serialize)]
struct Buyer<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    customer_id: Option<&'a CustomerId>,
    #[serde(skip_serializing_if = "Option::is_none")]
    buyer_email_address: Option<Exposed<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    buyer_phone_number: Option<Exposed<'a>>,
}

impl<'a> FromSource<'a, Customer> for Buyer<'a> {
    fn from_source(customer: &'a Customer) -> Result<Self, Unfit> {
        Ok(Self {
            customer_id: customer.connector_customer_id.as_ref(),
            buyer_email_address: at_most(255, "buyer_email_address", Exposed::of(&customer.email))?,
            buyer_phone_number: Exposed::of(&customer.phone),
        })
    }
}

/// The customer, whom Square has to know.
#[derive(Serialize)]
#[serde(transparent)]
pub(super) struct OwnCustomer<'a>(&'a CustomerId);

impl<'a> FromSource<'a, Option<Customer>> for OwnCustomer<'a> {
    fn from_source(customer: &'a Option<Customer>) -> Result<Self, Unfit> {
        let known = customer.as_ref().and_then(|customer| customer.connector_customer_id.as_ref());
        known.map(Self).ok_or(Unfit::Refused("lacks the id by which Square knows the customer"))
    }
}

/// `Address`.
#[derive(Serialize)]
pub(super) struct PostalAddress<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    first_name: Option<Exposed<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    last_name: Option<Exposed<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    address_line_1: Option<Exposed<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    address_line_2: Option<Exposed<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    locality: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    administrative_district_level_1: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    postal_code: Option<Exposed<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    country: Option<Country>,
}

impl<'a> FromSource<'a, Address> for PostalAddress<'a> {
    fn from_source(address: &'a Address) -> Result<Self, Unfit> {
        Ok(Self {
            first_name: Exposed::of(&address.first_name),
            last_name: Exposed::of(&address.last_name),
            address_line_1: Exposed::of(&address.line1),
            address_line_2: Exposed::of(&address.line2),
            locality: address.city.as_deref(),
            administrative_district_level_1: address.state.as_deref(),
            postal_code: Exposed::of(&address.zip),
            country: address.country,
        })
    }
}

#[cfg(test)]
mod tests {
    use connector_core::{Connection, CredentialFields};
    use serde_json::{Value, json};

    use super::*;

    fn square() -> Connection<Square> {
        let credentials = br#"{"access_token": "EAAA1", "location_id": "L1"}"#;
        Connection::new(CredentialFields::from_json(credentials).unwrap()).unwrap()
    }

    fn sent(method: &Value, key: &str) -> Result<Value, String> {
        let data = json!({
            "resource_common_data": { "connector_request_reference_id": "order 1" },
            "request": {
                "amount": { "minor_amount": 1_000, "currency": "JPY" },
                "payment_method_data": method,
                "capture_method": "manual",
                "idempotency_key": key,
                "customer": { "email": "payer@shop.example" },
                "off_session": false,
                "billing_address": { "zip": "10115", "country": "DE" },
            },
        });
        let data = RouterData::<Authorize>::from_json(data.to_string().as_bytes()).unwrap();
        let request = square().build_request(&data).map_err(|error| error.to_string())?;
        Ok(serde_json::from_slice(request.body()).unwrap())
    }

    #[test]
    fn a_payment_names_its_token_its_location_and_who_pays() {
        let body = sent(&json!({ "stored_token": { "token": "cnon:1" } }), "k-1").unwrap();
        let expected = json!({
            "idempotency_key": "k-1",
            "source_id": "cnon:1",
            "amount_money": { "amount": 1_000, "currency": "JPY" },
            "autocomplete": false,
            "location_id": "L1",
            "buyer_email_address": "payer@shop.example",
            "customer_details": { "customer_initiated": true },
            "billing_address": { "postal_code": "10115", "country": "DE" },
            "reference_id": "order 1",
        });
        assert_eq!(body, expected);
    }

    #[test]
    fn what_square_does_not_take_is_not_sent() {
        let card = json!({ "card": { "number": "4242424242424242", "expiry": "2030-12" } });
        let refused = sent(&card, "k-1").unwrap_err();
        assert!(refused.contains("the customer's browser alone"), "{refused}");
        let token = json!({ "stored_token": { "token": "cnon:1" } });
        let refused = sent(&token, &"k".repeat(46)).unwrap_err();
        assert!(refused.contains("idempotency_key"), "{refused}");
    }

    fn complete(wanted: Option<i64>, held: Option<i64>) -> Result<Value, String> {
        let euros = |cents: Option<i64>| {
            cents.map(|cents| json!({ "minor_amount": cents, "currency": "EUR" }))
        };
        let mut request = json!({ "connector_transaction_id": "p1", "idempotency_key": "k-1" });
        for (name, amount) in [("amount_to_capture", euros(wanted)), ("amount", euros(held))] {
            if let Some(amount) = amount {
                request[name] = amount;
            }
        }
        let data = json!({ "request": request }).to_string();
        let data = RouterData::<Capture>::from_json(data.as_bytes()).unwrap();
        let request = square().build_request(&data).map_err(|error| error.to_string())?;
        Ok(serde_json::from_slice(request.body()).unwrap())
    }

    #[test]
    fn a_capture_is_sent_where_it_is_known_to_be_of_the_whole() {
        for (wanted, held) in [(None, None), (None, Some(9)), (Some(9), Some(9))] {
            assert_eq!(complete(wanted, held), Ok(json!({})));
        }
        for (wanted, held) in [(Some(9), None), (Some(9), Some(10)), (Some(10), Some(9))] {
            let refused = complete(wanted, held).unwrap_err();
            assert!(refused.starts_with("`request.amount_to_capture` "), "{refused}");
        }
    }

    #[test]
    fn a_token_that_was_used_may_have_paid() {
        let square = square();
        let data = json!({ "request": {
            "amount": { "minor_amount": 1_000, "currency": "EUR" },
            "payment_method_data": { "stored_token": { "token": "cnon:1" } },
            "capture_method": "automatic",
            "idempotency_key": "k-2",
        }});
        let data = RouterData::<Authorize>::from_json(data.to_string().as_bytes()).unwrap();
        for (code, outcome) in [
            ("CARD_TOKEN_USED", "sent_unknown"),
            ("DELAYED_TRANSACTION_CAPTURED", "no_information"),
            ("CVV_FAILURE", "declined"),
        ] {
            let error = json!({ "category": "PAYMENT_METHOD_ERROR", "code": code });
            let body = json!({ "errors": [error] }).to_string();
            let response = http::Response::builder().status(400).body(body.into()).unwrap();
            let told = square.handle_response(&data, response);
            assert_eq!(connector_core::Report::from(&told).outcome, outcome, "{code}");
        }
    }
}
