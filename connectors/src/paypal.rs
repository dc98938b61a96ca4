//! PayPal, Orders v2 and Payments v2. Reference: <https://developer.paypal.com/docs/api/orders/v2/>
//! (read 2026-11), and PayPal's OpenAPI descriptions: Orders 2.13, Payments 2.5, Vault 3, Disputes 1, Webhooks 1.

mod authenticated;
mod authorize;
mod dispute;
mod money;
mod order;
mod vault;
mod webhook;
mod words;

use connector_core::prelude::*;
use connector_core::AuthorizationId;
use http::StatusCode;

use money::Amount;
use money::ToldAmount;
use order::{OneCapture, Order};
use words::AuthorizationWord;

/// PayPal.
///
/// A payment is an order. The money is held by an authorization of it and taken by captures, which have
/// ids of their own: Authorize and PSync tell them, Capture and Void want the one, Refund the other.
///
/// Evidence is handed in as a note; documents are not. Nor is a dispute that was lost appealed against here
/// (`/v1/customer/disputes/{id}/appeal`): that is done in the Resolution Center.
///
/// The `webhook_id` of webhooks is the ID of the webhook: Developer Dashboard, Apps & Credentials, the app, Webhooks.
#[derive(Debug, Clone, Copy, Connector)]
#[connector(
    name = "paypal",
    base_url = "https://api-m.paypal.com",
    test_base_url = "https://api-m.sandbox.paypal.com",
    auth = PayPalAuth,
    error = PayPalError,
    // Of an order. What is kept, and what is done to a payment, is remembered otherwise, as the OpenAPI
    // description of each says.
    keys_remembered_for = "6 hours",
    decimals(HUF = 0, TWD = 0), // <https://developer.paypal.com/api/rest/reference/currency-codes/>
    headers("Prefer" = "return=representation"), // of the whole order; without it, its id and status
    lacks(
        VoidPC = "what was captured is given back by a refund",
        PreAuthenticate = "the order itself begins the authentication, and its answer says where the payer goes",
        Authenticate = "the order itself asks the issuer; when the payer is back, PostAuthenticate carries it on",
        DefendDispute = "evidence goes to PayPal with the call that hands it in",
        IncrementalAuthorization = "what is held can be held anew after three days, and is raised before by nothing",
        CreateConnectorCustomer = "PayPal makes a customer with the first card of theirs that is kept",
        PaymentMethodToken = "what PayPal keeps of a card is a payment token, which SetupMandate makes",
    ),
)]
pub struct PayPal;

/// What PayPal gives to a merchant's app. <https://developer.paypal.com/api/rest/authentication/>
#[derive(Debug, Auth)]
#[auth(access_token)]
pub struct PayPalAuth {
    /// The client ID of the app: Developer Dashboard, Apps & Credentials.
    #[auth(basic_user)]
    client_id: Secret,
    /// The secret of the app, from the same page.
    #[auth(basic_password)]
    client_secret: Secret,
}

/// Get an access token. <https://developer.paypal.com/api/rest/authentication/>
#[derive(ConnectorFlow)]
#[connector_flow(
    connector = PayPal,
    flow_name = ServerAuthenticationToken,
    http_method = Post,
    url = "/v1/oauth2/token",
    body = Form,
    response = AccessToken,
    error = TokenError,
)]
struct AccessTokenRequest {
    #[connector_flow(value = "client_credentials")]
    grant_type: &'static str,
}

#[derive(Deserialize, FlowResponse)]
#[flow_response(ServerAuthenticationToken, status = Created)]
struct AccessToken {
    #[flow_response(access_token)]
    access_token: Secret,
    #[flow_response(expires_in)]
    expires_in: u64,
}

/// Show order details. <https://developer.paypal.com/docs/api/orders/v2/#orders_get>
#[derive(ConnectorFlow)]
#[connector_flow(
    connector = PayPal,
    flow_name = PSync,
    http_method = Get,
    url = "/v2/checkout/orders/{order_id}",
    response = Order,
)]
struct PSyncRequest<'a> {
    #[connector_flow(from = request.connector_transaction_id)]
    order_id: &'a PaymentId,
}

