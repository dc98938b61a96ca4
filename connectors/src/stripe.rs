//! Stripe, Payment Intents API. Reference: <https://docs.stripe.com/api> (read 2026-11), and Stripe's
//! OpenAPI description of the API version that is pinned below.

mod authorize;
mod dispute;
mod metadata;
mod payment_method;
mod search;
mod setup;
mod transfer;
mod webhook;

use connector_core::prelude::*;
use connector_core::RedirectForm;
use http::StatusCode;
use serde::{Deserializer, Serializer};

/// Stripe. Test and live are told apart by the key, not by the host. The key: Dashboard, Developers, API keys; the
/// secret of webhooks: Dashboard, Developers, Webhooks, the endpoint's signing secret.
///
/// Card numbers are taken of accounts alone to which Stripe permits it
/// (<https://support.stripe.com/questions/enabling-access-to-raw-card-data-apis>, read 2026-11); others send
/// payment methods that were made in the customer's browser. A payment that failed goes back to
/// `requires_payment_method`, with its error beside it: the attempt has failed. Stripe would take another try of the same
/// intent; here that is another attempt, with an intent of its own, and where somebody pays the old one all the same
/// its success is told as a contradiction.
#[derive(Debug, Clone, Copy, Connector)]
#[connector(
    name = "stripe",
    base_url = "https://api.stripe.com",
    auth = BearerAuth,
    error = StripeError,
    headers("Stripe-Version" = "2023-08-16"),
    // <https://docs.stripe.com/currencies#zero-decimal> (read 2026-11): the ariary is there. So is the Ugandan
    // shilling, but like the króna it is among the #special-cases, which are sent with two decimals; it is
    // those that Stripe goes by, whose error says so: woocommerce/woocommerce-gateway-stripe#2674; and 380000
    // was charged as 3,800 shillings: WordPress/wordcamp.org#1320 (both read 2026-11-27).
    decimals(ISK = 2, UGX = 2, MGA = 0),
    precision(BHD = 2, JOD = 2, KWD = 2, OMR = 2, TND = 2), // #three-decimal: the last digit has to be 0
    // What is new can be searched for in less than a minute: <https://docs.stripe.com/search#data-freshness>
    // (read 2026-11-27).
    settles_within = 60,
    // At least: <https://docs.stripe.com/api/idempotent_requests> (read 2026-11-27).
    keys_remembered_for = "24 hours",
    lacks(
        VoidPC = "what was captured is given back by a refund",
        DefendDispute = "evidence goes to the bank with the call that hands it in",
        CreateOrder = "a PaymentIntent is what is announced, and Authorize makes it",
        PreAuthenticate = "the PaymentIntent itself begins the authentication, and says where the customer goes",
        Authenticate = "the PaymentIntent itself asks the issuer, and a sync tells what came of it",
        PostAuthenticate = "when the customer is back, the PaymentIntent goes on by itself; a sync tells how",
        ServerAuthenticationToken = "the secret key goes with each request, and is exchanged for nothing",
        VerifyWebhookSource = "webhooks are signed, and the signature is checked here",
    ),
)]
pub struct Stripe;

/// Retrieve a PaymentIntent. <https://docs.stripe.com/api/payment_intents/retrieve>
#[derive(ConnectorFlow)]
#[connector_flow(
    connector = Stripe,
    flow_name = PSync,
    http_method = Get,
    url = "/v1/payment_intents/{payment_id}?expand[]=latest_charge",
    response = PaymentIntent,
)]
struct PSyncRequest<'a> {
    #[connector_flow(from = request.connector_transaction_id)]
    payment_id: &'a PaymentId,
}

/// Capture a PaymentIntent. <https://docs.stripe.com/api/payment_intents/capture>
#[derive(ConnectorFlow)]
#[connector_flow(
    connector = Stripe,
    flow_name = Capture,
    http_method = Post,
    url = "/v1/payment_intents/{payment_id}/capture",
    body = Form,
    response = PaymentIntent,
)]
struct CaptureRequest<'a> {
    #[connector_flow(from = request.connector_transaction_id)]
    payment_id: &'a PaymentId,
    #[connector_flow(header = "Idempotency-Key", from = request.idempotency_key, max_len = 255)]
    idempotency_key: &'a IdempotencyKey,
    #[connector_flow(from = request.amount_to_capture)]
    amount_to_capture: Option<Counted<MinorUnit, Stripe>>,
}

/// Cancel a PaymentIntent. <https://docs.stripe.com/api/payment_intents/cancel>
#[derive(ConnectorFlow)]
#[connector_flow(
    connector = Stripe,
    flow_name = Void,
    http_method = Post,
    url = "/v1/payment_intents/{payment_id}/cancel",
    response = PaymentIntent,
)]
struct VoidRequest<'a> {
    #[connector_flow(from = request.connector_transaction_id)]
    payment_id: &'a PaymentId,
    #[connector_flow(header = "Idempotency-Key", from = request.idempotency_key, max_len = 255)]
    idempotency_key: &'a IdempotencyKey,
}

