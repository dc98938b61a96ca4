//! The orders that hold money.

use connector_core::prelude::*;
use connector_core::{Address, CardNetwork, Customer, NetworkTransactionId, PaymentsAuthorizeData, PaymentsCaptureData};
use http::StatusCode;
use serde::Serialize;

use super::authenticated::Authenticated;
use super::processing::Processing;
use super::{Amount, Cybersource, Network, Reason, amount_of_order};

/// Process a payment. <https://developer.cybersource.com/api-reference-assets/index.html#payments_payments>
#[derive(ConnectorFlow)]
#[connector_flow(
    connector = Cybersource,
    flow_name = Authorize,
    http_method = Post,
    url = "/pts/v2/payments",
    // <https://developer.cybersource.com/library/documentation/dev_guides/Reporting_Users_Guide/html/app_reason_codes.htm>
    // (104; read 2026-11-27)
    no_idempotency = "Cybersource takes no key: the reference of another payment of the last 15 minutes is refused, and later it is another payment",
    response = Payment,
)]
#[serde(rename_all = "camelCase")]
struct AuthorizeRequest<'a> {
    #[connector_flow(from = resource_common_data.connector_request_reference_id, within = "clientReferenceInformation", max_len = 50)]
    code: &'a MerchantReference,
    #[connector_flow(from = request, takes(capture_method, setup_future_usage, enable_partial_authorization))]
    processing_information: Processing<'a>,
    #[connector_flow(from = request.payment_method_data, within = "paymentInformation")]
    card: CardDetails<'a>,
    #[connector_flow(from = request.amount, within = "orderInformation")]
    amount_details: Amount,
    #[connector_flow(from = request, takes(billing_address, customer), within = "orderInformation")]
    bill_to: BillTo<'a>,
    #[connector_flow(from = request, takes(authentication_data))]
    #[serde(skip_serializing_if = "Authenticated::is_nothing")]
    consumer_authentication_information: Authenticated<'a>,
    #[connector_flow(from = request.authentication_type)]
    three_ds: Option<NotWanted>,
    #[connector_flow(from = request.off_session)]
    absent: Option<NotWanted>,
    #[connector_flow(from = request.split_payments)]
    split: Option<NotTaken>,
}

/// Hold more than was held. <https://developer.cybersource.com/api-reference-assets/index.html#payments_incremental-authorization>
#[derive(ConnectorFlow)]
#[connector_flow(
    connector = Cybersource,
    flow_name = IncrementalAuthorization,
    http_method = Patch,
    url = "/pts/v2/payments/{payment_id}",
    no_idempotency = "Cybersource takes no key, and what is added twice is held twice: ask what is held before such an order is repeated",
    response = Increase,
)]
#[serde(rename_all = "camelCase")]
struct IncrementalAuthorizationRequest<'a> {
    #[connector_flow(from = request.connector_transaction_id)]
    payment_id: &'a PaymentId,
    #[connector_flow(from = resource_common_data.connector_request_reference_id, within = "clientReferenceInformation", max_len = 50)]
    code: Option<&'a MerchantReference>,
    #[connector_flow(value = true, within = "processingInformation.authorizationOptions.initiator")]
    stored_credential_used: bool,
    #[connector_flow(from = request.additional_amount, within = "orderInformation.amountDetails")]
    additional_amount: StringMajorUnit,
    #[connector_flow(from = request.additional_amount, within = "orderInformation.amountDetails")]
    currency: Currency,
}

#[derive(Deserialize, FlowResponse)]
#[serde(from = "Processed")]
#[flow_response(Authorize, SetupMandate, RepeatPayment)]
pub(super) struct Payment {
    #[flow_response(connector_transaction_id)]
    id: PaymentId,
    #[flow_response(status)]
    status: Wire<PaymentWord>,
    #[flow_response(amount)]
    amount: Option<Amount>,
    #[flow_response(connector_mandate_id)]
    payment_instrument: Option<MandateId>,
    #[flow_response(network_transaction_id)]
    network_transaction_id: Option<NetworkTransactionId>,
    #[flow_response(error)]
    error: Option<ProcessorError>,
}

/// The wire's payment.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Processed {
    id: PaymentId,
    status: Wire<PaymentWord>,
    #[serde(default, deserialize_with = "amount_of_order")]
    order_information: Option<Amount>,
    token_information: Option<Tokens>,
    processor_information: Option<Network>,
    error_information: Option<Reason>,
}

