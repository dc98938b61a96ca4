//! The orders: a payment, and what is done with it. All but the payment itself are taken first and
//! carried out later; what became of them is said by a sync.

use std::collections::BTreeMap;

use connector_core::prelude::*;
use connector_core::{AuthenticationType, RedirectForm};
use http::StatusCode;
use serde::{Deserializer, Serialize};

use super::{Checkout, PaymentStatus};

/// Request a payment. <https://api-reference.checkout.com/#operation/requestAPaymentOrPayout>
#[derive(ConnectorFlow)]
#[connector_flow(
    connector = Checkout,
    flow_name = Authorize,
    http_method = Post,
    url = "/payments",
    response = RequestedPayment,
)]
struct AuthorizeRequest<'a> {
    #[connector_flow(header = "Cko-Idempotency-Key", from = request.idempotency_key)]
    idempotency_key: &'a IdempotencyKey,
    #[connector_flow(from = request.payment_method_data)]
    source: Source<'a>,
    #[connector_flow(from = request.amount)]
    amount: Counted<MinorUnit, Checkout>,
    #[connector_flow(from = request.amount)]
    currency: Currency,
    #[connector_flow(from = request.capture_method)]
    capture: CaptureNow,
    #[connector_flow(from = resource_common_data.connector_request_reference_id, max_len = 50)]
    reference: Option<&'a MerchantReference>,
    #[connector_flow(from = request.description, max_len = 100)]
    description: Option<&'a str>,
    #[connector_flow(from = request.authentication_type)]
    #[serde(rename = "3ds")]
    three_ds: Option<ThreeDs>,
    #[connector_flow(from = request.authentication_data)]
    authentication_data: Option<NotTaken>,
    #[connector_flow(from = request.setup_future_usage)]
    kept_for: Option<NotTaken>,
    #[connector_flow(from = request.split_payments)]
    split: Option<NotTaken>,
    #[connector_flow(from = request.return_url, max_len = 255)]
    success_url: Option<&'a str>,
    #[connector_flow(from = request.return_url, max_len = 255)]
    failure_url: Option<&'a str>,
    #[connector_flow(from = request.off_session)]
    merchant_initiated: Option<bool>,
    #[connector_flow(from = request.metadata)]
    metadata: Option<&'a BTreeMap<Box<str>, Box<str>>>,
}

/// Capture a payment. <https://api-reference.checkout.com/#operation/captureAPayment>
#[derive(ConnectorFlow)]
#[connector_flow(
    connector = Checkout,
    flow_name = Capture,
    http_method = Post,
    url = "/payments/{payment_id}/captures",
    response = AcceptedCapture,
)]
struct CaptureRequest<'a> {
    #[connector_flow(from = request.connector_transaction_id)]
    payment_id: &'a PaymentId,
    #[connector_flow(header = "Cko-Idempotency-Key", from = request.idempotency_key)]
    idempotency_key: &'a IdempotencyKey,
    #[connector_flow(from = request.amount_to_capture)]
    amount: Option<Counted<MinorUnit, Checkout>>,
}

/// Void a payment. <https://api-reference.checkout.com/#operation/voidAPayment>
#[derive(ConnectorFlow)]
#[connector_flow(
    connector = Checkout,
    flow_name = Void,
    http_method = Post,
    url = "/payments/{payment_id}/voids",
    response = AcceptedVoid,
)]
struct VoidRequest<'a> {
    #[connector_flow(from = request.connector_transaction_id)]
    payment_id: &'a PaymentId,
    #[connector_flow(header = "Cko-Idempotency-Key", from = request.idempotency_key)]
    idempotency_key: &'a IdempotencyKey,
}

