//! Adyen, Checkout API v71 and Disputes API v30. Reference: <https://docs.adyen.com/api-explorer>
//! (read 2026-11), and Adyen's OpenAPI descriptions of both.

mod capture;
mod dispute;
mod kept;
mod order_lines;
mod payment;
mod payment_method;
mod shopper;
mod split;
mod webhook;

use connector_core::prelude::*;
use http::StatusCode;

/// Adyen. What is live has a host for each merchant; test and live have keys of their own, too.
///
/// Adyen carries out a payment at once and everything else later: an order to capture, to cancel or to
/// refund is `received`, and what became of it is told by a webhook, never by a query. That of a capture tells that
/// it is done, and how much it took, and not whether that is all of the payment: the payment stays at
/// `capture_initiated`, and what the captures add up to is known by whoever keeps them (`PaymentState`). That what was
/// not captured expired (EXPIRE) ends the payment as `expired`, or with what was taken before, where that is kept.
///
/// The event of an authorisation (AUTHORISATION) says `authorized`, of a payment that is captured by itself, too: how
/// it was ordered to be captured is not in it, and that it was captured, nobody tells then but the answer to the
/// order. A capture that fails afterwards is told (CAPTURE_FAILED).
///
/// A session (CreateOrder) has words of its own for how it went (`completed`, `paymentPending`, …), for whoever has the
/// result that the customer's browser brings. They are never brought up to date, as Adyen says, and tell of no capture:
/// asking for them (`GET /sessions/{id}`) is no PSync, and they are not read here. The events tell the payment.
///
/// The secret of webhooks is the HMAC key, in hexadecimal digits: Customer Area, Developers, Webhooks, the webhook,
/// Security (<https://docs.adyen.com/development-resources/webhooks/secure-webhooks/verify-hmac-signatures>, read
/// 2026-11-27).
#[derive(Debug, Clone, Copy, Connector)]
#[connector(
    name = "adyen",
    base_url = "https://{prefix}-checkout-live.adyenpayments.com/checkout/v71",
    test_base_url = "https://checkout-test.adyen.com/v71",
    base_urls(disputes = "https://ca-live.adyen.com/ca/services/DisputeService/v30"),
    test_base_urls(disputes = "https://ca-test.adyen.com/ca/services/DisputeService/v30"),
    auth = AdyenAuth,
    error = ServiceError,
    // At least: <https://docs.adyen.com/development-resources/api-idempotency> (read 2026-11-27).
    keys_remembered_for = "31 days",
    // <https://docs.adyen.com/development-resources/currency-codes> (read 2026-11)
    decimals(CLP = 2, CVE = 0, IDR = 0, ISK = 2),
    lacks(
        PSync = "Adyen has no query of a payment; what became of it is told in the answer to the \
                 payment, in the one to PostAuthenticate, and by webhooks",
        RSync = "Adyen has no query of a refund; what became of it is told by a webhook, REFUND or \
                 REFUND_FAILED",
        DSync = "Adyen has no query of a dispute; how it goes on is told by webhooks",
        CreateConnectorCustomer = "customers are known by the merchant's own names for them",
        PreAuthenticate = "the payment itself begins the authentication, and its answer says where the customer goes",
        Authenticate = "the payment itself asks the issuer; what the customer brings back, PostAuthenticate hands in",
        ServerAuthenticationToken = "the API key goes with each request, and is exchanged for nothing",
        VerifyWebhookSource = "webhooks are signed, and the signature is checked here",
    ),
)]
pub struct Adyen;

/// The key, and whose account it is for.
#[derive(Debug, Auth)]
pub struct AdyenAuth {
    /// The API key of a web service user: Developers, API credentials, Server settings.
    #[auth(header = "X-API-Key")]
    api_key: Secret,
    /// The name of the merchant account: Settings, Merchant accounts.
    merchant_account: MerchantAccount,
}

money_object! {
    /// `Amount`.
    struct Amount { currency: Currency, value: Counted<MinorUnit, Adyen> }
}

