//! Cybersource, Payments REST API with HTTP signatures. Reference:
//! <https://developer.cybersource.com/api-reference-assets/index.html> (read 2026-11), and Cybersource's
//! Swagger description of 2020-02.

mod authenticated;
mod authorize;
mod error;
mod found;
mod kept;
mod payer;
mod processing;
mod search;
mod transaction;
mod webhook;

use connector_core::prelude::*;
use connector_core::signature::{HttpSignature, base64_key, digest, http_date};
use connector_core::{NetworkTransactionId, Occasion};
use http::{HeaderValue, Method};
use serde::Deserializer;

use error::CybersourceError;
use transaction::Transaction;

/// Cybersource.
///
/// Each order is a transaction of its own: the payment's id is that of its authorization, and of what
/// became of that its record tells nothing later. What was captured, the capture's record tells. What is
/// held is reversed, what was captured is voided, until it goes to the bank with the next batch.
///
/// 3-D Secure comes before the payment, and the payment says what it found out (`authentication_data`), in words of
/// the card's network, which the card has to name. By Cybersource it takes three steps: PreAuthenticate, whose form
/// the browser sends in a frame; Authenticate, which may send the customer to their bank; and after that
/// PostAuthenticate. So no payment waits for it.
///
/// The secret of webhooks is the digital signature key, in Base64: the key management service makes it
/// (`POST /kms/egress/v2/keys-sym`) and shows it once.
#[derive(Debug, Clone, Copy, Connector)]
#[connector(
    name = "cybersource",
    base_url = "https://api.cybersource.com",
    test_base_url = "https://apitest.cybersource.com",
    auth = CybersourceAuth,
    error = CybersourceError,
    headers("Accept" = "application/hal+json;charset=utf-8"), // the one form that is described
    lacks(
        DSync = "chargebacks are told of in reports of a span of time, and never one by its id",
        Accept = "disputes are answered at the bank that pays the merchant",
        SubmitEvidence = "evidence is handed in at the bank that pays the merchant",
        DefendDispute = "disputes are answered at the bank that pays the merchant",
        CreateOrder = "a payment names the merchant's order itself; none is announced",
        PaymentMethodToken = "what can be paid with is a payment instrument, which SetupMandate makes",
        ServerAuthenticationToken = "each request is signed with a shared secret, which is exchanged for nothing",
        VerifyWebhookSource = "webhooks are signed, and the signature is checked here",
    ),
)]
pub struct Cybersource;

/// A merchant and a shared secret of theirs.
/// <https://developer.cybersource.com/docs/cybs/en-us/platform/developer/all/rest/rest-getting-started/restgs-http-message-intro.html>
#[derive(Debug, Auth)]
#[auth(scheme = "HTTP signature", authorize = sign)]
pub struct CybersourceAuth {
    /// The merchant's id: Business Center, top right.
    #[auth(header = "v-c-merchant-id")]
    merchant_id: MerchantAccount,
    /// The key's id: Business Center, Payment Configuration, Key Management, REST – Shared Secret.
    key_id: Secret,
    /// The shared secret, in base64, which is shown once, when the key is made.
    shared_secret: Secret,
}

const OF_A_QUESTION: HttpSignature = HttpSignature {
    covered: &["host", "date", "request-target", "v-c-merchant-id"],
    target: "request-target",
};

const OF_AN_ORDER: HttpSignature = HttpSignature {
    covered: &["host", "date", "request-target", "digest", "v-c-merchant-id"],
    target: "request-target",
};

fn sign(
    auth: &CybersourceAuth,
    request: &mut http::Request<bytes::Bytes>,
    occasion: &Occasion<'_>,
) -> Result<(), BuildError> {
    request.headers_mut().insert("date", http_date(occasion.time()?)?);
    let signature = if matches!(*request.method(), Method::GET | Method::DELETE) {
        OF_A_QUESTION
    } else {
        let digest = HeaderValue::from_str(&digest(request.body()));
        let digest = digest.map_err(|_| BuildError::Header { name: "digest" })?;
        request.headers_mut().insert("digest", digest);
        OF_AN_ORDER
    };
    let key = base64_key("shared_secret", &auth.shared_secret)?;
    let signed = signature.hmac_sha256(request, ("key_id", auth.key_id.expose()), &key)?;
    request.headers_mut().insert("signature", signed);
    Ok(())
}

/// Retrieve a transaction: the capture's where that is known, else the authorization's.
/// <https://developer.cybersource.com/api-reference-assets/index.html#transaction-details>
#[derive(ConnectorFlow)]
#[connector_flow(
    connector = Cybersource,
    flow_name = PSync,
    http_method = Get,
    url = transaction_url,
    response = Transaction,
)]
struct PSyncRequest<'a> {
    #[connector_flow(read_by = transaction_url, from = request.connector_transaction_id)]
    payment_id: &'a PaymentId,
    #[connector_flow(read_by = transaction_url, from = request.connector_capture_id)]
    capture_id: Option<&'a CaptureId>,
}

