//! Braintree, GraphQL API. Reference: <https://developer.paypal.com/braintree/graphql/> (read 2026-11), and
//! Braintree's GraphQL schema of 2025-04-29.

mod dispute;
mod kept;
mod orders;
mod reversal;
mod search;
mod transaction;
mod webhook;

use connector_core::prelude::*;
use http::StatusCode;
use serde::Deserializer;

use self::transaction::Transaction;

/// Braintree. An account has a merchant account for each currency, which a payment names in the place of
/// the currency.
///
/// It takes no card numbers in payments: they become tokens first, by `PaymentMethodToken` or in the
/// customer's browser. An answer with HTTP 200 can be an error: then the place of what was asked for is
/// empty, and the reason stands beside it. Customers authenticate in their browser, and the token that is paid
/// with has the result
/// (<https://developer.paypal.com/braintree/docs/guides/3d-secure/applying-3ds-to-transactions-and-verifications>,
/// read 2026-11): no payment waits for 3-D Secure. What is taken is settled in the night: a capture is voided
/// before that, and refunded after it. What is held is raised, or lowered, at merchants that may do so
/// (<https://developer.paypal.com/braintree/articles/control-panel/transactions/managing-authorizations>, read
/// 2026-11-27); a payment that was lowered is told with what it was made of.
///
/// The secret of webhooks is the private key, once more.
#[derive(Debug, Clone, Copy, Connector)]
#[connector(
    name = "braintree",
    base_url = "https://payments.braintree-api.com",
    test_base_url = "https://payments.sandbox.braintree-api.com",
    auth = Keys,
    error = Errors,
    headers("Braintree-Version" = "2019-01-01"),
    lacks(
        CreateOrder = "a payment names the merchant's order itself; none is announced",
        PreAuthenticate = "customers authenticate in their browser, and the token that is paid with knows what came of it",
        Authenticate = "customers authenticate in their browser, and the token that is paid with knows what came of it",
        PostAuthenticate = "the token that is paid with knows what came of it",
        ServerAuthenticationToken = "the keys go with each request, and are exchanged for nothing",
        VerifyWebhookSource = "webhooks are signed, and the signature is checked here",
    ),
)]
pub struct Braintree;

/// A pair of keys, and the account that is paid.
#[derive(Debug, Auth)]
pub struct Keys {
    /// The public key: Control Panel, Settings, API.
    #[auth(basic_user)]
    public_key: Secret,
    /// The private key, beside it.
    #[auth(basic_password)]
    private_key: Secret,
    /// The merchant account that is paid: Control Panel, Business, Merchant Accounts.
    merchant_account_id: MerchantAccount,
    /// The currency of that account, such as `USD`. A payment in another one is not sent, because
    /// Braintree would take the same number of this one.
    merchant_config_currency: Currency,
}

/// Why a transaction or a refund failed, which is told step by step.
macro_rules! reasons {
    () => {
        "reasons: statusHistory { \
            ... on ProcessorDeclinedEvent { processorResponse { legacyCode message } \
                networkResponse { code } merchantAdviceCodeResponse { code } } \
            ... on FailedEvent { processorResponse { legacyCode message } } \
            ... on SettlementDeclinedEvent { processorResponse { legacyCode message } } \
            ... on GatewayRejectedEvent { gatewayRejectionReason } }"
    };
}

/// What is to be told of a transaction.
const TRANSACTION: &str = concat!(
    "fragment Told on Transaction { id status orderId \
        amount: initialRequestedAuthorizationAmount { value currencyCode } now: amount { value currencyCode } \
        captures: statusHistory { status amount { value currencyCode } } \
        parts: partialCaptureDetails { \
            ... on ParentAuthorization { childCaptures { status amount { value currencyCode } } } } ",
    reasons!(),
    " }"
);

/// What is to be told of a refund.
const REFUND: &str = concat!(
    "fragment Told on Refund { id status amount { value currencyCode } refundedTransaction { id } ",
    reasons!(),
    " }"
);

