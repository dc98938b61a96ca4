//! Mollie, Payments API v2. Reference: <https://docs.mollie.com/reference/overview> (read 2026-11), and
//! Mollie's OpenAPI description of 2026-08.

mod authorize;
mod chargeback;
mod metadata;
mod method;
mod recurring;
mod route;
mod webhook;

use connector_core::prelude::*;
use connector_core::{QueryValue, RedirectForm, SyncRequestType};
use http::StatusCode;
use serde::Deserializer;

/// Mollie. Test and live are told apart by the key, not by the host. The key: Developers, API access tokens
/// (<https://help.mollie.com/hc/en-us/articles/360023732273-What-is-an-API-key>, read 2026-11).
///
/// Cards become tokens on Mollie's own page; every other way to pay leads the customer to a page, too. A
/// webhook is a form with an id and nothing else: ask what became of it. Of disputes there are chargebacks
/// alone, which are told of when they are done.
#[derive(Debug, Clone, Copy, Connector)]
#[connector(
    name = "mollie",
    base_url = "https://api.mollie.com",
    auth = BearerAuth, // Dashboard, Developers, API keys: `test_…` or `live_…`
    error = MollieError,
    lacks(
        VoidPC = "what was captured is given back by a refund",
        PaymentMethodToken = "cards become tokens in the customer's browser, by Mollie's own script, whose address is no part of Mollie's API",
        IncrementalAuthorization = "what is held is never raised; another payment is made",
        Accept = "a chargeback is told of when it is done, and cannot be answered over the API",
        SubmitEvidence = "evidence is handed in on the dashboard",
        DefendDispute = "evidence is handed in on the dashboard",
        CreateOrder = "a payment is what the customer goes to pay; it is announced by Authorize",
        PreAuthenticate = "customers authenticate on Mollie's own page, to which the payment leads",
        Authenticate = "customers authenticate on Mollie's own page, to which the payment leads",
        PostAuthenticate = "customers authenticate on Mollie's own page, and the payment goes on by itself",
        ServerAuthenticationToken = "an organization agrees to an access token on a page of Mollie's",
        VerifyWebhookSource = "nothing proves a webhook; what is true of the payment is asked",
    ),
)]
pub struct Mollie;

money_object! {
    /// Every amount of Mollie's, with exactly the decimals of its currency.
    struct Amount { currency: Currency, value: StringMajorUnit }
}

/// Get a payment. <https://docs.mollie.com/reference/get-payment>
#[derive(ConnectorFlow)]
#[connector_flow(
    connector = Mollie,
    flow_name = PSync,
    http_method = Get,
    url = "/v2/payments/{payment_id}",
    response = Payment,
)]
struct PSyncRequest<'a> {
    #[connector_flow(from = request.connector_transaction_id)]
    payment_id: &'a PaymentId,
    #[connector_flow(query, from = request.sync_type)]
    embed: Option<Embedding>,
}

/// Create a capture. <https://docs.mollie.com/reference/create-capture>
#[derive(ConnectorFlow)]
#[connector_flow(
    connector = Mollie,
    flow_name = Capture,
    http_method = Post,
    url = "/v2/payments/{payment_id}/captures",
    response = CaptureObject,
)]
struct CaptureRequest<'a> {
    #[connector_flow(from = request.connector_transaction_id)]
    payment_id: &'a PaymentId,
    #[connector_flow(header = "Idempotency-Key", from = request.idempotency_key)]
    idempotency_key: &'a IdempotencyKey,
    #[connector_flow(from = request.amount_to_capture)]
    amount: Option<Amount>,
}

/// Release what is held and not captured. <https://docs.mollie.com/reference/release-authorization>
/// A payment that nobody has paid yet is cancelled elsewhere, and needs no order: it expires.
#[derive(ConnectorFlow)]
#[connector_flow(
    connector = Mollie,
    flow_name = Void,
    http_method = Post,
    url = "/v2/payments/{payment_id}/release-authorization",
    response = Release,
)]
struct VoidRequest<'a> {
    #[connector_flow(from = request.connector_transaction_id)]
    payment_id: &'a PaymentId,
    #[connector_flow(header = "Idempotency-Key", from = request.idempotency_key)]
    idempotency_key: &'a IdempotencyKey,
}

