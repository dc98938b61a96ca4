//! Xendit, Payment Requests and Refunds APIs, as Xendit's own SDKs speak them. Reference:
//! <https://developers.xendit.co/api-reference/payments-api/> and the models of
//! <https://github.com/xendit/xendit-go> (both read 2026-11).

mod authorize;
mod captures;
mod customer;
mod kept;
mod search;
mod webhook;

use connector_core::prelude::*;
use connector_core::RedirectForm;
use http::StatusCode;
use serde::Deserializer;

use captures::CaptureObject;

/// Xendit. Test and live are told apart by the key, not by the host.
///
/// There is a newer API below `/v3`, with payments of its own. It documents no idempotency key, so that
/// an order to pay whose answer is lost could not be repeated there.
///
/// How much of a payment was captured by hand, its captures tell: a sync that names the capture asks for them,
/// and has their words, the last of the table. Of the payment itself it is told then that it succeeded, and
/// not with how much: that is `capture_initiated`.
///
/// The secret of webhooks is the webhook verification token: Dashboard, Settings, Webhooks.
#[derive(Debug, Clone, Copy, Connector)]
#[connector(
    name = "xendit",
    base_url = "https://api.xendit.co",
    auth = XenditAuth,
    error = XenditError,
    lacks(
        VoidPC = "what was captured is given back by a refund",
        Void = "`/payment_requests` has no order to let go of what is held, and what is not captured lapses; the \
            newer `/v3/payment_requests`, which is not spoken here, has one",
        IncrementalAuthorization = "what is held is never raised; another payment is made",
        DSync = "disputes are told of by email and on the dashboard",
        Accept = "disputes are answered on the dashboard",
        SubmitEvidence = "evidence is handed in on the dashboard",
        DefendDispute = "evidence is handed in on the dashboard",
        PaymentMethodToken = "what Xendit keeps of a card is a payment method, which SetupMandate makes",
        CreateOrder = "a payment request is what is announced, and Authorize makes it",
        PreAuthenticate = "the payment request itself begins the authentication, and says where the customer goes",
        Authenticate = "the payment request itself asks the issuer, and a sync tells what came of it",
        PostAuthenticate = "when the customer is back, the payment goes on by itself; a sync tells how",
        ServerAuthenticationToken = "the secret key goes with each request, and is exchanged for nothing",
        VerifyWebhookSource = "a webhook brings the account's token along, which is compared here",
    ),
)]
pub struct Xendit;

/// A secret key, which is the user name of nobody's password.
#[derive(Debug, Auth)]
pub struct XenditAuth {
    /// The secret API key: Dashboard, Settings, API keys: `xnd_development_…` or `xnd_production_…`.
    #[auth(basic_user)]
    api_key: Secret,
}

/// Get payment request by ID.
/// <https://developers.xendit.co/api-reference/payments-api/#get-payment-request-by-id>
#[derive(ConnectorFlow)]
#[connector_flow(
    connector = Xendit,
    flow_name = PSync,
    http_method = Get,
    url = told_by,
    response = Found,
)]
struct PSyncRequest<'a> {
    #[connector_flow(read_by = told_by, from = request.connector_transaction_id)]
    payment_request_id: &'a PaymentId,
    #[connector_flow(read_by = told_by, from = request.connector_capture_id)]
    capture_id: Option<&'a CaptureId>,
}

/// How much was taken by hand, the list of captures tells, and not the payment request.
fn told_by(request: &PSyncRequest<'_>) -> Result<RequestUrl, BuildError> {
    let url = RequestUrl::new("/payment_requests/")?;
    let url = url.value("connector_transaction_id", request.payment_request_id)?;
    if request.capture_id.is_some() { url.literal("/captures") } else { Ok(url) }
}

#[derive(FlowResponse)]
#[flow_response(PSync)]
enum Found {
    Request(PaymentRequest),
    #[flow_response(within = "data", list)]
    Captures(Vec<CaptureObject>),
}

/// Create refund. <https://developers.xendit.co/api-reference/payments-api/#create-refund>
#[derive(ConnectorFlow)]
#[connector_flow(
    connector = Xendit,
    flow_name = Refund,
    http_method = Post,
    url = "/refunds",
    response = RefundObject,
)]
struct RefundRequest<'a> {
    #[connector_flow(header = "idempotency-key", from = request.idempotency_key)]
    idempotency_key: &'a IdempotencyKey,
    #[connector_flow(from = request.connector_transaction_id)]
    payment_request_id: &'a PaymentId,
    #[connector_flow(from = request.refund_amount)]
    amount: Option<FloatMajorUnit>,
    #[connector_flow(from = request.refund_amount)]
    currency: Option<Currency>,
    #[connector_flow(value = "OTHERS")] // Xendit insists on one, and nobody has told it to us
    reason: &'static str,
    #[connector_flow(from = resource_common_data.connector_request_reference_id, max_len = 255)]
    reference_id: Option<&'a MerchantReference>,
}

/// Get refund by ID. <https://developers.xendit.co/api-reference/payments-api/#get-refund-by-id>
#[derive(ConnectorFlow)]
#[connector_flow(
    connector = Xendit,
    flow_name = RSync,
    http_method = Get,
    url = "/refunds/{refund_id}",
    response = RefundObject,
)]
struct RSyncRequest<'a> {
    #[connector_flow(from = request.connector_refund_id)]
    refund_id: &'a RefundId,
}