/// Capture an authorised payment.
/// <https://docs.adyen.com/api-explorer/Checkout/71/post/payments/(paymentPspReference)/captures>
#[derive(ConnectorFlow)]
#[connector_flow(
    connector = Adyen,
    flow_name = Capture,
    http_method = Post,
    url = "/payments/{payment_id}/captures",
    response = CaptureTaken,
)]
#[serde(rename_all = "camelCase")]
struct CaptureRequest<'a> {
    #[connector_flow(from = request.connector_transaction_id)]
    payment_id: &'a PaymentId,
    #[connector_flow(header = "Idempotency-Key", from = request.idempotency_key, max_len = 64)]
    idempotency_key: &'a IdempotencyKey,
    #[connector_flow(from = auth.merchant_account)]
    merchant_account: &'a MerchantAccount,
    #[connector_flow(from = request.amount_to_capture)] // Adyen has no word for "all of it"
    amount: Amount,
    #[connector_flow(from = resource_common_data.connector_request_reference_id, max_len = 80)]
    reference: Option<&'a MerchantReference>,
}

/// Cancel an authorised payment.
/// <https://docs.adyen.com/api-explorer/Checkout/71/post/payments/(paymentPspReference)/cancels>
#[derive(ConnectorFlow)]
#[connector_flow(
    connector = Adyen,
    flow_name = Void,
    http_method = Post,
    url = "/payments/{payment_id}/cancels",
    response = Modification,
)]
#[serde(rename_all = "camelCase")]
struct VoidRequest<'a> {
    #[connector_flow(from = request.connector_transaction_id)]
    payment_id: &'a PaymentId,
    #[connector_flow(header = "Idempotency-Key", from = request.idempotency_key, max_len = 64)]
    idempotency_key: &'a IdempotencyKey,
    #[connector_flow(from = auth.merchant_account)]
    merchant_account: &'a MerchantAccount,
    #[connector_flow(from = resource_common_data.connector_request_reference_id, max_len = 80)]
    reference: Option<&'a MerchantReference>,
}

/// Refund or cancel a payment: all of it, whichever of the two is possible.
/// <https://docs.adyen.com/api-explorer/Checkout/71/post/payments/(paymentPspReference)/reversals>
#[derive(ConnectorFlow)]
#[connector_flow(
    connector = Adyen,
    flow_name = VoidPC,
    http_method = Post,
    url = "/payments/{payment_id}/reversals",
    response = Modification,
)]
#[serde(rename_all = "camelCase")]
struct VoidPCRequest<'a> {
    #[connector_flow(from = request.connector_transaction_id)]
    payment_id: &'a PaymentId,
    #[connector_flow(header = "Idempotency-Key", from = request.idempotency_key, max_len = 64)]
    idempotency_key: &'a IdempotencyKey,
    #[connector_flow(from = auth.merchant_account)]
    merchant_account: &'a MerchantAccount,
    #[connector_flow(from = resource_common_data.connector_request_reference_id, max_len = 80)]
    reference: Option<&'a MerchantReference>,
}

/// Update an authorised amount. The payment has to be authorised as a pre-authorisation, which the
/// account's settings say.
/// <https://docs.adyen.com/api-explorer/Checkout/71/post/payments/(paymentPspReference)/amountUpdates>
#[derive(ConnectorFlow)]
#[connector_flow(
    connector = Adyen,
    flow_name = IncrementalAuthorization,
    http_method = Post,
    url = "/payments/{payment_id}/amountUpdates",
    response = Modification,
)]
#[serde(rename_all = "camelCase")]
struct IncrementalAuthorizationRequest<'a> {
    #[connector_flow(from = request.connector_transaction_id)]
    payment_id: &'a PaymentId,
    #[connector_flow(header = "Idempotency-Key", from = request.idempotency_key, max_len = 64)]
    idempotency_key: &'a IdempotencyKey,
    #[connector_flow(from = auth.merchant_account)]
    merchant_account: &'a MerchantAccount,
    #[connector_flow(from = request.total_amount)] // not what is added: what is held in all
    amount: Amount,
    #[connector_flow(from = resource_common_data.connector_request_reference_id, max_len = 80)]
    reference: Option<&'a MerchantReference>,
}