/// Query a transaction.
#[derive(ConnectorFlow)]
#[connector_flow(
    connector = Braintree,
    flow_name = PSync,
    http_method = Post,
    url = "/graphql",
    body = GraphQl,
    document = "query($id: ID!) { payment: node(id: $id) { ...Told } }",
    fragments = TRANSACTION,
    response = Found,
)]
struct PSyncRequest<'a> {
    #[connector_flow(from = request.connector_transaction_id)]
    id: &'a PaymentId,
}

/// Query a refund.
#[derive(ConnectorFlow)]
#[connector_flow(
    connector = Braintree,
    flow_name = RSync,
    http_method = Post,
    url = "/graphql",
    body = GraphQl,
    document = "query($id: ID!) { refund: node(id: $id) { ...Told } }",
    fragments = REFUND,
    response = FoundRefund,
)]
struct RSyncRequest<'a> {
    #[connector_flow(from = request.connector_refund_id)]
    id: &'a RefundId,
}

#[derive(FlowResponse)]
#[flow_response(PSync)]
enum Found {
    #[flow_response(within = "data.payment")]
    Payment(Transaction),
    #[flow_response(error)]
    Errors(Errors),
}

#[derive(FlowResponse)]
#[flow_response(RSync)]
enum FoundRefund {
    #[flow_response(within = "data.refund")]
    Refund(RefundObject),
    #[flow_response(error)]
    Errors(Errors),
}

money_object! {
    /// `MonetaryAmount`.
    struct Amount {
        value: StringMajorUnit,
        #[serde(rename = "currencyCode")]
        currency: Currency,
    }
}

/// `Refund`, as far as it is asked for.
#[derive(Deserialize, FlowResponse)]
#[flow_response(Refund, RSync)]
#[serde(rename_all = "camelCase")]
struct RefundObject {
    #[flow_response(connector_refund_id)]
    id: RefundId,
    #[flow_response(status)]
    status: Wire<PaymentStatus>,
    #[flow_response(amount)]
    amount: Option<Amount>,
    #[flow_response(connector_transaction_id)]
    #[serde(default, deserialize_with = "id_within")]
    refunded_transaction: Option<PaymentId>,
    #[flow_response(error)]
    #[serde(default, deserialize_with = "reason")]
    reasons: Option<ProcessorError>,
}

/// `PaymentStatus`: every status of a transaction or a refund.
/// <https://developer.paypal.com/braintree/docs/reference/general/statuses>
#[derive(Debug, Clone, Copy, PartialEq, WireStatus)]
#[wire_status(AttemptStatus, RefundStatus, rename_all = "SCREAMING_SNAKE_CASE")]
enum PaymentStatus {
    #[wire_status(AttemptStatus = Expired, RefundStatus = none)]
    #[wire_status(flow(VoidPC = none))] // of money that was never taken
    AuthorizationExpired,
    #[wire_status(AttemptStatus = Authorized, RefundStatus = none)]
    #[wire_status(flow(VoidPC = none))]
    Authorized,
    #[wire_status(AttemptStatus = Authorizing, RefundStatus = Pending)]
    // These are of money that is held.
    #[wire_status(flow(Capture = none, Void = none, VoidPC = none))]
    Authorizing,
    #[wire_status(Failure, flow(VoidPC = none, IncrementalAuthorization = none))]
    Failed,
    #[wire_status(Failure)] // by the merchant's own rules, duplicates among them
    #[wire_status(flow(VoidPC = none, IncrementalAuthorization = none))]
    GatewayRejected,
    #[wire_status(Failure, flow(VoidPC = none, IncrementalAuthorization = none))]
    ProcessorDeclined,
    #[wire_status(AttemptStatus = Charged, RefundStatus = Success)]
    Settled,
    // Captured in parts, which are transactions of their own: see `since_then`. Not before an order to capture.
    #[wire_status(AttemptStatus = PartialChargedAndChargeable, RefundStatus = none)]
    #[wire_status(flow(Authorize = none, RepeatPayment = none, IncrementalAuthorization = none))]
    SettlementConfirmed,
    #[wire_status(Failure)] // after it was taken, and rare: nothing is held any more that could be captured again
    #[wire_status(flow(VoidPC = none, IncrementalAuthorization = none))]
    SettlementDeclined,
    #[wire_status(Pending)] // the processor has not said whether it settles it
    SettlementPending,
    #[wire_status(AttemptStatus = Charged, RefundStatus = Pending)]
    Settling,
    #[wire_status(AttemptStatus = Charged, RefundStatus = Pending)]
    SubmittedForSettlement,
    // A voided refund gives nothing back; and of a payment it depends: see `since_then`.
    #[wire_status(AttemptStatus = Voided, RefundStatus = Failure)]
    #[wire_status(flow(Capture = none, VoidPC = VoidedPostCapture, IncrementalAuthorization = none))]
    Voided,
}

