//! The orders that hold money.

use connector_core::prelude::*;
use connector_core::{
    Address, Authorize, CaptureMethod, Card, CardNetwork, Customer, Exposed, FromSource,
    IncrementalAuthorization, MerchantReference, NotTaken, NotWanted, PaymentMethodData, PaymentsAuthorizeData,
    PaymentsCaptureData, Unfit,
};
use serde::Serialize;

use super::{Amount, Cybersource, Reason, amount_of_order};

/// Process a payment. <https://developer.cybersource.com/api-reference-assets/index.html#payments_payments>
#[derive(ConnectorFlow)]
#[connector_flow(
    connector = Cybersource,
    flow_name = Authorize,
    http_method = Post,
    url = "/pts/v2/payments",
    no_idempotency = "Cybersource takes no key; a payment with the reference of one a moment ago is a duplicate",
    response = Payment,
)]
#[serde(rename_all = "camelCase")]
struct AuthorizeRequest<'a> {
    #[connector_flow(from = resource_common_data.connector_request_reference_id, within = "clientReferenceInformation", max_len = 50)]
    code: &'a MerchantReference,
    #[connector_flow(from = request.capture_method, within = "processingInformation")]
    capture: CaptureNow,
    #[connector_flow(value = "internet", within = "processingInformation")]
    commerce_indicator: &'static str,
    #[connector_flow(from = request.payment_method_data, within = "paymentInformation")]
    card: CardDetails<'a>,
    #[connector_flow(from = request.amount, within = "orderInformation")]
    amount_details: Amount,
    #[connector_flow(from = request, within = "orderInformation")]
    bill_to: BillTo<'a>,
    #[connector_flow(from = request.authentication_data)]
    authenticated: Option<NotTaken>,
    #[connector_flow(from = request.setup_future_usage)]
    kept_for: Option<NotTaken>,
    #[connector_flow(from = request.authentication_type)]
    three_ds: Option<NotWanted>,
    #[connector_flow(from = request.off_session)]
    absent: Option<NotWanted>,
}

/// Hold more than was held. <https://developer.cybersource.com/api-reference-assets/index.html#payments_incremental-authorization>
#[derive(ConnectorFlow)]
#[connector_flow(
    connector = Cybersource,
    flow_name = IncrementalAuthorization,
    http_method = Patch,
    url = "/pts/v2/payments/{payment_id}",
    no_idempotency = "Cybersource takes no key; ask what is held before such an order is repeated",
    response = Increased,
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
#[serde(rename_all = "camelCase")]
#[flow_response(Authorize)]
struct Payment {
    #[flow_response(connector_transaction_id)]
    id: PaymentId,
    #[flow_response(status)]
    status: Wire<PaymentWord>,
    #[flow_response(amount)]
    #[serde(default, deserialize_with = "amount_of_order")]
    order_information: Option<Amount>,
    #[flow_response(error)]
    error_information: Option<Reason>,
}

#[derive(Deserialize, FlowResponse)]
#[serde(rename_all = "camelCase")]
#[flow_response(IncrementalAuthorization)]
#[flow_response(no_id = "the id is this order's, not the payment's", no_amount = "what is added is told, not the sum")]
struct Increased {
    #[flow_response(status)]
    status: Wire<PaymentWord>,
    #[flow_response(error)]
    error_information: Option<Reason>,
}

/// Every status of an authorization that was ordered.
#[derive(Debug, Clone, Copy, PartialEq, WireStatus)]
#[wire_status(AttemptStatus, rename_all = "SCREAMING_SNAKE_CASE")]
enum PaymentWord {
    #[wire_status(Authorized, automatic = Pending)] // it goes to the bank with the next batch
    Authorized,
    #[wire_status(PartiallyAuthorized)] // less than was asked for
    PartialAuthorized,
    #[wire_status(Unresolved)] // a person decides
    AuthorizedPendingReview,
    #[wire_status(Failure)] // by the bank or, after it agreed, by the rules for risks
    Declined,
    #[wire_status(Failure)]
    AuthorizedRiskDeclined,
    #[wire_status(Unresolved)]
    PendingReview,
    #[wire_status(Failure)]
    InvalidRequest,
}

/// `capture`: at once, or on an order.
#[derive(Serialize)]
#[serde(transparent)]
struct CaptureNow(bool);

impl FromSource<'_, CaptureMethod> for CaptureNow {
    fn from_source(method: &CaptureMethod) -> Result<Self, Unfit> {
        match method {
            CaptureMethod::Scheduled => Err(Unfit::Refused("is a way to capture that needs a date")),
            CaptureMethod::ManualMultiple => {
                Err(Unfit::Refused("needs the captures' numbers, and nobody counts them here"))
            }
            method => Ok(Self(method.is_automatic())),
        }
    }
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
struct CardDetails<'a> {
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
    fn of(card: &'a Card) -> Self {
        Self {
            number: (&card.number).into(),
            expiration_month: card.expiry.month(),
            expiration_year: card.expiry.year(),
            security_code: card.security_code.as_ref().map(Exposed::from),
            network: card.network.and_then(card_type),
        }
    }
}

/// Cybersource's numbers for the networks.
fn card_type(network: CardNetwork) -> Option<&'static str> {
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
struct BillTo<'a> {
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
    fn from_source(request: &'a PaymentsAuthorizeData) -> Result<Self, Unfit> {
        let (address, customer) = (request.billing_address.as_ref(), request.customer.as_ref());
        let of = |part: fn(&Address) -> &Option<Secret>| address.and_then(|known| part(known).as_ref());
        let of_payer = |part: fn(&Customer) -> &Option<Secret>| customer.and_then(|known| part(known).as_ref());
        Ok(Self {
            first_name: of(|known| &known.first_name).map(Exposed::from),
            last_name: of(|known| &known.last_name).map(Exposed::from),
            address1: of(|known| &known.line1).map(Exposed::from),
            address2: of(|known| &known.line2).map(Exposed::from),
            locality: address.and_then(|known| known.city.as_deref()),
            administrative_area: address.and_then(|known| known.state.as_deref()),
            postal_code: of(|known| &known.zip).map(Exposed::from),
            country: address.and_then(|known| known.country).map(connector_core::Country::alpha2),
            email: of(|known| &known.email).or(of_payer(|known| &known.email)).map(Exposed::from),
            phone_number: of(|known| &known.phone).or(of_payer(|known| &known.phone)).map(Exposed::from),
        })
    }
}