#[derive(Deserialize, FlowResponse)]
#[flow_response(Authorize, RepeatPayment, PSync, PSyncByReference, status = request_status)]
#[flow_response(
    decided_by = "`SUCCEEDED` is capture_initiated where the `capture_method` is `MANUAL`: all may be taken or a \
                  part, which its captures tell"
)]
struct PaymentRequest {
    #[flow_response(connector_transaction_id)]
    id: PaymentId,
    #[flow_response(status)]
    status: Wire<RequestWord>,
    #[flow_response(amount)]
    amount: Option<FloatMajorUnit>, // not where the customer chooses it
    #[flow_response(currency)]
    currency: Currency,
    capture_method: Option<Box<str>>,
    #[flow_response(connector_response_reference_id)]
    reference_id: Option<Box<str>>,
    #[flow_response(connector_mandate_id)]
    #[serde(default, deserialize_with = "kept")]
    payment_method: Option<MandateId>,
    #[flow_response(redirect)]
    #[serde(default, deserialize_with = "redirect")]
    actions: Option<RedirectForm>,
    #[flow_response(error_code)]
    failure_code: Option<Box<str>>,
}

/// Every status of a payment request: `PaymentRequestStatus` of Xendit's SDK.
#[derive(Debug, Clone, Copy, PartialEq, WireStatus)]
#[wire_status(AttemptStatus, rename_all = "SCREAMING_SNAKE_CASE")]
enum RequestWord {
    #[wire_status(Pending)]
    Pending,
    #[wire_status(AuthenticationPending)] // the customer has to go somewhere, or is there
    RequiresAction,
    #[wire_status(Authorized)]
    AwaitingCapture,
    #[wire_status(Charged)] // or CaptureInitiated: see `request_status`
    Succeeded,
    #[wire_status(Failure)]
    Failed,
    #[wire_status(Voided)]
    Canceled,
    #[wire_status(Voided)]
    Voided,
    #[wire_status(Expired)]
    Expired,
    #[wire_status(Pending)] // Xendit does not know it either
    Unknown,
}

/// What is held is captured once.
fn request_status(request: &PaymentRequest) -> Result<StatusReport<AttemptStatus>, Fault> {
    let report = request.status.report()?;
    let by_hand = request.capture_method.as_deref() == Some("MANUAL");
    Ok(match report.status {
        AttemptStatus::Charged if by_hand => report.meaning(AttemptStatus::CaptureInitiated),
        _ => report,
    })
}

/// The payment method, where later payments can be made with it.
fn kept<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<MandateId>, D::Error> {
    #[derive(Deserialize)]
    struct PaymentMethod {
        id: Option<MandateId>,
        reusability: Option<Box<str>>,
    }
    let method = Option::<PaymentMethod>::deserialize(deserializer)?;
    let method = method.filter(|it| it.reusability.as_deref() == Some("MULTIPLE_USE"));
    Ok(method.and_then(|method| method.id))
}

/// Where the customer goes in a browser. Where it is a code to scan or an app, nothing is told.
fn redirect<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<RedirectForm>, D::Error> {
    #[derive(Deserialize)]
    struct Action {
        url_type: Option<Box<str>>,
        method: Option<Box<str>>,
        url: Option<Box<str>>,
    }
    let actions = Option::<Vec<Action>>::deserialize(deserializer)?.unwrap_or_default();
    let mut pages = actions.into_iter().filter(|action| {
        action.url_type.as_deref() == Some("WEB") && action.method.as_deref() != Some("POST")
    });
    Ok(pages.find_map(|action| action.url).map(RedirectForm::get))
}

/// `Refund`.
#[derive(Deserialize, FlowResponse)]
#[flow_response(Refund, RSync)]
struct RefundObject {
    #[flow_response(connector_refund_id)]
    id: RefundId,
    #[flow_response(status)]
    status: Wire<RefundWord>,
    #[flow_response(amount)]
    amount: FloatMajorUnit,
    #[flow_response(currency)]
    currency: Currency,
    #[flow_response(connector_transaction_id)]
    payment_request_id: Option<PaymentId>, // not of what an invoice was paid with
    #[flow_response(connector_response_reference_id)]
    reference_id: Option<Box<str>>,
    #[flow_response(error_code)]
    failure_code: Option<Box<str>>,
}

/// Every status of a refund. <https://docs.xendit.co/apidocs/refund-payment-request>
#[derive(Debug, Clone, Copy, PartialEq, WireStatus)]
#[wire_status(RefundStatus, rename_all = "SCREAMING_SNAKE_CASE")]
enum RefundWord {
    #[wire_status(Pending)]
    Pending,
    #[wire_status(Success)]
    Succeeded,
    #[wire_status(Failure)]
    Failed,
    #[wire_status(Failure)] // before it was sent
    Cancelled,
}

/// What comes with an HTTP error. <https://developers.xendit.co/api-reference/#errors>
#[derive(Deserialize)]
struct XenditError {
    error_code: Box<str>,
    message: Option<Box<str>>,
}

impl ErrorResponse for XenditError {
    fn class(&self, status: StatusCode) -> ErrorClass {
        match &*self.error_code {
            "DATA_NOT_FOUND" => ErrorClass::NotFound,
            "DUPLICATE_ERROR" | "IDEMPOTENCY_ERROR" => ErrorClass::Duplicate,
            "INVALID_API_KEY" | "REQUEST_FORBIDDEN_ERROR" => ErrorClass::Configuration,
            "RATE_LIMIT_EXCEEDED" | "SERVER_ERROR" | "CHANNEL_UNAVAILABLE" => ErrorClass::Transient,
            _ if status == StatusCode::CONFLICT => ErrorClass::Duplicate,
            _ => ErrorClass::of_status(status),
        }
    }

    fn into_error(self) -> ProcessorError {
        ProcessorError::new(Some(&self.error_code), self.message.as_deref())
    }
}
