//! Square, Payments, Refunds, Customers, Cards and Disputes APIs. Reference:
//! <https://developer.squareup.com/reference/square> (read 2026-11), and Square's OpenAPI description of
//! the version that is pinned below.

mod authorize;
mod dispute;
mod kept;
mod order;
mod webhook;

use connector_core::prelude::*;
use http::{HeaderMap, StatusCode};
use serde::Deserializer;

/// Square.
///
/// Cards become tokens in the customer's browser, and customers authenticate there, before there is a
/// token. So no payment waits for 3-D Secure.
///
/// A payment is in the currency of the seller's country, and of 0.01, or of 1 yen, at least
/// (<https://developer.squareup.com/docs/payment-minimums>); amounts are counted as ISO 4217 says
/// (<https://developer.squareup.com/docs/build-basics/working-with-monetary-amounts>). What is held is
/// captured within seven days, and as a whole
/// (<https://developer.squareup.com/docs/payments-api/take-payments/card-payments/delayed-capture>). A payment
/// is refunded within a year, and at most twenty times
/// (<https://developer.squareup.com/docs/payments-api/refund-payments>; all read 2026-11-26).
///
/// Evidence is handed in as texts; files (`/v2/disputes/{dispute_id}/evidence-files`) are not.
///
/// The secret of webhooks is the signature key of the subscription, and `webhook_url` its address, as it stands
/// there: Developer Console, the application, Webhooks, Subscriptions
/// (<https://developer.squareup.com/docs/webhooks/step2subscribe>, read 2026-11-27).
#[derive(Debug, Clone, Copy, Connector)]
#[connector(
    name = "square",
    base_url = "https://connect.squareup.com",
    test_base_url = "https://connect.squareupsandbox.com",
    auth = SquareAuth,
    error = SquareError,
    headers("Square-Version" = "2025-08-20"),
    lacks(
        VoidPC = "what is completed is given back by a refund",
        PreAuthenticate = "customers authenticate in their browser, before there is a token of the card",
        Authenticate = "customers authenticate in their browser, before there is a token of the card",
        PostAuthenticate = "customers authenticate in their browser, before there is a token of the card",
        ServerAuthenticationToken = "a seller agrees to an access token on a page of Square's",
        VerifyWebhookSource = "webhooks are signed, and the signature is checked here",
    ),
)]
pub struct Square;

/// An access token, and at which of the seller's locations it is used.
#[derive(Debug, Auth)]
pub struct SquareAuth {
    /// The access token: Developer Console, the application, Credentials.
    #[auth(bearer)]
    access_token: Secret,
    /// The id of the location that is paid, which has to be in the payments' currency: Developer Console,
    /// the application, Locations. Without it, it is the seller's main one.
    location_id: Option<MerchantAccount>,
}

money_object! {
    /// `Money`.
    struct Amount { amount: MinorUnit, currency: Currency }
}

/// Get a payment. <https://developer.squareup.com/reference/square/payments-api/get-payment>
#[derive(ConnectorFlow)]
#[connector_flow(
    connector = Square,
    flow_name = PSync,
    http_method = Get,
    url = "/v2/payments/{payment_id}",
    response = Paid,
)]
struct PSyncRequest<'a> {
    #[connector_flow(from = request.connector_transaction_id)]
    payment_id: &'a PaymentId,
}

/// Complete a payment. <https://developer.squareup.com/reference/square/payments-api/complete-payment>
/// All that is held is taken, whatever was wanted. To take a part, lower what is held to it first, by an
/// IncrementalAuthorization of less.
#[derive(ConnectorFlow)]
#[connector_flow(
    connector = Square,
    flow_name = Capture,
    http_method = Post,
    url = "/v2/payments/{payment_id}/complete",
    headers = if_it_is_the_whole,
    no_idempotency = "a payment is completed once; a second order of it is refused",
    response = Paid,
)]
struct CaptureRequest<'a> {
    #[connector_flow(from = request.connector_transaction_id)]
    payment_id: &'a PaymentId,
    #[connector_flow(read_by = if_it_is_the_whole, from = request.amount_to_capture)]
    #[serde(skip_serializing)] // the body has to be there, and says nothing
    wanted: Option<Money>,
    #[connector_flow(read_by = if_it_is_the_whole, from = request.amount)]
    held: Option<Money>,
}

