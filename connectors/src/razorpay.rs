//! Razorpay, Payments API with cards on the merchant's server. Reference:
//! <https://razorpay.com/docs/api/> (read 2026-11), and the bodies in the documents of Razorpay's own SDK.

mod dispute;
mod kept;
mod orders;
mod search;
mod webhook;

use connector_core::prelude::*;
use connector_core::PaymentsCaptureData;
use http::StatusCode;

/// Razorpay. Test and live are told apart by the key, not by the host.
///
/// A payment is made of an order, which is created first and paid once. Card numbers are taken of merchants
/// alone to whom Razorpay permits it. Nobody voids a payment: what is not captured in time is given back by
/// itself, `refunded` with `captured: false` beside it, which is `auto_refunded`; and what is captured is captured as
/// a whole. A key of a refund has ten characters at least
/// (<https://razorpay.com/docs/api/refunds/normal-refunds-idempotent>, read 2026-11). A dispute is contested with one
/// document at least, which is uploaded on the dashboard; the text beside it can be handed in here.
///
/// A payment that no bank answered for is `failed` after ten minutes (`payment_timed_out`), and Razorpay asks the
/// bank for days: it can be `authorized` after all
/// (<https://razorpay.com/docs/payments/payments/late-authorisation/>, read 2026-11-27). Where no yes comes it stays
/// `failed`, with the same reason as that of a customer who went away, so it is told as a failure; a late yes is a
/// contradiction then (`Applied::is_contradiction`), which somebody has to look at: capture it, or let Razorpay give it
/// back. So keep listening for `payment.authorized`.
///
/// The secret of webhooks is the one that the webhook was made with: Account & Settings, Webhooks.
#[derive(Debug, Clone, Copy, Connector)]
#[connector(
    name = "razorpay",
    base_url = "https://api.razorpay.com",
    auth = Keys,
    error = RazorpayError,
    // The last digit has to be 0: <https://razorpay.com/docs/api/orders/entity> (read 2026-11-27).
    precision(BHD = 2, IQD = 2, JOD = 2, KWD = 2, LYD = 2, OMR = 2, TND = 2),
    lacks(
        Void = "nobody lets go of it: what is not captured in time, Razorpay gives back by itself",
        VoidPC = "a captured payment is refunded, on the same day too",
        IncrementalAuthorization = "a payment is captured for the amount that it was authorized for",
        // <https://razorpay.com/docs/payments/payment-gateway/s2s-integration/recurring-payments/cards> (read 2026-11)
        SetupMandate = "a token is made by a first payment, on Razorpay's checkout or of a registration link, where the customer agrees; none is begun here, and RepeatPayment takes the token",
        PaymentMethodToken = "a token is made by a first payment, where the customer agrees; no card is kept without one",
        PreAuthenticate = "the payment itself begins the authentication, and its answer says where the customer goes",
        Authenticate = "the payment itself asks the issuer, and a sync tells what came of it",
        PostAuthenticate = "when the customer is back, the payment goes on by itself; a sync tells how",
        ServerAuthenticationToken = "a merchant agrees to an access token on a page of Razorpay's",
        VerifyWebhookSource = "webhooks are signed, and the signature is checked here",
    ),
)]
pub struct Razorpay;

/// A pair of keys.
#[derive(Debug, Auth)]
pub struct Keys {
    /// The key id, `rzp_test_…` or `rzp_live_…`: Account & Settings, API Keys.
    #[auth(basic_user)]
    key_id: Secret,
    /// The key secret, which is shown once, when the key is generated.
    #[auth(basic_password)]
    key_secret: Secret,
}

/// Fetch a payment. <https://razorpay.com/docs/api/payments/fetch-with-id>
#[derive(ConnectorFlow)]
#[connector_flow(
    connector = Razorpay,
    flow_name = PSync,
    http_method = Get,
    url = "/v1/payments/{payment_id}",
    response = Payment,
)]
struct PSyncRequest<'a> {
    #[connector_flow(from = request.connector_transaction_id)]
    payment_id: &'a PaymentId,
}