/// Refund a captured payment.
/// <https://docs.adyen.com/api-explorer/Checkout/71/post/payments/(paymentPspReference)/refunds>
#[derive(ConnectorFlow)]
#[connector_flow(
    connector = Adyen,
    flow_name = Refund,
    http_method = Post,
    url = "/payments/{payment_id}/refunds",
    response = Modification,
)]
#[serde(rename_all = "camelCase")]
struct RefundRequest<'a> {
    #[connector_flow(from = request.connector_transaction_id)]
    payment_id: &'a PaymentId,
    #[connector_flow(header = "Idempotency-Key", from = request.idempotency_key, max_len = 64)]
    idempotency_key: &'a IdempotencyKey,
    #[connector_flow(from = auth.merchant_account)]
    merchant_account: &'a MerchantAccount,
    #[connector_flow(from = request.refund_amount)] // as with captures
    amount: Amount,
    #[connector_flow(from = resource_common_data.connector_request_reference_id, max_len = 80)]
    reference: Option<&'a MerchantReference>,
}

/// An order that was taken. It has a number of its own, by which the webhook tells what became of it.
#[derive(Deserialize, FlowResponse)]
#[serde(rename_all = "camelCase")]
#[flow_response(Void, VoidPC, IncrementalAuthorization, Refund)]
struct Modification {
    #[flow_response(connector_transaction_id)]
    payment_psp_reference: PaymentId,
    #[flow_response(Refund(connector_refund_id))]
    #[flow_response(Void(processor_reference_id), VoidPC(processor_reference_id))]
    #[flow_response(IncrementalAuthorization(processor_reference_id))]
    psp_reference: Box<str>,
    #[flow_response(status)]
    status: Wire<ModificationWord>,
    #[flow_response(Refund(amount), IncrementalAuthorization(amount))]
    amount: Option<Amount>,
}

/// The same of a capture. One payment can have several.
#[derive(Deserialize, FlowResponse)]
#[serde(rename_all = "camelCase")]
#[flow_response(Capture, no_amount = "the amount is this capture's alone, and nothing is captured yet")]
struct CaptureTaken {
    #[flow_response(connector_transaction_id)]
    payment_psp_reference: PaymentId,
    #[flow_response(connector_capture_id)]
    psp_reference: CaptureId,
    #[flow_response(status)]
    status: Wire<ModificationWord>,
}

/// The one status of an order. It is taken, and not carried out.
#[derive(Debug, Clone, Copy, PartialEq, WireStatus)]
#[wire_status(AttemptStatus, RefundStatus, rename_all = "lowercase")]
#[wire_status(no_success = "what became of the order is told by a webhook")]
#[wire_status(no_failure = "what became of the order is told by a webhook")]
enum ModificationWord {
    #[wire_status(Pending)]
    #[wire_status(flow(Capture = CaptureInitiated, Void = VoidInitiated, VoidPC = VoidPostCaptureInitiated))]
    Received,
}

/// The body of an HTTP error, of both APIs.
/// <https://docs.adyen.com/development-resources/error-codes>
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct ServiceError {
    error_code: Option<Box<str>>,
    message: Option<Box<str>>,
    error_type: Option<Box<str>>,
    psp_reference: Option<Box<str>>,
}

impl ErrorResponse for ServiceError {
    fn class(&self, status: StatusCode) -> ErrorClass {
        match (self.error_type.as_deref(), self.error_code.as_deref()) {
            // The same order is under way: what comes of it, its first answer tells.
            (_, Some("704")) => ErrorClass::Transient,
            (Some("security" | "configuration"), _) => ErrorClass::Configuration,
            (Some("internal"), _) => ErrorClass::Transient,
            _ => ErrorClass::of_status(status),
        }
    }

    fn into_error(self) -> ProcessorError {
        let mut error = ProcessorError::new(self.error_code.as_deref(), self.message.as_deref());
        error.reason = self.psp_reference.map(|id| format!("pspReference {id}").into());
        error
    }
}