/// Adds nothing to the request, and stops it where a part would be meant.
fn if_it_is_the_whole(capture: &CaptureRequest<'_>) -> Result<HeaderMap, BuildError> {
    if capture.wanted.is_none() || capture.wanted == capture.held {
        return Ok(HeaderMap::new());
    }
    let problem = match capture.held {
        Some(_) => "is not what is held, and Square captures all of it: lower what is held first",
        None => "may be a part, and Square captures all: leave it out, or say what is held, `amount`",
    };
    Err(BuildError::invalid("request.amount_to_capture", problem))
}

/// Cancel a payment. <https://developer.squareup.com/reference/square/payments-api/cancel-payment>
#[derive(ConnectorFlow)]
#[connector_flow(
    connector = Square,
    flow_name = Void,
    http_method = Post,
    url = "/v2/payments/{payment_id}/cancel",
    no_idempotency = "a payment is cancelled once; a second order of it is refused",
    response = Paid,
)]
struct VoidRequest<'a> {
    #[connector_flow(from = request.connector_transaction_id)]
    payment_id: &'a PaymentId,
}

/// Refund a payment. <https://developer.squareup.com/reference/square/refunds-api/refund-payment>
#[derive(ConnectorFlow)]
#[connector_flow(
    connector = Square,
    flow_name = Refund,
    http_method = Post,
    url = "/v2/refunds",
    response = Refunded,
)]
struct RefundRequest<'a> {
    #[connector_flow(from = request.idempotency_key, max_len = 45)]
    idempotency_key: &'a IdempotencyKey,
    #[connector_flow(from = request.connector_transaction_id)]
    payment_id: &'a PaymentId,
    #[connector_flow(from = request.refund_amount)] // there is no word for "all that is left"
    amount_money: Amount,
}

/// Get a refund. <https://developer.squareup.com/reference/square/refunds-api/get-payment-refund>
#[derive(ConnectorFlow)]
#[connector_flow(
    connector = Square,
    flow_name = RSync,
    http_method = Get,
    url = "/v2/refunds/{refund_id}",
    response = Refunded,
)]
struct RSyncRequest<'a> {
    #[connector_flow(from = request.connector_refund_id)]
    refund_id: &'a RefundId,
}

#[derive(FlowResponse)]
#[flow_response(Authorize, RepeatPayment, IncrementalAuthorization, PSync, Capture, Void)]
enum Paid {
    #[flow_response(within = "payment")]
    Payment(Payment),
    #[flow_response(error)]
    Errors(SquareError),
}

/// `Payment`. A tip is not part of its amount.
#[derive(Deserialize, FlowResponse)]
#[flow_response(Authorize, RepeatPayment, IncrementalAuthorization, PSync, Capture, Void)]
struct Payment {
    #[flow_response(connector_transaction_id)]
    id: PaymentId,
    #[flow_response(status)]
    status: Wire<PaymentWord>,
    #[flow_response(Authorize(amount), RepeatPayment(amount), IncrementalAuthorization(amount))]
    #[flow_response(PSync(amount), Capture(amount_captured))] // all of it, or the word means nothing
    amount_money: Amount,
    #[flow_response(connector_response_reference_id)]
    reference_id: Option<Box<str>>,
    #[flow_response(error)]
    #[serde(default, deserialize_with = "failure")]
    card_details: Option<Trouble>,
}

/// Every status of a payment. What is given back is the refund's status, not the payment's.
/// <https://developer.squareup.com/reference/square/objects/Payment>
#[derive(Debug, Clone, Copy, PartialEq, WireStatus)]
#[wire_status(AttemptStatus, rename_all = "SCREAMING_SNAKE_CASE")]
enum PaymentWord {
    #[wire_status(Authorized, flow(Capture = none))] // whatever the capture method: nothing is taken yet
    Approved,
    #[wire_status(Pending, flow(Capture = none))] // a bank account is debited
    Pending,
    #[wire_status(Charged)]
    Completed,
    #[wire_status(Voided, flow(Capture = none, IncrementalAuthorization = none))] // or left for too long
    Canceled,
    #[wire_status(Failure, flow(IncrementalAuthorization = none))] // what was held then stays held
    Failed,
}