fn transaction_url(request: &PSyncRequest<'_>) -> Result<RequestUrl, BuildError> {
    let url = RequestUrl::new("/tss/v2/transactions/")?;
    match request.capture_id {
        Some(capture) => url.value("connector_capture_id", capture),
        None => url.value("connector_transaction_id", request.payment_id),
    }
}

/// Capture a payment, or a part of it; what is not taken then is released.
/// <https://developer.cybersource.com/api-reference-assets/index.html#payments_capture>
#[derive(ConnectorFlow)]
#[connector_flow(
    connector = Cybersource,
    flow_name = Capture,
    http_method = Post,
    url = "/pts/v2/payments/{payment_id}/captures",
    no_idempotency = "Cybersource takes no key; together, captures never take more than is held, but a part that is ordered twice is taken twice",
    response = CaptureObject,
)]
#[serde(rename_all = "camelCase")]
struct CaptureRequest<'a> {
    #[connector_flow(from = request.connector_transaction_id)]
    payment_id: &'a PaymentId,
    #[connector_flow(from = resource_common_data.connector_request_reference_id, within = "clientReferenceInformation", max_len = 50)]
    code: Option<&'a MerchantReference>,
    #[connector_flow(from = request, takes(amount_to_capture, amount), within = "orderInformation")]
    amount_details: authorize::ToCapture,
}

/// Reverse an authorization.
/// <https://developer.cybersource.com/api-reference-assets/index.html#payments_reversal>
#[derive(ConnectorFlow)]
#[connector_flow(
    connector = Cybersource,
    flow_name = Void,
    http_method = Post,
    url = "/pts/v2/payments/{payment_id}/reversals",
    no_idempotency = "Cybersource takes no key; an authorization is reversed once",
    response = Reversal,
)]
#[serde(rename_all = "camelCase")]
struct VoidRequest<'a> {
    #[connector_flow(from = request.connector_transaction_id)]
    payment_id: &'a PaymentId,
    #[connector_flow(from = resource_common_data.connector_request_reference_id, within = "clientReferenceInformation", max_len = 50)]
    code: Option<&'a MerchantReference>,
    #[connector_flow(from = request.amount, within = "reversalInformation")]
    amount_details: Amount, // all of it: to be told what is held is asked for
}

/// Void a capture, before it is settled.
/// <https://developer.cybersource.com/api-reference-assets/index.html#payments_void_void-a-capture>
#[derive(ConnectorFlow)]
#[connector_flow(
    connector = Cybersource,
    flow_name = VoidPC,
    http_method = Post,
    url = "/pts/v2/captures/{capture_id}/voids",
    no_idempotency = "Cybersource takes no key; a capture is voided once",
    response = VoidedCapture,
)]
struct VoidPCRequest<'a> {
    #[connector_flow(from = request.connector_capture_id)]
    capture_id: &'a CaptureId,
    #[connector_flow(from = resource_common_data.connector_request_reference_id, within = "clientReferenceInformation", max_len = 50)]
    code: Option<&'a MerchantReference>,
}

/// Refund a capture, or a payment that was taken at once.
/// <https://developer.cybersource.com/api-reference-assets/index.html#payments_refund>
#[derive(ConnectorFlow)]
#[connector_flow(
    connector = Cybersource,
    flow_name = Refund,
    http_method = Post,
    url = refund_url,
    no_idempotency = "Cybersource takes no key; refunds together never exceed what was captured, but a part that is ordered twice is given back twice",
    response = RefundObject,
)]
#[serde(rename_all = "camelCase")]
struct RefundRequest<'a> {
    #[connector_flow(read_by = refund_url, from = request.connector_transaction_id)]
    payment_id: &'a PaymentId,
    #[connector_flow(read_by = refund_url, from = request.connector_capture_id)]
    capture_id: Option<&'a CaptureId>,
    #[connector_flow(from = resource_common_data.connector_request_reference_id, within = "clientReferenceInformation", max_len = 50)]
    code: Option<&'a MerchantReference>,
    #[connector_flow(from = request.refund_amount, within = "orderInformation")]
    amount_details: Amount,
}

fn refund_url(request: &RefundRequest<'_>) -> Result<RequestUrl, BuildError> {
    let url = match request.capture_id {
        Some(id) => RequestUrl::new("/pts/v2/captures/")?.value("connector_capture_id", id)?,
        None => {
            let url = RequestUrl::new("/pts/v2/payments/")?;
            url.value("connector_transaction_id", request.payment_id)?
        }
    };
    url.literal("/refunds")
}

/// Retrieve the refund's transaction.
/// <https://developer.cybersource.com/api-reference-assets/index.html#transaction-details>
#[derive(ConnectorFlow)]
#[connector_flow(
    connector = Cybersource,
    flow_name = RSync,
    http_method = Get,
    url = "/tss/v2/transactions/{refund_id}",
    response = Transaction,
)]
struct RSyncRequest<'a> {
    #[connector_flow(from = request.connector_refund_id)]
    refund_id: &'a RefundId,
}

