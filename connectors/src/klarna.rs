//! Klarna, Payments API v1 and Order Management API v1. Reference: <https://docs.klarna.com/api>
//! (read 2026-11), and Klarna's OpenAPI descriptions of both.

mod order;
mod session;
mod token;
mod told;
mod webhook;

use connector_core::prelude::*;
use http::StatusCode;

use self::told::Order;

/// Klarna in Europe. Merchants of North America and Oceania name their host in `base_url`:
/// `https://api-na.klarna.com`, `https://api-oc.klarna.com`, and the same below `playground.klarna.com`.
///
/// The customer agrees in Klarna's own widget, which is opened with the token of a session (CreateOrder), and
/// gives the merchant an authorization token, for an hour and for one order: it is the stored token that a
/// payment is made with. A customer token can be made of it in an order's place, for later payments without
/// the customer (SetupMandate, then RepeatPayment).
///
/// An authorization token, which knows no key, is good for one order.
///
/// An order is voided before any of it is captured. After that, Klarna lets go of the rest by another order
/// (`release-remaining-authorization`), which is not given here: a void is refused then, and the rest lapses.
///
/// An order is `AUTHORIZED` although its check for fraud is under way, or rejects it: then that word is told, and
/// what it means, `PENDING` or `REJECTED`.
#[derive(Debug, Clone, Copy, Connector)]
#[connector(
    name = "klarna",
    base_url = "https://api.klarna.com",
    test_base_url = "https://api.playground.klarna.com",
    auth = KlarnaAuth,
    error = KlarnaError,
    // <https://docs.klarna.com/klarna-network-distribution/setup-your-integration/integration-resilience/idempotency>
    // (read 2026-11-27).
    keys_remembered_for = "24 hours",
    lacks(
        VoidPC = "what was captured is given back by a refund",
        CreateConnectorCustomer = "customers tell Klarna themselves who they are; nobody announces them",
        PaymentMethodToken = "the widget gives the token, when the customer agrees",
        PreAuthenticate = "there is no card of the customer's to be authenticated; they agree in Klarna's widget",
        Authenticate = "there is no card of the customer's to be authenticated; they agree in Klarna's widget",
        PostAuthenticate = "the customer agrees in the widget, before there is an order",
        ServerAuthenticationToken = "the credentials go with each request, and are exchanged for nothing",
        // <https://docs.klarna.com/api/disputes-api/disputes-api_2.0.0/> (read 2026-11)
        DSync = "disputes are told of by another API, to which these credentials give no access (OAuth)",
        Accept = "disputes are answered at another API, to which these credentials give no access (OAuth)",
        SubmitEvidence = "disputes are answered at another API, to which these credentials give no access (OAuth)",
        DefendDispute = "disputes are answered at another API, to which these credentials give no access (OAuth)",
        VerifyWebhookSource = "Klarna cannot be asked whether it sent one, but what is true of the order",
    ),
)]
pub struct Klarna;

/// A pair of API credentials, of one region and one environment.
#[derive(Debug, Auth)]
pub struct KlarnaAuth {
    /// The user name: Merchant portal, Settings, Klarna API keys.
    #[auth(basic_user)]
    username: Secret,
    /// The password, which is shown once, when the pair is made.
    #[auth(basic_password)]
    password: Secret,
}

/// Get an order. <https://docs.klarna.com/api/ordermanagement/#operation/getOrder>
#[derive(ConnectorFlow)]
#[connector_flow(
    connector = Klarna,
    flow_name = PSync,
    http_method = Get,
    url = "/ordermanagement/v1/orders/{order_id}",
    response = Order,
)]
struct PSyncRequest<'a> {
    #[connector_flow(from = request.connector_transaction_id)]
    order_id: &'a PaymentId,
}