/// Why a card was not charged, among the other details of it.
fn failure<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Trouble>, D::Error> {
    #[derive(Deserialize)]
    struct CardDetails {
        errors: Option<Vec<Trouble>>,
    }
    let details = Option::<CardDetails>::deserialize(deserializer)?;
    Ok(details.and_then(|details| details.errors?.into_iter().next()))
}

#[derive(FlowResponse)]
#[flow_response(Refund, RSync)]
enum Refunded {
    #[flow_response(within = "refund")]
    Refund(RefundObject),
    #[flow_response(error)]
    Errors(SquareError),
}

/// `PaymentRefund`.
#[derive(Deserialize, FlowResponse)]
#[flow_response(Refund, RSync)]
struct RefundObject {
    #[flow_response(connector_refund_id)]
    id: RefundId,
    #[flow_response(status)]
    status: Option<Wire<RefundWord>>, // `null` is documented
    #[flow_response(amount)]
    amount_money: Amount,
    #[flow_response(connector_transaction_id)]
    payment_id: Option<PaymentId>, // of all but the refunds of nothing, which are not ordered here
}

/// Every status of a refund. <https://developer.squareup.com/reference/square/objects/PaymentRefund>
#[derive(Debug, Clone, Copy, PartialEq, WireStatus)]
#[wire_status(RefundStatus, rename_all = "SCREAMING_SNAKE_CASE")]
enum RefundWord {
    #[wire_status(Pending)]
    Pending,
    #[wire_status(Success)]
    Completed,
    #[wire_status(Failure)] // Square did not approve of it
    Rejected,
    #[wire_status(Failure)]
    Failed,
}

/// What comes with an HTTP error. <https://developer.squareup.com/docs/build-basics/handling-errors>
#[derive(Deserialize)]
struct SquareError {
    errors: Vec<Trouble>,
}

/// `Error`.
#[derive(Deserialize)]
struct Trouble {
    category: Box<str>,
    code: Box<str>,
    detail: Option<Box<str>>,
    field: Option<Box<str>>,
}

impl ErrorResponse for SquareError {
    fn class(&self, status: StatusCode) -> ErrorClass {
        let Some(Trouble { category, code, .. }) = self.errors.first() else {
            return ErrorClass::of_status(status);
        };
        match (&**category, &**code) {
            (_, "NOT_FOUND") => ErrorClass::NotFound,
            // A token is good once: whoever used it may have paid with it.
            (_, "IDEMPOTENCY_KEY_REUSED" | "CONFLICT" | "CARD_TOKEN_USED" | "SOURCE_USED") => {
                ErrorClass::Duplicate
            }
            // Of a payment that has come too far: what became of it, the payment tells.
            (_, code) if code.starts_with("DELAYED_TRANSACTION_") => ErrorClass::Refused,
            ("PAYMENT_METHOD_ERROR", _) | (_, "REFUND_DECLINED") => ErrorClass::Declined,
            ("AUTHENTICATION_ERROR" | "MERCHANT_SUBSCRIPTION_ERROR", _) => ErrorClass::Configuration,
            ("RATE_LIMIT_ERROR" | "API_ERROR", _) => ErrorClass::Transient,
            _ => ErrorClass::of_status(status),
        }
    }

    fn into_error(self) -> ProcessorError {
        self.errors.into_iter().next().map(Into::into).unwrap_or_default()
    }
}

impl From<Trouble> for ProcessorError {
    fn from(trouble: Trouble) -> Self {
        let mut error = Self::new(Some(&trouble.code), trouble.detail.as_deref());
        error.reason = trouble.field.map(|field| format!("the field `{field}`").into());
        error
    }
}