/// Capture an authorized payment.
/// <https://developer.paypal.com/docs/api/payments/v2/#authorizations_capture>
#[derive(ConnectorFlow)]
#[connector_flow(
    connector = PayPal,
    flow_name = Capture,
    http_method = Post,
    url = "/v2/payments/authorizations/{authorization_id}/capture",
    keys_remembered_for = "45 days",
    ignores(connector_transaction_id = "what is captured is the authorization, which has an id of its own"),
    response = OneCapture,
)]
struct CaptureRequest<'a> {
    #[connector_flow(from = resource_common_data.connector_authorization_id)]
    authorization_id: &'a AuthorizationId,
    #[connector_flow(header = "PayPal-Request-Id", from = request.idempotency_key)]
    idempotency_key: &'a IdempotencyKey,
    #[connector_flow(from = request.amount_to_capture)]
    amount: Option<Amount>,
    #[connector_flow(from = request.capture_method)]
    final_capture: Last,
}

/// Void an authorized payment.
/// <https://developer.paypal.com/docs/api/payments/v2/#authorizations_void>
#[derive(ConnectorFlow)]
#[connector_flow(
    connector = PayPal,
    flow_name = Void,
    http_method = Post,
    url = "/v2/payments/authorizations/{authorization_id}/void",
    no_idempotency = "PayPal takes no key here: what is voided is not voided again",
    ignores(connector_transaction_id = "what is voided is the authorization, which has an id of its own"),
    response = VoidReply,
)]
struct VoidRequest<'a> {
    #[connector_flow(from = resource_common_data.connector_authorization_id)]
    authorization_id: &'a AuthorizationId,
}

/// Refund a captured payment. <https://developer.paypal.com/docs/api/payments/v2/#captures_refund>
#[derive(ConnectorFlow)]
#[connector_flow(
    connector = PayPal,
    flow_name = Refund,
    http_method = Post,
    url = "/v2/payments/captures/{capture_id}/refund",
    keys_remembered_for = "45 days",
    response = RefundObject,
)]
struct RefundRequest<'a> {
    #[connector_flow(from = request.connector_capture_id)]
    capture_id: &'a CaptureId,
    #[connector_flow(header = "PayPal-Request-Id", from = request.idempotency_key)]
    idempotency_key: &'a IdempotencyKey,
    #[connector_flow(from = request.refund_amount)]
    amount: Option<Amount>,
    #[connector_flow(from = resource_common_data.connector_request_reference_id, max_len = 127)]
    custom_id: Option<&'a MerchantReference>,
}

/// Show refund details. <https://developer.paypal.com/docs/api/payments/v2/#refunds_get>
#[derive(ConnectorFlow)]
#[connector_flow(
    connector = PayPal,
    flow_name = RSync,
    http_method = Get,
    url = "/v2/payments/refunds/{refund_id}",
    response = RefundObject,
)]
struct RSyncRequest<'a> {
    #[connector_flow(from = request.connector_refund_id)]
    refund_id: &'a RefundId,
}

/// `final_capture`: what is not taken then is released, unless more captures are to come.
#[derive(serde::Serialize)]
#[serde(transparent)]
struct Last(bool);

impl FromSource<'_, Option<CaptureMethod>> for Last {
    fn from_source(method: &Option<CaptureMethod>) -> Result<Self, Unfit> {
        Ok(Self(*method != Some(CaptureMethod::ManualMultiple)))
    }
}

/// The authorization, or nothing at all (204).
#[derive(FlowResponse)]
#[flow_response(Void)]
enum VoidReply {
    Authorization(VoidedAuthorization),
    Nothing(Voided),
}

#[derive(Deserialize, FlowResponse)]
#[flow_response(Void)]
struct VoidedAuthorization {
    #[flow_response(status)]
    status: Wire<AuthorizationWord>,
    #[flow_response(connector_transaction_id)]
    #[serde(rename = "supplementary_data", default, deserialize_with = "order::related_order")]
    order: Option<PaymentId>,
}

#[derive(Deserialize, FlowResponse)]
#[flow_response(Void, status = Voided, format = Empty)]
#[flow_response(no_id = "there is no body")]
struct Voided;