/// Refund a payment. <https://api-reference.checkout.com/#operation/refundAPayment>
#[derive(ConnectorFlow)]
#[connector_flow(
    connector = Checkout,
    flow_name = Refund,
    http_method = Post,
    url = "/payments/{payment_id}/refunds",
    response = AcceptedRefund,
)]
struct RefundRequest<'a> {
    #[connector_flow(from = request.connector_transaction_id)]
    payment_id: &'a PaymentId,
    #[connector_flow(header = "Cko-Idempotency-Key", from = request.idempotency_key)]
    idempotency_key: &'a IdempotencyKey,
    #[connector_flow(from = request.refund_amount)]
    amount: Option<Counted<MinorUnit, Checkout>>,
    #[connector_flow(from = resource_common_data.connector_request_reference_id, max_len = 50)]
    reference: Option<&'a MerchantReference>,
}

/// Increment an authorization. <https://api-reference.checkout.com/#operation/incrementAuthorization>
#[derive(ConnectorFlow)]
#[connector_flow(
    connector = Checkout,
    flow_name = IncrementalAuthorization,
    http_method = Post,
    url = "/payments/{payment_id}/authorizations",
    response = Incremented,
)]
struct IncrementalAuthorizationRequest<'a> {
    #[connector_flow(from = request.connector_transaction_id)]
    payment_id: &'a PaymentId,
    #[connector_flow(header = "Cko-Idempotency-Key", from = request.idempotency_key)]
    idempotency_key: &'a IdempotencyKey,
    #[connector_flow(from = request.additional_amount)]
    amount: Counted<MinorUnit, Checkout>,
    #[connector_flow(from = resource_common_data.connector_request_reference_id, max_len = 50)]
    reference: Option<&'a MerchantReference>,
}

/// A payment that was carried out, or taken to be carried on by the customer.
#[derive(Deserialize, FlowResponse)]
#[flow_response(Authorize, RepeatPayment)]
pub(super) struct RequestedPayment {
    #[flow_response(connector_transaction_id)]
    id: PaymentId,
    #[flow_response(status)]
    status: Wire<PaymentStatus>,
    #[flow_response(amount)]
    amount: Option<Counted<MinorUnit, Checkout>>,
    #[flow_response(currency)]
    currency: Option<Currency>,
    #[flow_response(connector_response_reference_id)]
    reference: Option<Box<str>>,
    #[flow_response(network_transaction_id)]
    scheme_id: Option<Box<str>>,
    #[flow_response(error_code)]
    response_code: Option<Box<str>>,
    #[flow_response(error_message)]
    response_summary: Option<Box<str>>,
    #[flow_response(redirect)]
    #[serde(rename = "_links", default, deserialize_with = "redirect")]
    links: Option<RedirectForm>,
}

/// An order to capture that was taken.
#[derive(Deserialize, FlowResponse)]
#[flow_response(Capture, status = CaptureInitiated)]
#[flow_response(no_id = "the number in it is the action's, not the payment's")]
#[flow_response(no_amount = "the order is repeated by the payment's actions, not by the answer")]
struct AcceptedCapture {
    #[flow_response(connector_capture_id)]
    action_id: CaptureId,
}

#[derive(Deserialize, FlowResponse)]
#[flow_response(Void, status = VoidInitiated)]
#[flow_response(no_id = "the number in it is the action's, not the payment's")]
struct AcceptedVoid {
    #[flow_response(processor_reference_id)]
    action_id: Box<str>,
}

#[derive(FlowResponse)]
#[flow_response(IncrementalAuthorization)]
enum Incremented {
    #[flow_response(error)]
    Declined(DeclinedIncrement),
    Held(Increment),
}

/// More that is held.
#[derive(Deserialize, FlowResponse)]
#[flow_response(IncrementalAuthorization)]
#[flow_response(no_id = "the number in it is the action's, not the payment's")]
#[flow_response(no_amount = "whether it is what was added or all that is held, is not said")]
struct Increment {
    #[flow_response(processor_reference_id)]
    action_id: Box<str>,
    #[flow_response(status)]
    status: Wire<IncrementWord>,
}

#[derive(Debug, Clone, Copy, PartialEq, WireStatus)]
#[wire_status(AttemptStatus, rename_all = "Title Case")]
#[wire_status(no_failure = "what was held before is held still: the order is declined, not the payment")]
enum IncrementWord {
    #[wire_status(Authorized)]
    Authorized,
    #[wire_status(none)] // see `DeclinedIncrement`
    Declined,
}