money_object! {
    /// An amount, in major units.
    struct Amount { #[serde(rename = "totalAmount")] total: StringMajorUnit, currency: Currency }
}

#[derive(Deserialize, FlowResponse)]
#[serde(rename_all = "camelCase")]
#[flow_response(Capture, no_id = "the id is the capture's, not the payment's")]
struct CaptureObject {
    #[flow_response(connector_capture_id)]
    id: CaptureId,
    #[flow_response(status)]
    status: Wire<CaptureWord>,
    #[flow_response(amount_captured)]
    #[serde(default, deserialize_with = "amount_of_order")]
    order_information: Option<Amount>,
}

/// Every status of a capture that was ordered.
#[derive(Debug, Clone, Copy, PartialEq, WireStatus)]
#[wire_status(AttemptStatus, rename_all = "SCREAMING_SNAKE_CASE")]
enum CaptureWord {
    #[wire_status(CaptureInitiated)] // it goes to the bank with the next batch
    Pending,
}

#[derive(Deserialize, FlowResponse)]
#[flow_response(Void, no_id = "the id is the reversal's, not the payment's")]
struct Reversal {
    #[flow_response(status)]
    status: Wire<ReversalWord>,
}

/// Every status of a reversal.
#[derive(Debug, Clone, Copy, PartialEq, WireStatus)]
#[wire_status(AttemptStatus, rename_all = "SCREAMING_SNAKE_CASE")]
enum ReversalWord {
    #[wire_status(Voided)]
    Reversed,
}

#[derive(Deserialize, FlowResponse)]
#[flow_response(VoidPC, no_id = "the id is the void's, not the payment's")]
struct VoidedCapture {
    #[flow_response(status)]
    status: Wire<VoidWord>,
}

/// Every status of a void.
#[derive(Debug, Clone, Copy, PartialEq, WireStatus)]
#[wire_status(AttemptStatus, rename_all = "SCREAMING_SNAKE_CASE")]
enum VoidWord {
    #[wire_status(VoidedPostCapture)]
    Voided,
}

#[derive(Deserialize, FlowResponse)]
#[serde(rename_all = "camelCase")]
#[flow_response(Refund)]
struct RefundObject {
    #[flow_response(connector_refund_id)]
    id: RefundId,
    #[flow_response(status)]
    status: Wire<RefundWord>,
    #[flow_response(amount)]
    refund_amount_details: Option<RefundedAmount>,
}

money_object! {
    /// What is given back, in major units.
    struct RefundedAmount { #[serde(rename = "refundAmount")] total: StringMajorUnit, currency: Currency }
}

/// Every status of a refund that was ordered.
#[derive(Debug, Clone, Copy, PartialEq, WireStatus)]
#[wire_status(RefundStatus, rename_all = "SCREAMING_SNAKE_CASE", no_success = "a sync tells when it is settled")]
enum RefundWord {
    #[wire_status(Pending)] // it goes to the bank with the next batch
    Pending,
}

/// The amount within an order's information.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct OrderInformation {
    amount_details: Option<AmountDetails>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct AmountDetails {
    total_amount: Option<StringMajorUnit>,
    authorized_amount: Option<StringMajorUnit>, // it can be less than what was asked for
    currency: Option<Currency>,
}

fn amount_of_order<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Amount>, D::Error> {
    let order = Option::<OrderInformation>::deserialize(deserializer)?;
    let details = order.and_then(|order| order.amount_details);
    Ok(details.and_then(|AmountDetails { total_amount, authorized_amount, currency }| {
        Some(Amount { total: authorized_amount.or(total_amount)?, currency: currency? })
    }))
}

/// What the bank's side says.
#[derive(Default, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Network {
    network_transaction_id: Option<Box<str>>,
    /// What the description calls it.
    transaction_id: Option<Box<str>>,
    response_code: Option<Box<str>>,
    merchant_advice: Option<Advice>,
}

#[derive(Deserialize)]
struct Advice {
    code: Option<Box<str>>,
}

impl Network {
    /// The network's id of the transaction; and its codes, beside the reason of what did not succeed.
    fn tell(self, why: Option<Reason>) -> (Option<NetworkTransactionId>, Option<ProcessorError>) {
        let error = why.map(|why| {
            let mut error = ProcessorError::from(why);
            error.network_decline_code = self.response_code;
            error.network_advice_code = self.merchant_advice.and_then(|advice| advice.code);
            error
        });
        let id = self.network_transaction_id.or(self.transaction_id);
        (NetworkTransactionId::told(id), error)
    }
}

/// Why, beside a status that is no success.
#[derive(Debug, Deserialize)]
struct Reason {
    reason: Option<Box<str>>,
    message: Option<Box<str>>,
}

impl From<Reason> for ProcessorError {
    fn from(why: Reason) -> Self {
        ProcessorError::new(why.reason.as_deref(), why.message.as_deref())
    }
}