impl From<Processed> for Payment {
    fn from(processed: Processed) -> Self {
        let instrument = processed.token_information.and_then(|made| made.payment_instrument);
        let network = processed.processor_information.unwrap_or_default();
        let (network_transaction_id, error) = network.tell(processed.error_information);
        Self {
            id: processed.id,
            status: processed.status,
            amount: processed.order_information,
            payment_instrument: instrument.map(|token| token.id),
            network_transaction_id,
            error,
        }
    }
}

/// What was made of a card that is to be kept.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Tokens {
    payment_instrument: Option<Token>,
}

#[derive(Deserialize)]
struct Token {
    id: MandateId,
}

#[derive(FlowResponse)]
#[flow_response(IncrementalAuthorization)]
enum Increase {
    #[flow_response(error)]
    Refused(NotIncreased),
    Held(Increased),
}

/// No more is held, and what was held is held.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct NotIncreased {
    status: Refusal,
    error_information: Option<Reason>,
}

#[derive(Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
enum Refusal {
    Declined,
    AuthorizedRiskDeclined,
    InvalidRequest,
}

impl ErrorResponse for NotIncreased {
    fn class(&self, _: StatusCode) -> ErrorClass {
        match self.status {
            Refusal::Declined | Refusal::AuthorizedRiskDeclined => ErrorClass::Declined,
            Refusal::InvalidRequest => ErrorClass::Refused,
        }
    }

    fn into_error(self) -> ProcessorError {
        self.error_information.map(ProcessorError::from).unwrap_or_default()
    }
}

#[derive(Deserialize, FlowResponse)]
#[flow_response(IncrementalAuthorization)]
#[flow_response(no_id = "the id is this order's, not the payment's", no_amount = "what is added is told, not the sum")]
struct Increased {
    #[flow_response(status)]
    status: Wire<PaymentWord>,
}

/// Every status of an authorization that was ordered.
#[derive(Debug, Clone, Copy, PartialEq, WireStatus)]
#[wire_status(AttemptStatus, rename_all = "SCREAMING_SNAKE_CASE")]
enum PaymentWord {
    #[wire_status(Authorized, automatic = Pending)] // it goes to the bank with the next batch
    #[wire_status(flow(SetupMandate = Charged))] // nothing was to be taken, and all of it is done
    Authorized,
    #[wire_status(PartiallyAuthorized, flow(SetupMandate = none))] // less than was asked for
    PartialAuthorized,
    #[wire_status(Unresolved)] // a person decides
    AuthorizedPendingReview,
    #[wire_status(Failure, flow(IncrementalAuthorization = none))] // by the bank, or by the rules for risks
    Declined,
    #[wire_status(Failure, flow(IncrementalAuthorization = none))]
    AuthorizedRiskDeclined,
    #[wire_status(Unresolved)]
    PendingReview,
    #[wire_status(Failure, flow(IncrementalAuthorization = none))]
    InvalidRequest,
}

/// What is captured: without a part, all that was authorized, which has to be told.
#[derive(Serialize)]
#[serde(transparent)]
pub(super) struct ToCapture(Amount);

impl FromSource<'_, PaymentsCaptureData> for ToCapture {
    fn from_source(asked: &PaymentsCaptureData) -> Result<Self, Unfit> {
        let amount = asked.amount_to_capture.or(asked.amount);
        let amount = amount.ok_or(Unfit::Refused("names no amount, and Cybersource wants to be told it"))?;
        Amount::from_source(&amount).map(Self)
    }
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct CardDetails<'a> {
    number: Exposed<'a>,
    expiration_month: &'a str,
    expiration_year: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    security_code: Option<Exposed<'a>>,
    #[serde(rename = "type", skip_serializing_if = "Option::is_none")]
    network: Option<&'static str>,
}

impl<'a> FromSource<'a, PaymentMethodData> for CardDetails<'a> {
    fn from_source(method: &'a PaymentMethodData) -> Result<Self, Unfit> {
        match method {
            PaymentMethodData::Card(card) => Ok(Self::of(card)),
            _ => Err(Unfit::Refused("is a way to pay that this connector does not take")),
        }
    }
}

impl<'a> CardDetails<'a> {
    pub(super) fn of(card: &'a Card) -> Self {
        Self {
            number: (&card.number).into(),
            expiration_month: card.expiry.month(),
            expiration_year: card.expiry.year(),
            security_code: Exposed::of(&card.security_code),
            network: card.network.and_then(card_type),
        }
    }
}