#[derive(Deserialize)]
struct DeclinedIncrement {
    #[serde(rename = "status")]
    _status: DeclinedWord,
    response_code: Box<str>,
    response_summary: Option<Box<str>>,
}

/// The one status of an order that was declined.
#[derive(Deserialize)]
enum DeclinedWord {
    Declined,
}

impl ErrorResponse for DeclinedIncrement {
    fn class(&self, _: StatusCode) -> ErrorClass {
        ErrorClass::Declined
    }

    fn into_error(self) -> ProcessorError {
        ProcessorError::new(Some(&self.response_code), self.response_summary.as_deref())
    }
}

/// An order to refund that was taken: the refund is this action of the payment.
#[derive(Deserialize, FlowResponse)]
#[flow_response(Refund, status = Pending)]
#[flow_response(no_amount = "the order is repeated by the payment's actions, not by the answer")]
struct AcceptedRefund {
    #[flow_response(connector_refund_id)]
    action_id: RefundId,
    #[flow_response(connector_response_reference_id)]
    reference: Option<Box<str>>,
}

#[derive(Deserialize)]
struct Links {
    redirect: Option<Link>,
}

#[derive(Deserialize)]
struct Link {
    href: Box<str>,
}

pub(super) fn redirect<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<RedirectForm>, D::Error> {
    let links = Option::<Links>::deserialize(deserializer)?;
    Ok(links.and_then(|links| links.redirect).map(|link| RedirectForm::get(link.href)))
}

/// What it is paid with. <https://api-reference.checkout.com/#operation/requestAPaymentOrPayout>
#[derive(Serialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub(super) enum Source<'a> {
    Card {
        number: Exposed<'a>,
        expiry_month: u8,
        expiry_year: u16,
        #[serde(skip_serializing_if = "Option::is_none")]
        name: Option<Exposed<'a>>,
        #[serde(skip_serializing_if = "Option::is_none")]
        cvv: Option<Exposed<'a>>,
    },
    /// An instrument that Checkout.com keeps (`src_…`).
    Id { id: Exposed<'a> },
    /// A token of the customer's device (`tok_…`), for one payment.
    Token { token: Exposed<'a> },
}

impl<'a> FromSource<'a, PaymentMethodData> for Source<'a> {
    fn from_source(method: &'a PaymentMethodData) -> Result<Self, Unfit> {
        match method {
            PaymentMethodData::Card(card) => Ok(card.into()),
            PaymentMethodData::StoredToken(stored) => {
                let token = Exposed::from(&stored.token);
                let is_for_once = stored.token.expose().starts_with("tok_");
                Ok(if is_for_once { Self::Token { token } } else { Self::Id { id: token } })
            }
            _ => Err(Unfit::Refused("is a way to pay that this connector does not take")),
        }
    }
}

impl<'a> From<&'a Card> for Source<'a> {
    fn from(card: &'a Card) -> Self {
        Self::Card {
            number: (&card.number).into(),
            expiry_month: card.expiry.month_number(),
            expiry_year: card.expiry.year_number(),
            name: Exposed::of(&card.holder_name),
            cvv: Exposed::of(&card.security_code),
        }
    }
}

/// `capture`: at once, or on an order. Without a time for it there is no third way.
#[derive(Serialize)]
#[serde(transparent)]
pub(super) struct CaptureNow(bool);

impl FromSource<'_, CaptureMethod> for CaptureNow {
    fn from_source(method: &CaptureMethod) -> Result<Self, Unfit> {
        match method {
            CaptureMethod::Scheduled => {
                Err(Unfit::Refused("needs a time, which this connector is not told"))
            }
            method => Ok(Self(method.is_automatic())),
        }
    }
}

/// `3ds`.
#[derive(Serialize)]
struct ThreeDs {
    enabled: bool,
}

impl FromSource<'_, AuthenticationType> for ThreeDs {
    fn from_source(wanted: &AuthenticationType) -> Result<Self, Unfit> {
        Ok(Self { enabled: *wanted == AuthenticationType::ThreeDs })
    }
}
