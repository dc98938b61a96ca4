//! Klarna, Payments API v1 and Order Management API v1. Reference: <https://docs.klarna.com/api>
//! (read 2026-11), and Klarna's OpenAPI descriptions of both.

mod order;
mod session;
mod token;
mod webhook;

use connector_core::prelude::*;
use connector_core::{
    Accept, Authenticate, CaptureId, CreateConnectorCustomer, DSync, DefendDispute,
    IncrementalAuthorization, MerchantReference, PaymentMethodToken, PostAuthenticate,
    PreAuthenticate, ServerAuthenticationToken, SubmitEvidence, VerifyWebhookSource, VoidPC,
};
use http::StatusCode;

/// Klarna in Europe. Merchants of North America and Oceania name their host in `base_url`:
/// `https://api-na.klarna.com`, `https://api-oc.klarna.com`, and the same below `playground.klarna.com`.
///
/// The customer agrees in Klarna's own widget, which is opened with the token of a session (CreateOrder), and
/// gives the merchant an authorization token, for an hour and for one order: it is the stored token that a
/// payment is made with. A customer token can be made of it in an order's place, for later payments without
/// the customer (SetupMandate, then RepeatPayment).
///
/// A key is remembered for a day
/// (<https://docs.klarna.com/klarna-network-distribution/setup-your-integration/integration-resilience/idempotency>,
/// read 2026-11-27); an authorization token, which knows no key, is good for one order.
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

#[derive(Deserialize, FlowResponse)]
#[serde(from = "OrderBody")]
#[flow_response(PSync, status = order_status)]
struct Order {
    #[flow_response(connector_transaction_id)]
    order_id: PaymentId,
    #[flow_response(status)]
    status: Wire<OrderStatus>,
    fraud_status: Option<Wire<FraudStatus>>,
    #[flow_response(amount)]
    order_amount: MinorUnit,
    #[flow_response(amount_captured)]
    captured_amount: Option<MinorUnit>,
    #[flow_response(currency)]
    purchase_currency: Currency,
    #[flow_response(connector_response_reference_id)]
    klarna_reference: Option<Box<str>>,
    #[flow_response(captures)]
    captures: Vec<CaptureOfOrder>,
}

/// A capture has no status: it is there, or it is not.
#[derive(Deserialize, FlowResponse)]
#[flow_response(PSync, status = Charged)]
struct CaptureOfOrder {
    #[flow_response(connector_capture_id)]
    capture_id: CaptureId,
    #[flow_response(amount_captured)]
    captured_amount: MinorUnit,
    #[flow_response(currency)]
    #[serde(skip)] // the order's
    purchase_currency: Option<Currency>,
    #[flow_response(connector_response_reference_id)]
    reference: Option<Box<str>>,
}

/// The wire's order: the currency stands in it once, for all its captures.
#[derive(Deserialize)]
struct OrderBody {
    order_id: PaymentId,
    status: Wire<OrderStatus>,
    fraud_status: Option<Wire<FraudStatus>>,
    order_amount: MinorUnit,
    captured_amount: Option<MinorUnit>,
    purchase_currency: Currency,
    klarna_reference: Option<Box<str>>,
    #[serde(default)]
    captures: Vec<CaptureOfOrder>,
}

impl From<OrderBody> for Order {
    fn from(body: OrderBody) -> Self {
        let purchase_currency = Some(body.purchase_currency);
        let of_order = |capture| CaptureOfOrder { purchase_currency, ..capture };
        Self {
            order_id: body.order_id,
            status: body.status,
            fraud_status: body.fraud_status,
            order_amount: body.order_amount,
            captured_amount: body.captured_amount,
            purchase_currency: body.purchase_currency,
            klarna_reference: body.klarna_reference,
            captures: body.captures.into_iter().map(of_order).collect(),
        }
    }
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

/// An order is authorized while its check for fraud is still under way, or has rejected it; and closed whether
/// anything was captured or not.
fn order_status(order: &Order) -> Result<StatusReport<AttemptStatus>, Fault> {
    let report = order.status.report()?;
    let fraud = order.fraud_status.as_ref().map(Wire::<FraudStatus>::report).transpose()?;
    let captured = order.captured_amount.is_some_and(|amount| amount.get() > 0);
    let decides = |fraud: &StatusReport<AttemptStatus>| {
        matches!(fraud.status, AttemptStatus::Pending | AttemptStatus::Failure)
    };
    Ok(match report.status {
        // The word that decides is told.
        AttemptStatus::Authorized => fraud.filter(decides).unwrap_or(report),
        AttemptStatus::Charged if !captured => report.meaning(AttemptStatus::Voided),
        _ => report,
    })
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

/// A refund has no status: it is there, or it is not. Its amount is in the order's currency.
#[derive(Deserialize, FlowResponse)]
#[flow_response(RSync, status = Success, currency = asked)]
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

#[cfg(test)]
mod tests {
    use connector_core::{Connection, CredentialFields, PSync, PaymentsSyncData};

    use super::*;

    /// The currency stands in the order alone.
    #[test]
    fn each_capture_is_told_in_the_orders_currency() {
        let credentials = br#"{"username": "u", "password": "p"}"#;
        let credentials = CredentialFields::from_json(credentials).unwrap();
        let klarna = Connection::<Klarna>::new(credentials).unwrap();
        let asked = RouterData::<PSync>::new(PaymentsSyncData::new(PaymentId::new("o-1").unwrap()));
        let body: &[u8] = br#"{"order_id": "o-1", "status": "PART_CAPTURED", "order_amount": 1000,
            "captured_amount": 550, "purchase_currency": "SEK", "captures": [
                {"capture_id": "c-1", "captured_amount": 300, "reference": "first"},
                {"capture_id": "c-2", "captured_amount": 250}]}"#;
        let outcome = klarna.handle_response(&asked, http::Response::new(body.into()));
        let Outcome::Status(told) = outcome else { panic!("{outcome:?}") };
        assert_eq!(told.status.status, AttemptStatus::PartialChargedAndChargeable);
        let captures = told.captures.iter().map(|capture| {
            let id = capture.connector_capture_id.as_ref().unwrap();
            let amount = capture.amount.unwrap().to_string();
            (id.as_str(), amount, capture.connector_response_reference_id.as_deref())
        });
        let captures: Vec<_> = captures.collect();
        assert_eq!(
            captures,
            [("c-1", "3.00 SEK".to_owned(), Some("first")), ("c-2", "2.50 SEK".to_owned(), None)],
        );
    }
}