/// Cybersource's numbers for the networks.
pub(super) fn card_type(network: CardNetwork) -> Option<&'static str> {
    Some(match network {
        CardNetwork::Visa => "001",
        CardNetwork::Mastercard => "002",
        CardNetwork::AmericanExpress => "003",
        CardNetwork::Discover => "004",
        CardNetwork::DinersClub => "005",
        CardNetwork::Jcb => "007",
        CardNetwork::CartesBancaires => "036",
        CardNetwork::Maestro => "042",
        _ => return None,
    })
}

/// Where the bill goes. What of it has to be there is the account's setting.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct BillTo<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    first_name: Option<Exposed<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    last_name: Option<Exposed<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    address1: Option<Exposed<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    address2: Option<Exposed<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    locality: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    administrative_area: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    postal_code: Option<Exposed<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    country: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    email: Option<Exposed<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    phone_number: Option<Exposed<'a>>,
}

impl<'a> FromSource<'a, PaymentsAuthorizeData> for BillTo<'a> {
    fn from_source(asked: &'a PaymentsAuthorizeData) -> Result<Self, Unfit> {
        Self::of(asked.billing_address.as_ref(), asked.customer.as_ref())
    }
}

impl<'a> BillTo<'a> {
    /// Whether it says who somebody is, and where.
    pub(super) const fn is_known(&self) -> bool {
        self.first_name.is_some()
            && self.last_name.is_some()
            && self.address1.is_some()
            && self.locality.is_some()
            && self.country.is_some()
            && self.email.is_some()
    }

    pub(super) const fn has_a_region(&self) -> bool {
        self.administrative_area.is_some() && self.postal_code.is_some()
    }

    pub(super) fn of(
        address: Option<&'a Address>,
        customer: Option<&'a Customer>,
    ) -> Result<Self, Unfit> {
        let of =
            |part: fn(&Address) -> &Option<Secret>| address.and_then(|known| part(known).as_ref());
        let of_payer = |part: fn(&Customer) -> &Option<Secret>| {
            customer.and_then(|known| part(known).as_ref())
        };
        let email = of(|known| &known.email).or(of_payer(|known| &known.email));
        let phone = of(|known| &known.phone).or(of_payer(|known| &known.phone));
        Ok(Self {
            first_name: at_most(60, "firstName", of(|known| &known.first_name).map(Exposed::from))?,
            last_name: at_most(60, "lastName", of(|known| &known.last_name).map(Exposed::from))?,
            address1: at_most(60, "address1", of(|known| &known.line1).map(Exposed::from))?,
            address2: at_most(60, "address2", of(|known| &known.line2).map(Exposed::from))?,
            locality: at_most(50, "locality", address.and_then(|known| known.city.as_deref()))?,
            administrative_area: at_most(
                20,
                "administrativeArea",
                address.and_then(|known| known.state.as_deref()),
            )?,
            postal_code: at_most(10, "postalCode", of(|known| &known.zip).map(Exposed::from))?,
            country: address.and_then(|known| known.country).map(connector_core::Country::alpha2),
            email: at_most(255, "email", email.map(Exposed::from))?,
            phone_number: at_most(15, "phoneNumber", phone.map(Exposed::from))?,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The bank's no is about what was to be added, and comes with HTTP 201.
    #[test]
    fn an_increase_that_is_declined_says_so_and_changes_no_payment() {
        let credentials = br#"{"merchant_id": "m", "key_id": "k", "shared_secret": "c2VjcmV0"}"#;
        let credentials = connector_core::CredentialFields::from_json(credentials).unwrap();
        let connection = connector_core::Connection::<Cybersource>::new(credentials).unwrap();
        let data = br#"{"request": {"connector_transaction_id": "P1", "idempotency_key": "k",
            "total_amount": {"minor_amount": 900, "currency": "USD"},
            "additional_amount": {"minor_amount": 100, "currency": "USD"}}}"#;
        let data = RouterData::<IncrementalAuthorization>::from_json(data).unwrap();
        let told = |status: &str| {
            let body = format!(
                r#"{{"id": "P2", "status": "{status}", "errorInformation": {{"reason": "WHY"}}}}"#
            );
            let answer = http::Response::builder().status(201).body(body.into()).unwrap();
            connection.handle_response(&data, answer)
        };
        for status in ["DECLINED", "AUTHORIZED_RISK_DECLINED"] {
            let Outcome::Declined(error) = told(status) else { panic!("{status}") };
            assert_eq!(error.code.as_deref(), Some("WHY"));
        }
        assert!(matches!(told("AUTHORIZED"), Outcome::Status(_)));
        assert!(matches!(told("INVALID_REQUEST"), Outcome::NoInformation(_)));
    }
}