/// Why a step of the history was no good one.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Reason {
    processor_response: Option<ProcessorResponse>,
    network_response: Option<NetworkCode>,
    merchant_advice_code_response: Option<NetworkCode>,
    gateway_rejection_reason: Option<Box<str>>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct ProcessorResponse {
    legacy_code: Option<Box<str>>,
    message: Option<Box<str>>,
}

/// What the card's network or its issuer said, in a code.
#[derive(Deserialize)]
struct NetworkCode {
    code: Option<Box<str>>,
}

/// The newest reason. An approval has one, too, and is not asked for it.
fn reason<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<ProcessorError>, D::Error> {
    let reasons = Option::<Vec<Reason>>::deserialize(deserializer)?.unwrap_or_default();
    let error = reasons.into_iter().find_map(|reason| match reason {
        Reason { processor_response: Some(told), network_response, .. } => {
            let code = |told: Option<NetworkCode>| told.and_then(|told| told.code);
            let mut error =
                ProcessorError::new(told.legacy_code.as_deref(), told.message.as_deref());
            error.network_decline_code = code(network_response);
            error.network_advice_code = code(reason.merchant_advice_code_response);
            Some(error)
        }
        Reason { gateway_rejection_reason: Some(code), .. } => {
            Some(ProcessorError::new(Some(&code), None))
        }
        _ => None,
    });
    Ok(error)
}

/// The id of what stands inside.
fn id_within<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<PaymentId>, D::Error> {
    #[derive(Deserialize)]
    struct WithId {
        id: PaymentId,
    }
    Ok(Option::<WithId>::deserialize(deserializer)?.map(|inside| inside.id))
}

/// What stands beside an empty place. <https://developer.paypal.com/braintree/graphql/guides/request_errors>
#[derive(Deserialize)]
struct Errors {
    errors: Vec<GraphQlError>,
}

#[derive(Deserialize)]
struct GraphQlError {
    message: Box<str>,
    extensions: Option<Extensions>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Extensions {
    error_class: Option<Box<str>>,
    legacy_code: Option<Box<str>>,
}

impl ErrorResponse for Errors {
    fn class(&self, status: StatusCode) -> ErrorClass {
        let extensions = self.errors.first().and_then(|error| error.extensions.as_ref());
        match extensions.and_then(|extensions| extensions.error_class.as_deref()) {
            Some("NOT_FOUND") => ErrorClass::NotFound,
            Some("AUTHENTICATION" | "AUTHORIZATION") => ErrorClass::Configuration,
            Some("VALIDATION" | "UNSUPPORTED_CLIENT" | "NOT_IMPLEMENTED") => ErrorClass::Refused,
            // What failed inside may have been carried out all the same.
            Some("INTERNAL" | "RESOURCE_LIMIT" | "SERVICE_AVAILABILITY") => ErrorClass::Transient,
            _ => ErrorClass::of_status(status),
        }
    }

    fn into_error(self) -> ProcessorError {
        let Some(GraphQlError { message, extensions }) = self.errors.into_iter().next() else {
            return ProcessorError::default();
        };
        let (class, code) = extensions
            .map_or((None, None), |extensions| (extensions.error_class, extensions.legacy_code));
        let mut error =
            ProcessorError::new(code.or_else(|| class.clone()).as_deref(), Some(&message));
        error.reason = class;
        error
    }
}