/// Create a refund. <https://docs.stripe.com/api/refunds/create>
#[derive(ConnectorFlow)]
#[connector_flow(
    connector = Stripe,
    flow_name = Refund,
    http_method = Post,
    url = "/v1/refunds",
    body = Form,
    response = RefundObject,
)]
struct RefundRequest<'a> {
    #[connector_flow(header = "Idempotency-Key", from = request.idempotency_key, max_len = 255)]
    idempotency_key: &'a IdempotencyKey,
    #[connector_flow(from = request.connector_transaction_id)]
    payment_intent: &'a PaymentId,
    #[connector_flow(from = request.refund_amount)]
    amount: Option<Counted<MinorUnit, Stripe>>,
    #[connector_flow(from = resource_common_data.connector_request_reference_id, max_len = 500)]
    #[serde(rename = "metadata[reference]")]
    reference: Option<&'a MerchantReference>,
}

/// Retrieve a refund. <https://docs.stripe.com/api/refunds/retrieve>
#[derive(ConnectorFlow)]
#[connector_flow(
    connector = Stripe,
    flow_name = RSync,
    http_method = Get,
    url = "/v1/refunds/{refund_id}",
    response = RefundObject,
)]
struct RSyncRequest<'a> {
    #[connector_flow(from = request.connector_refund_id)]
    refund_id: &'a RefundId,
}

#[derive(Deserialize, FlowResponse)]
#[flow_response(Authorize, RepeatPayment, IncrementalAuthorization, Capture, Void)]
#[flow_response(PSync, PSyncByReference, status = intent_status)]
#[flow_response(
    decided_by = "`requires_payment_method` is a failure where there is a `last_payment_error`: an intent goes back \
                  to it when an attempt fails"
)]
struct PaymentIntent {
    #[flow_response(connector_transaction_id)]
    id: PaymentId,
    #[flow_response(status)]
    status: Wire<IntentStatus>,
    #[flow_response(amount)]
    amount: Counted<MinorUnit, Stripe>,
    #[flow_response(amount_captured)]
    amount_received: Option<Counted<MinorUnit, Stripe>>,
    #[flow_response(currency)]
    currency: Currency,
    #[flow_response(connector_response_reference_id)]
    #[serde(rename = "metadata", default, deserialize_with = "reference")]
    reference: Option<Box<str>>,
    #[flow_response(redirect)]
    #[serde(default, deserialize_with = "redirect")]
    next_action: Option<RedirectForm>,
    #[flow_response(error)]
    last_payment_error: Option<ErrorDetail>,
}

/// Every status of a PaymentIntent. <https://docs.stripe.com/payments/paymentintents/lifecycle>
#[derive(Debug, Clone, Copy, PartialEq, WireStatus)]
#[wire_status(AttemptStatus, rename_all = "snake_case")]
enum IntentStatus {
    #[wire_status(PaymentMethodAwaited)] // or Failure: see `intent_status`
    #[wire_status(flow(Capture = none, Void = none, IncrementalAuthorization = none))] // of money that is held
    RequiresPaymentMethod,
    #[wire_status(ConfirmationAwaited)]
    #[wire_status(flow(Capture = none, Void = none, IncrementalAuthorization = none))]
    RequiresConfirmation,
    #[wire_status(AuthenticationPending)]
    #[wire_status(flow(Capture = none, Void = none, IncrementalAuthorization = none))]
    RequiresAction,
    #[wire_status(Pending)]
    Processing,
    #[wire_status(Authorized)]
    RequiresCapture,
    #[wire_status(Voided, flow(Capture = none, IncrementalAuthorization = none))]
    Canceled,
    #[wire_status(Charged)] // or PartialCharged, by the amounts
    Succeeded,
}

fn intent_status(intent: &PaymentIntent) -> Result<StatusReport<AttemptStatus>, Fault> {
    let report = intent.status.report()?;
    let failed = intent.last_payment_error.is_some();
    Ok(match report.status {
        AttemptStatus::PaymentMethodAwaited if failed => report.meaning(AttemptStatus::Failure),
        _ => report,
    })
}

/// What the customer has to do next; where it is no redirect, the status says so and nothing more.
#[derive(Deserialize)]
struct NextAction {
    redirect_to_url: Option<RedirectToUrl>,
}

#[derive(Deserialize)]
struct RedirectToUrl {
    url: Option<Box<str>>,
}

/// Where the customer goes, if the next action is to go somewhere.
fn redirect<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<RedirectForm>, D::Error> {
    let action = Option::<NextAction>::deserialize(deserializer)?;
    Ok(action.and_then(|action| action.redirect_to_url?.url).map(RedirectForm::get))
}