/// Create a refund. <https://docs.mollie.com/reference/create-refund>
#[derive(ConnectorFlow)]
#[connector_flow(
    connector = Mollie,
    flow_name = Refund,
    http_method = Post,
    url = "/v2/payments/{payment_id}/refunds",
    response = RefundObject,
)]
struct RefundRequest<'a> {
    #[connector_flow(from = request.connector_transaction_id)]
    payment_id: &'a PaymentId,
    #[connector_flow(header = "Idempotency-Key", from = request.idempotency_key)]
    idempotency_key: &'a IdempotencyKey,
    #[connector_flow(from = request.refund_amount)] // there is no word for "all that is left"
    amount: Amount,
    #[connector_flow(value = "Refund")] // customers may read it on their statement
    description: &'a str,
    #[connector_flow(from = resource_common_data.connector_request_reference_id)]
    #[serde(serialize_with = "serde::Serialize::serialize")] // required, and `null` is a value of it
    metadata: Option<&'a MerchantReference>,
}

/// Get a refund. <https://docs.mollie.com/reference/get-refund>
#[derive(ConnectorFlow)]
#[connector_flow(
    connector = Mollie,
    flow_name = RSync,
    http_method = Get,
    url = "/v2/payments/{payment_id}/refunds/{refund_id}",
    response = RefundObject,
)]
struct RSyncRequest<'a> {
    #[connector_flow(from = request.connector_transaction_id)]
    payment_id: &'a PaymentId,
    #[connector_flow(from = request.connector_refund_id)]
    refund_id: &'a RefundId,
}

/// `embed`: the captures, where each is asked about.
struct Embedding;

impl FromSource<'_, SyncRequestType> for Embedding {
    fn from_source(_: &SyncRequestType) -> Result<Self, Unfit> {
        Ok(Self)
    }

    fn from_given(asked: &SyncRequestType) -> Result<Option<Self>, Unfit> {
        Ok((*asked == SyncRequestType::MultipleCaptureSync).then_some(Self))
    }
}

impl QueryValue for Embedding {
    fn each(&self, key: &str, take: &mut dyn FnMut(&str, &str)) {
        take(key, "captures");
    }
}

#[derive(Deserialize, FlowResponse)]
#[serde(rename_all = "camelCase")]
#[flow_response(Authorize, SetupMandate, RepeatPayment, PSync)]
struct Payment {
    #[flow_response(connector_transaction_id)]
    id: PaymentId,
    #[flow_response(status)]
    status: Wire<PaymentWord>,
    #[flow_response(amount)]
    amount: Amount,
    #[flow_response(amount_captured)]
    amount_captured: Option<Amount>, // only of what can be captured by hand
    #[flow_response(connector_mandate_id)]
    mandate_id: Option<MandateId>,
    #[flow_response(redirect)]
    #[serde(rename = "_links", default, deserialize_with = "checkout")]
    links: Option<RedirectForm>,
    #[flow_response(connector_response_reference_id)]
    #[serde(rename = "metadata", default, deserialize_with = "metadata::reference")]
    reference: Option<Box<str>>,
    #[flow_response(error)]
    #[serde(default, deserialize_with = "failure")]
    details: Option<Failure>,
    #[flow_response(PSync(captures))]
    #[serde(rename = "_embedded", default, deserialize_with = "captures")]
    embedded: Option<Vec<CaptureObject>>,
}

/// What is told with a payment where it is asked for.
#[derive(Deserialize)]
struct Embedded {
    captures: Option<Vec<CaptureObject>>,
}

fn captures<'de, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<Option<Vec<CaptureObject>>, D::Error> {
    Ok(Option::<Embedded>::deserialize(deserializer)?.and_then(|embedded| embedded.captures))
}

/// Every status of a payment. <https://docs.mollie.com/docs/handling-payment-status>
#[derive(Debug, Clone, Copy, PartialEq, WireStatus)]
#[wire_status(AttemptStatus, rename_all = "snake_case")]
enum PaymentWord {
    #[wire_status(AuthenticationPending)] // the customer has not been at Mollie's page, or is there
    Open,
    #[wire_status(Pending)] // paid, and a bank has yet to say so
    Pending,
    #[wire_status(Authorized)] // or captured in part, by the amounts
    Authorized,
    #[wire_status(Charged)] // or captured in part, by the amounts
    Paid,
    #[wire_status(Voided)] // by the customer, or the merchant released it
    Canceled,
    #[wire_status(Expired)]
    Expired,
    #[wire_status(Failure)]
    Failed,
}