/// Create a capture. <https://docs.klarna.com/api/ordermanagement/#operation/captureOrder>
#[derive(ConnectorFlow)]
#[connector_flow(
    connector = Klarna,
    flow_name = Capture,
    http_method = Post,
    url = "/ordermanagement/v1/orders/{order_id}/captures",
    response = CreatedCapture,
)]
struct CaptureRequest<'a> {
    #[connector_flow(from = request.connector_transaction_id)]
    order_id: &'a PaymentId,
    #[connector_flow(header = "Klarna-Idempotency-Key", from = request.idempotency_key)]
    idempotency_key: &'a IdempotencyKey,
    #[connector_flow(from = request.amount_to_capture)] // Klarna has no word for "all of it"
    captured_amount: MinorUnit,
    #[connector_flow(from = resource_common_data.connector_request_reference_id, max_len = 255)]
    reference: Option<&'a MerchantReference>,
}

/// Cancel an order of which nothing is captured.
/// <https://docs.klarna.com/api/ordermanagement/#operation/cancelOrder>
#[derive(ConnectorFlow)]
#[connector_flow(
    connector = Klarna,
    flow_name = Void,
    http_method = Post,
    url = "/ordermanagement/v1/orders/{order_id}/cancel",
    response = CancelledOrder,
)]
struct VoidRequest<'a> {
    #[connector_flow(from = request.connector_transaction_id)]
    order_id: &'a PaymentId,
    #[connector_flow(header = "Klarna-Idempotency-Key", from = request.idempotency_key)]
    idempotency_key: &'a IdempotencyKey,
}

/// Set a new amount of an order. Klarna decides anew whether it takes the risk.
/// <https://docs.klarna.com/api/ordermanagement/#operation/updateAuthorization>
#[derive(ConnectorFlow)]
#[connector_flow(
    connector = Klarna,
    flow_name = IncrementalAuthorization,
    http_method = Patch,
    url = "/ordermanagement/v1/orders/{order_id}/authorization",
    response = UpdatedAuthorization,
)]
struct IncrementalAuthorizationRequest<'a> {
    #[connector_flow(from = request.connector_transaction_id)]
    order_id: &'a PaymentId,
    #[connector_flow(header = "Klarna-Idempotency-Key", from = request.idempotency_key)]
    idempotency_key: &'a IdempotencyKey,
    #[connector_flow(from = request.total_amount)]
    order_amount: MinorUnit,
    #[connector_flow(from = request.reason, max_len = 255)]
    description: Option<&'a str>,
}

/// Create a refund. <https://docs.klarna.com/api/ordermanagement/#operation/refundOrder>
#[derive(ConnectorFlow)]
#[connector_flow(
    connector = Klarna,
    flow_name = Refund,
    http_method = Post,
    url = "/ordermanagement/v1/orders/{order_id}/refunds",
    response = CreatedRefund,
)]
struct RefundRequest<'a> {
    #[connector_flow(from = request.connector_transaction_id)]
    order_id: &'a PaymentId,
    #[connector_flow(header = "Klarna-Idempotency-Key", from = request.idempotency_key)]
    idempotency_key: &'a IdempotencyKey,
    #[connector_flow(from = request.refund_amount)] // as with captures
    refunded_amount: MinorUnit,
    #[connector_flow(from = resource_common_data.connector_request_reference_id, max_len = 255)]
    reference: Option<&'a MerchantReference>,
}

/// Get a refund. <https://docs.klarna.com/api/ordermanagement/#operation/getRefund>
#[derive(ConnectorFlow)]
#[connector_flow(
    connector = Klarna,
    flow_name = RSync,
    http_method = Get,
    url = "/ordermanagement/v1/orders/{order_id}/refunds/{refund_id}",
    response = RefundOfOrder,
)]
struct RSyncRequest<'a> {
    #[connector_flow(from = request.connector_transaction_id)]
    order_id: &'a PaymentId,
    #[connector_flow(from = request.connector_refund_id)]
    refund_id: &'a RefundId,
}

/// Every status of an order. What is given back is the refund's status, not the order's.
/// <https://docs.klarna.com/api/ordermanagement/#operation/getOrder>
#[derive(Debug, Clone, Copy, PartialEq, WireStatus)]
#[wire_status(AttemptStatus, rename_all = "SCREAMING_SNAKE_CASE")]
enum OrderStatus {
    #[wire_status(Authorized)] // or what its check for fraud says: see `order_status`
    Authorized,
    #[wire_status(PartialChargedAndChargeable)]
    PartCaptured,
    #[wire_status(Charged)]
    Captured,
    #[wire_status(Voided)]
    Cancelled,
    #[wire_status(Expired)]
    Expired,
    #[wire_status(Charged)] // no more is captured: all, a part, or nothing of it; the amounts tell
    Closed,
}