/// Capture a payment, all of it. <https://razorpay.com/docs/api/payments/capture>
#[derive(ConnectorFlow)]
#[connector_flow(
    connector = Razorpay,
    flow_name = Capture,
    http_method = Post,
    url = "/v1/payments/{payment_id}/capture",
    no_idempotency = "a payment is captured once: a second capture of it is refused",
    response = Payment,
)]
struct CaptureRequest<'a> {
    #[connector_flow(from = request.connector_transaction_id)]
    payment_id: &'a PaymentId,
    #[connector_flow(from = request, takes(amount_to_capture, amount))]
    #[serde(flatten)]
    whole: Whole,
}

/// What was authorized: Razorpay wants to be told that amount, and takes no other.
#[derive(serde::Serialize)]
struct Whole {
    amount: Counted<MinorUnit, Razorpay>,
    currency: Currency,
}

impl FromSource<'_, PaymentsCaptureData> for Whole {
    fn from_source(asked: &PaymentsCaptureData) -> Result<Self, Unfit> {
        let part = "is a part of what is held, and Razorpay captures all of it or nothing";
        match (asked.amount_to_capture, asked.amount) {
            (Some(some), Some(all)) if some != all => Err(Unfit::Refused(part)),
            (Some(all), _) | (None, Some(all)) => {
                Ok(Self { amount: Counted::from_source(&all)?, currency: all.currency })
            }
            (None, None) => Err(Unfit::Refused("names no amount, and Razorpay wants to be told it")),
        }
    }
}

/// Refund a payment. <https://razorpay.com/docs/api/refunds/normal-refunds-idempotent>
#[derive(ConnectorFlow)]
#[connector_flow(
    connector = Razorpay,
    flow_name = Refund,
    http_method = Post,
    url = "/v1/payments/{payment_id}/refund",
    response = RefundObject,
)]
struct RefundRequest<'a> {
    #[connector_flow(from = request.connector_transaction_id)]
    payment_id: &'a PaymentId,
    #[connector_flow(header = "X-Refund-Idempotency", min_len = 10, charset = "A-Za-z0-9_-", from = request.idempotency_key)]
    idempotency_key: &'a IdempotencyKey,
    #[connector_flow(from = request.refund_amount)]
    amount: Option<Counted<MinorUnit, Razorpay>>, // in the payment's currency
    #[connector_flow(from = resource_common_data.connector_request_reference_id, max_len = 40)]
    receipt: Option<&'a MerchantReference>,
}

/// Fetch a refund. <https://razorpay.com/docs/api/refunds/fetch-specific-refund-payment>
#[derive(ConnectorFlow)]
#[connector_flow(
    connector = Razorpay,
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
#[flow_response(PSync, PSyncByReference, Capture, status = payment_status)]
#[flow_response(decided_by = "`refunded` is auto_refunded where `captured` is false: nobody captured it in time")]
struct Payment {
    #[flow_response(connector_transaction_id)]
    id: PaymentId,
    #[flow_response(status)]
    status: Wire<PaymentWord>,
    captured: Option<bool>,
    #[flow_response(PSync(amount), PSyncByReference(amount), Capture(amount_captured))] // all of it
    amount: Counted<MinorUnit, Razorpay>,
    #[flow_response(currency)]
    currency: Currency,
    #[flow_response(connector_order_id)]
    order_id: Option<Box<str>>,
    #[flow_response(error_code)]
    error_code: Option<Box<str>>,
    #[flow_response(error_message)]
    error_description: Option<Box<str>>,
    #[flow_response(error_reason)]
    error_reason: Option<Box<str>>,
}

/// Every status of a payment. <https://razorpay.com/docs/payments/payments/#payment-life-cycle>
#[derive(Debug, Clone, Copy, PartialEq, WireStatus)]
#[wire_status(AttemptStatus, rename_all = "snake_case")]
enum PaymentWord {
    #[wire_status(AuthenticationPending, flow(Capture = none))] // the customer has not come back yet
    Created,
    #[wire_status(Authorized)] // however it is to be captured: only `captured` says that money was taken
    Authorized,
    #[wire_status(Charged)]
    Captured,
    #[wire_status(Charged)] // all of it, after a capture; see `payment_status`
    Refunded,
    #[wire_status(Failure)] // a bank that says yes later makes it `authorized` after all
    Failed,
}

impl Payment {
    const fn has_failed(&self) -> bool {
        matches!(self.status, Wire::Known(PaymentWord::Failed))
    }
}