#[derive(Deserialize)]
struct Links {
    checkout: Option<Link>,
}

#[derive(Deserialize)]
struct Link {
    href: Box<str>,
}

/// Mollie's page on which the customer goes on.
fn checkout<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<RedirectForm>, D::Error> {
    let links = Option::<Links>::deserialize(deserializer)?;
    Ok(links.and_then(|links| links.checkout).map(|link| RedirectForm::get(link.href)))
}

/// Why a card was not charged, among the other details of a payment.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Failure {
    failure_reason: Option<Box<str>>,
    failure_message: Option<Box<str>>,
}

fn failure<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Failure>, D::Error> {
    let details = Option::<Failure>::deserialize(deserializer)?;
    Ok(details.filter(|details| details.failure_reason.is_some()))
}

impl From<Failure> for ProcessorError {
    fn from(failure: Failure) -> Self {
        Self::new(failure.failure_reason.as_deref(), failure.failure_message.as_deref())
    }
}

#[derive(Deserialize, FlowResponse)]
#[serde(rename_all = "camelCase")]
#[flow_response(Capture, PSync)]
struct CaptureObject {
    #[flow_response(connector_transaction_id)]
    payment_id: PaymentId,
    #[flow_response(status)]
    status: Wire<CaptureWord>,
    #[flow_response(amount_captured)]
    amount: Option<Amount>,
    #[flow_response(connector_capture_id)]
    id: CaptureId,
}

/// Every status of a capture. It is one of perhaps several: how much of the payment is taken by them
/// all is the payment's to tell.
#[derive(Debug, Clone, Copy, PartialEq, WireStatus)]
#[wire_status(AttemptStatus, rename_all = "snake_case")]
enum CaptureWord {
    #[wire_status(CaptureInitiated)]
    Pending,
    #[wire_status(CaptureInitiated)] // done, and maybe a part only
    #[wire_status(flow(PSync = Charged))] // where the payment is told of, too
    Succeeded,
    #[wire_status(CaptureFailed)]
    Failed,
}

/// That the order was taken. Whether the bank lets go, and when, is its own affair.
#[derive(Deserialize, FlowResponse)]
#[flow_response(Void, status = VoidInitiated, format = Empty, no_id = "nothing is said at all")]
struct Release;

#[derive(Deserialize, FlowResponse)]
#[serde(rename_all = "camelCase")]
#[flow_response(Refund, RSync)]
struct RefundObject {
    #[flow_response(connector_refund_id)]
    id: RefundId,
    #[flow_response(status)]
    status: Wire<RefundWord>,
    #[flow_response(amount)]
    amount: Amount,
    #[flow_response(connector_transaction_id)]
    payment_id: PaymentId,
    #[flow_response(connector_response_reference_id)]
    #[serde(rename = "metadata", default, deserialize_with = "metadata::whole")]
    reference: Option<Box<str>>,
}

/// Every status of a refund. <https://docs.mollie.com/docs/refunds>
#[derive(Debug, Clone, Copy, PartialEq, WireStatus)]
#[wire_status(RefundStatus, rename_all = "snake_case")]
enum RefundWord {
    #[wire_status(Pending)] // until the balance suffices
    Queued,
    #[wire_status(Pending)] // it goes to the bank with the next batch
    Pending,
    #[wire_status(Pending)]
    Processing,
    #[wire_status(Success)]
    Refunded,
    #[wire_status(TransactionFailure)] // after it was sent: the money is back in the balance
    Failed,
    #[wire_status(Failure)] // before it was sent
    Canceled,
}

/// The body of an HTTP error. <https://docs.mollie.com/reference/error-handling>
#[derive(Deserialize)]
struct MollieError {
    title: Box<str>,
    detail: Box<str>,
    field: Option<Box<str>>,
}

impl ErrorResponse for MollieError {
    fn class(&self, status: StatusCode) -> ErrorClass {
        match status {
            StatusCode::NOT_FOUND => ErrorClass::NotFound,
            status => ErrorClass::of_status(status),
        }
    }

    fn into_error(self) -> ProcessorError {
        let mut error = ProcessorError::new(Some(&self.title), Some(&self.detail));
        error.reason = self.field.map(|field| format!("the field `{field}`").into());
        error
    }
}