#[derive(Deserialize, FlowResponse)]
#[flow_response(Refund, RSync)]
struct RefundObject {
    #[flow_response(connector_refund_id)]
    id: RefundId,
    #[flow_response(status)]
    status: Wire<RefundWord>,
    #[flow_response(amount)]
    amount: Option<ToldAmount>,
    #[flow_response(connector_response_reference_id)]
    custom_id: Option<Box<str>>,
}

/// Every status of a refund. <https://developer.paypal.com/docs/api/payments/v2/#refunds_get>
#[derive(Debug, Clone, Copy, PartialEq, WireStatus)]
#[wire_status(RefundStatus, rename_all = "SCREAMING_SNAKE_CASE")]
enum RefundWord {
    #[wire_status(Failure)]
    Cancelled,
    #[wire_status(Failure)]
    Failed,
    #[wire_status(Pending)]
    Pending,
    #[wire_status(Success)]
    Completed,
}

/// The body of an HTTP error. <https://developer.paypal.com/api/rest/responses/>
#[derive(Deserialize)]
struct PayPalError {
    name: Option<Box<str>>,
    message: Option<Box<str>>,
    debug_id: Option<Box<str>>,
    #[serde(default)]
    details: Vec<Detail>,
}

#[derive(Deserialize)]
struct Detail {
    issue: Option<Box<str>>,
    description: Option<Box<str>>,
}

/// Issues that are a bank's, a network's or PayPal's risk rules' no to this payment, and no mistake of
/// the request. <https://developer.paypal.com/api/rest/reference/orders/v2/errors/>
const DECLINED: &[&str] = &[
    "CARD_CLOSED",
    "CARD_EXPIRED",
    "COMPLIANCE_VIOLATION",
    "DECLINED_DUE_TO_RELATED_TXN",
    "INSTRUMENT_DECLINED",
    "MAX_NUMBER_OF_PAYMENT_ATTEMPTS_EXCEEDED",
    "PAYEE_BLOCKED_TRANSACTION",
    "PAYER_ACCOUNT_LOCKED_OR_CLOSED",
    "PAYER_ACCOUNT_RESTRICTED",
    "PAYER_CANNOT_PAY",
    "PAYMENT_DENIED",
    "REDIRECT_PAYER_FOR_ALTERNATE_FUNDING",
    "TRANSACTION_BLOCKED_BY_PAYEE",
    "TRANSACTION_LIMIT_EXCEEDED",
    "TRANSACTION_RECEIVING_LIMIT_EXCEEDED",
    "TRANSACTION_REFUSED",
];

impl PayPalError {
    fn issue(&self) -> Option<&str> {
        self.details.iter().find_map(|detail| detail.issue.as_deref())
    }
}

impl ErrorResponse for PayPalError {
    fn class(&self, status: StatusCode) -> ErrorClass {
        match (self.name.as_deref(), self.issue()) {
            (_, Some(issue)) if DECLINED.contains(&issue) => ErrorClass::Declined,
            (Some("RESOURCE_NOT_FOUND"), _) => ErrorClass::NotFound,
            (Some("INTERNAL_SERVER_ERROR" | "INTERNAL_SERVICE_ERROR"), _) => ErrorClass::Transient,
            _ => ErrorClass::of_status(status),
        }
    }

    fn into_error(self) -> ProcessorError {
        let code = self.issue().or(self.name.as_deref());
        let detail = self.details.iter().find_map(|detail| detail.description.as_deref());
        let mut error = ProcessorError::new(code, detail.or(self.message.as_deref()));
        error.reason = self.debug_id.map(|id| format!("debug id {id}").into());
        error
    }
}

/// The body of an error of OAuth's (RFC 6749, section 5.2).
#[derive(Deserialize)]
struct TokenError {
    error: Box<str>,
    error_description: Option<Box<str>>,
}

impl ErrorResponse for TokenError {
    fn class(&self, _: StatusCode) -> ErrorClass {
        ErrorClass::Configuration
    }

    fn into_error(self) -> ProcessorError {
        ProcessorError::new(Some(&self.error), self.error_description.as_deref())
    }
}