fn payment_status(payment: &Payment) -> Result<StatusReport<AttemptStatus>, Fault> {
    let report = payment.status.report()?;
    let given_back = matches!(payment.status, Wire::Known(PaymentWord::Refunded));
    Ok(match payment.captured {
        Some(false) if given_back => report.meaning(AttemptStatus::AutoRefunded),
        _ => report,
    })
}

#[derive(Deserialize, FlowResponse)]
#[flow_response(Refund, RSync)]
struct RefundObject {
    #[flow_response(connector_refund_id)]
    id: RefundId,
    #[flow_response(status)]
    status: Wire<RefundWord>,
    #[flow_response(amount)]
    amount: Counted<MinorUnit, Razorpay>,
    #[flow_response(currency)]
    currency: Currency,
    #[flow_response(connector_transaction_id)]
    payment_id: Option<PaymentId>,
    #[flow_response(connector_response_reference_id)]
    receipt: Option<Box<str>>,
}

/// Every status of a refund. <https://razorpay.com/docs/api/refunds/entity>
#[derive(Debug, Clone, Copy, PartialEq, WireStatus)]
#[wire_status(RefundStatus, rename_all = "snake_case")]
enum RefundWord {
    #[wire_status(Pending)] // with the bank
    Pending,
    #[wire_status(Success)]
    Processed,
    #[wire_status(Failure)]
    Failed,
}

/// The body of an HTTP error. <https://razorpay.com/docs/errors>
#[derive(Deserialize)]
struct RazorpayError {
    error: ErrorDetail,
}

#[derive(Deserialize)]
struct ErrorDetail {
    code: Box<str>,
    description: Option<Box<str>>,
    step: Option<Box<str>>,
    reason: Option<Box<str>>,
    metadata: Option<Metadata>,
}

/// What the error is about.
#[derive(Deserialize)]
struct Metadata {
    payment_id: Option<PaymentId>,
}

impl ErrorResponse for RazorpayError {
    fn class(&self, status: StatusCode) -> ErrorClass {
        let ErrorDetail { code, description, step, reason, .. } = &self.error;
        let unknown = |text: &str| text.contains("id provided does not exist");
        match (&**code, step.as_deref()) {
            // There is one code for all that is wrong with a request; the text says what.
            _ if description.as_deref().is_some_and(unknown) => ErrorClass::NotFound,
            // The bank did not answer: it may have said yes, which Razorpay finds out later.
            ("GATEWAY_ERROR" | "SERVER_ERROR", _) => ErrorClass::Transient,
            _ if reason.as_deref() == Some("payment_timed_out") => ErrorClass::Transient,
            (_, Some("payment_authentication" | "payment_authorization")) => ErrorClass::Declined,
            _ => ErrorClass::of_status(status),
        }
    }

    fn into_error(self) -> ProcessorError {
        let ErrorDetail { code, description, reason, metadata, .. } = self.error;
        let mut error = ProcessorError::new(Some(&code), description.as_deref());
        error.reason = reason;
        error.connector_transaction_id = metadata.and_then(|about| about.payment_id);
        error
    }
}

#[cfg(test)]
mod tests {
    use connector_core::{Connection, CredentialFields, PSync, PaymentsSyncData};

    use super::*;

    fn told(status: &str) -> AttemptStatus {
        let credentials = CredentialFields::from_json(br#"{"key_id": "k", "key_secret": "s"}"#);
        let razorpay = Connection::<Razorpay>::new(credentials.unwrap()).unwrap();
        let asked = RouterData::<PSync>::new(PaymentsSyncData::new(PaymentId::new("pay_1").unwrap()));
        let body = format!(
            r#"{{"id": "pay_1", "status": "{status}", "amount": 100, "currency": "INR",
                 "error_reason": "payment_timed_out"}}"#
        );
        match razorpay.handle_response(&asked, http::Response::new(body.into())) {
            Outcome::Status(payment) => payment.status.status,
            outcome => panic!("{outcome:?}"),
        }
    }

    /// Razorpay asks the bank for days.
    #[test]
    fn a_late_yes_of_the_bank_is_seen() {
        let failed = told("failed");
        assert_eq!(failed, AttemptStatus::Failure);
        assert_eq!(told("authorized"), AttemptStatus::Authorized);
        assert!(failed.apply(told("captured")).is_contradiction());
        assert!(!failed.apply(told("created")).is_contradiction());
    }
}