/// Whether Klarna takes the risk. <https://docs.klarna.com/api/payments/#operation/createOrder>
#[derive(Debug, Clone, Copy, PartialEq, WireStatus)]
#[wire_status(AttemptStatus, rename_all = "SCREAMING_SNAKE_CASE")]
enum FraudStatus {
    #[wire_status(Authorized, automatic = Charged)] // captured with it
    Accepted,
    #[wire_status(Pending)] // somebody looks at it; nothing can be captured yet
    Pending,
    #[wire_status(Failure)]
    Rejected,
}

/// A capture was created: 201, and its id in a header. Nothing else is said of it; whether all is taken
/// now, the order tells.
#[derive(Deserialize, FlowResponse)]
#[flow_response(Capture, status = CaptureInitiated, format = Headers)]
#[flow_response(no_id = "the id in the headers is the capture's, not the order's")]
#[flow_response(no_amount = "the headers tell no amount")]
struct CreatedCapture {
    #[serde(rename = "capture-id")]
    #[flow_response(connector_capture_id)]
    capture_id: CaptureId,
}

/// 204, and nothing else.
#[derive(Deserialize, FlowResponse)]
#[flow_response(Void, status = Voided, format = Empty)]
#[flow_response(no_id = "there is no body")]
struct CancelledOrder;

/// 204, and nothing else.
#[derive(Deserialize, FlowResponse)]
#[flow_response(IncrementalAuthorization, status = Authorized, format = Empty)]
#[flow_response(no_id = "there is no body", no_amount = "there is no body")]
struct UpdatedAuthorization;

/// A refund was created, as a capture is.
#[derive(Deserialize, FlowResponse)]
#[flow_response(Refund, status = Success, format = Headers)]
#[flow_response(no_amount = "the headers tell no amount")]
struct CreatedRefund {
    #[serde(rename = "refund-id")]
    #[flow_response(connector_refund_id)]
    refund_id: RefundId,
}

/// Its amount is in the order's currency.
#[derive(Deserialize, FlowResponse)]
#[flow_response(RSync, status = Success, currency = asked)]
#[flow_response(no_failure = "a refund has no status: it is there, or it is not")]
struct RefundOfOrder {
    #[flow_response(connector_refund_id)]
    refund_id: RefundId,
    #[flow_response(amount)]
    refunded_amount: MinorUnit,
}

/// The body of an HTTP error. <https://docs.klarna.com/api/errors>
#[derive(Deserialize)]
struct KlarnaError {
    error_code: Option<Box<str>>,
    #[serde(default)]
    error_messages: Vec<Box<str>>,
    correlation_id: Option<Box<str>>,
}

impl ErrorResponse for KlarnaError {
    fn class(&self, status: StatusCode) -> ErrorClass {
        match self.error_code.as_deref() {
            Some(
                "NO_SUCH_ORDER" | "NO_SUCH_CAPTURE" | "NO_SUCH_REFUND" | "NOT_FOUND"
                | "TOKEN_NOT_FOUND",
            ) => ErrorClass::NotFound,
            // 403, and neither about the key nor about its rights.
            Some(
                "CAPTURE_NOT_ALLOWED" | "REFUND_NOT_ALLOWED" | "CANCEL_NOT_ALLOWED" | "NOT_ALLOWED",
            ) => ErrorClass::Refused,
            _ => ErrorClass::of_status(status),
        }
    }

    fn into_error(self) -> ProcessorError {
        let messages = self.error_messages.join("; ");
        let message = Some(messages.as_str()).filter(|messages| !messages.is_empty());
        let mut error = ProcessorError::new(self.error_code.as_deref(), message);
        error.reason = self.correlation_id.map(|id| format!("correlation {id}").into());
        error
    }
}