/// What the orders here write into the metadata.
fn reference<'de, D: Deserializer<'de>>(metadata: D) -> Result<Option<Box<str>>, D::Error> {
    #[derive(Deserialize)]
    struct Metadata {
        reference: Option<Box<str>>,
    }
    Ok(Option::<Metadata>::deserialize(metadata)?.and_then(|metadata| metadata.reference))
}

/// Stripe writes currencies in lower case.
fn lowercase<S: Serializer>(currency: &Currency, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(&currency.code().to_ascii_lowercase())
}

#[derive(Deserialize, FlowResponse)]
#[flow_response(Refund, RSync)]
struct RefundObject {
    #[flow_response(connector_refund_id)]
    id: RefundId,
    #[flow_response(status)]
    status: Option<Wire<RefundWord>>, // `null` is documented
    #[flow_response(amount)]
    amount: Counted<MinorUnit, Stripe>,
    #[flow_response(currency)]
    currency: Currency,
    #[flow_response(connector_transaction_id)]
    payment_intent: Option<PaymentId>,
    #[flow_response(connector_response_reference_id)]
    #[serde(rename = "metadata", default, deserialize_with = "reference")]
    reference: Option<Box<str>>,
    #[flow_response(error)]
    failure_reason: Option<FailureReason>,
}

/// Every status of a refund. <https://docs.stripe.com/refunds#refund-statuses>
#[derive(Debug, Clone, Copy, PartialEq, WireStatus)]
#[wire_status(RefundStatus, rename_all = "snake_case")]
enum RefundWord {
    #[wire_status(Pending)]
    Pending,
    #[wire_status(ManualReview)] // the customer has to say where the money goes
    RequiresAction,
    #[wire_status(Success)]
    Succeeded,
    #[wire_status(TransactionFailure)] // the bank sent the money back to the merchant
    Failed,
    #[wire_status(Failure)]
    Canceled,
}

/// Why a refund failed: a word such as `expired_or_canceled_card`.
#[derive(Deserialize)]
#[serde(transparent)]
struct FailureReason(Box<str>);

impl From<FailureReason> for ProcessorError {
    fn from(FailureReason(code): FailureReason) -> Self {
        Self::new(Some(&code), None)
    }
}

/// The body of an HTTP error. <https://docs.stripe.com/api/errors>
#[derive(Deserialize)]
struct StripeError {
    error: ErrorDetail,
}

#[derive(Deserialize)]
struct ErrorDetail {
    r#type: Option<Box<str>>,
    code: Option<Box<str>>,
    message: Option<Box<str>>,
    /// Stripe's own word. <https://docs.stripe.com/declines/codes>
    decline_code: Option<Box<str>>,
    /// The card network's, which Stripe passes on.
    /// <https://docs.stripe.com/changelog/acacia/2024-12-18/network-advice-code-network-decline-code>
    /// (read 2026-11-27)
    network_decline_code: Option<Box<str>>,
    network_advice_code: Option<Box<str>>,
    /// What was refused, in the body of an HTTP error: it is kept, and can be confirmed with another card.
    payment_intent: Option<Intent>,
    setup_intent: Option<Intent>,
}

#[derive(Deserialize)]
struct Intent {
    id: PaymentId,
}

impl StripeError {
    /// A 404 about the path itself: the base URL is wrong, and nothing is said about any payment.
    fn is_about_the_url(&self) -> bool {
        let message = self.error.message.as_deref();
        message.is_some_and(|message| message.starts_with("Unrecognized request URL"))
    }
}

impl ErrorResponse for StripeError {
    fn class(&self, status: StatusCode) -> ErrorClass {
        match (self.error.r#type.as_deref(), self.error.code.as_deref()) {
            (_, Some("resource_missing")) => ErrorClass::NotFound,
            (_, Some("lock_timeout" | "rate_limit")) | (Some("api_error"), _) => ErrorClass::Transient,
            (Some("card_error"), _) => ErrorClass::Declined,
            (Some("invalid_request_error"), _)
                if status == StatusCode::NOT_FOUND && !self.is_about_the_url() =>
            {
                ErrorClass::NotFound
            }
            _ => ErrorClass::of_status(status),
        }
    }

    fn into_error(self) -> ProcessorError {
        self.error.into()
    }
}

impl From<ErrorDetail> for ProcessorError {
    fn from(detail: ErrorDetail) -> Self {
        let mut error = Self::new(detail.code.as_deref(), detail.message.as_deref());
        // Stripe's word for a decline stands in for the network's code where that is not told.
        (error.network_decline_code, error.reason) = match detail.network_decline_code {
            None => (detail.decline_code, detail.r#type),
            code => (code, detail.decline_code.or(detail.r#type)),
        };
        error.network_advice_code = detail.network_advice_code;
        let intent = detail.payment_intent.or(detail.setup_intent);
        error.connector_transaction_id = intent.map(|intent| intent.id);
        error
    }
}
