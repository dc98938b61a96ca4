//! Checkout.com, Payments API (NAS). Reference: <https://api-reference.checkout.com> (read 2026-11),
//! and Checkout.com's OpenAPI description of 2021-07.

mod dispute;
mod kept;
mod orders;
mod search;
mod webhook;

use connector_core::prelude::*;
use http::StatusCode;

/// Checkout.com. Accounts with a host of their own name it in `base_url`. The key: Dashboard, Developers
/// (<https://www.checkout.com/docs/resources/api-authentication/api-keys>, read 2026-11).
///
/// A capture, a void or a refund is taken with HTTP 202, and has the id of an action; what became of it,
/// the payment's actions tell. A refund has no status there: that it is listed, and whether it was approved,
/// is all that is told. In currencies of three decimals, an amount ends in 0
/// (<https://www.checkout.com/docs/payments/accept-payments/format-the-payment-amount>, read 2026-11-26).
/// Access keys (OAuth) are not taken here: the credentials are a secret key.
///
/// Of two orders with one key that are under way at once, one is turned away with 429, as when there are too many: nobody
/// knows then what became of it, and to ask, or to send it once more with the same key, is safe.
///
/// The secret of webhooks is the signature key that the webhook or workflow was made with: Dashboard, Developers,
/// Webhooks (<https://www.checkout.com/docs/business-operations/use-the-dashboard/developers/webhooks>, read
/// 2026-11-27); of the older ABC accounts it is the secret key itself.
#[derive(Debug, Clone, Copy, Connector)]
#[connector(
    name = "checkout",
    base_url = "https://api.checkout.com",
    test_base_url = "https://api.sandbox.checkout.com",
    auth = BearerAuth, // the secret key; keys of the older ABC accounts go without `Bearer`
    error = CheckoutError,
    // An order that comes later with its key is carried out again, and so is one that was answered with 4xx or 5xx:
    // <https://checkout.com/docs/payments/manage-payments/retry-a-payment> (read 2026-11-28).
    keys_remembered_for = "24 hours after a success",
    // <https://www.checkout.com/docs/resources/calculating-the-amount> (read 2026-11)
    decimals(CLF = 2, CLP = 2, UYI = 2, UYW = 2),
    precision(BHD = 2, IQD = 2, JOD = 2, KWD = 2, LYD = 2, OMR = 2, TND = 2), // the last digit has to be 0
    lacks(
        VoidPC = "what was captured is given back by a refund",
        CreateOrder = "a payment is made at once; what can be announced are pages of Checkout.com's to pay on",
        PreAuthenticate = "the payment itself begins the authentication, and its answer says where the customer goes",
        Authenticate = "the payment itself asks the issuer, and a sync tells what came of it",
        PostAuthenticate = "when the customer is back, the payment goes on by itself; a sync tells how",
        ServerAuthenticationToken = "the secret key goes with each request, and is exchanged for nothing",
        VerifyWebhookSource = "webhooks are signed, and the signature is checked here",
    ),
)]
pub struct Checkout;

/// Get payment details. Asked by the id of a session (`sid_…`), Checkout.com answers with the payment's
/// own id; that is a mismatch, which carries the id to ask by.
#[derive(ConnectorFlow)]
#[connector_flow(
    connector = Checkout,
    flow_name = PSync,
    http_method = Get,
    url = "/payments/{payment_id}",
    response = Payment,
)]
struct PSyncRequest<'a> {
    #[connector_flow(from = request.connector_transaction_id)]
    payment_id: &'a PaymentId,
}

/// Get payment actions: a refund has no address of its own, it is one of its payment's actions.
#[derive(ConnectorFlow)]
#[connector_flow(
    connector = Checkout,
    flow_name = RSync,
    http_method = Get,
    url = "/payments/{payment_id}/actions",
    ignores(connector_refund_id = "the answer lists all actions of the payment, and the refund is found there"),
    response = Actions,
)]
struct RSyncRequest<'a> {
    #[connector_flow(from = request.connector_transaction_id)]
    payment_id: &'a PaymentId,
}

#[derive(Deserialize, FlowResponse)]
#[serde(from = "Details")]
#[flow_response(PSync, PSyncByReference, status = by_what_is_left)]
#[flow_response(
    decided_by = "`Partially Captured` is partial_charged where `balances.available_to_capture` is 0: no more can be \
                  captured"
)]
struct Payment {
    #[flow_response(connector_transaction_id)]
    id: PaymentId,
    #[flow_response(status)]
    status: Wire<PaymentStatus>,
    #[flow_response(amount)]
    amount: Counted<MinorUnit, Checkout>,
    #[flow_response(currency)]
    currency: Currency,
    #[flow_response(connector_response_reference_id)]
    reference: Option<Box<str>>,
    #[flow_response(network_transaction_id)]
    scheme_id: Option<Box<str>>,
    /// What was captured: `Captured` and `Refunded` do not say of how much.
    #[flow_response(amount_captured)]
    captured: Option<Counted<MinorUnit, Checkout>>,
    can_be_captured: Option<MinorUnit>,
}

fn by_what_is_left(payment: &Payment) -> Result<StatusReport<AttemptStatus>, Fault> {
    let report = payment.status.report()?;
    let nothing_is_left = payment.can_be_captured.is_some_and(|left| left.get() == 0);
    Ok(match report.status {
        AttemptStatus::PartialChargedAndChargeable if nothing_is_left => {
            report.meaning(AttemptStatus::PartialCharged)
        }
        _ => report,
    })
}

/// The wire's payment.
#[derive(Deserialize)]
struct Details {
    id: PaymentId,
    status: Wire<PaymentStatus>,
    amount: Counted<MinorUnit, Checkout>,
    currency: Currency,
    reference: Option<Box<str>>,
    scheme_id: Option<Box<str>>,
    balances: Option<Balances>,
}

#[derive(Deserialize)]
struct Balances {
    total_captured: Option<Counted<MinorUnit, Checkout>>,
    available_to_capture: Option<MinorUnit>,
}

impl From<Details> for Payment {
    fn from(details: Details) -> Self {
        let Details { id, status, amount, currency, reference, scheme_id, balances } = details;
        let (captured, can_be_captured) = balances.map_or((None, None), |balances| {
            (balances.total_captured, balances.available_to_capture)
        });
        Self { id, status, amount, currency, reference, scheme_id, captured, can_be_captured }
    }
}

/// Every status of a payment in the description, and `Retry Scheduled`, which came later.
#[derive(Debug, Clone, Copy, PartialEq, WireStatus)]
#[wire_status(AttemptStatus, rename_all = "Title Case")]
enum PaymentStatus {
    #[wire_status(Pending)] // waits for the customer or for a bank; the description does not say which
    Pending,
    #[wire_status(Pending)]
    RetryScheduled,
    #[wire_status(Authorized)] // whatever the capture method: only `Captured` means that money was taken
    Authorized,
    #[wire_status(Charged)] // a payment of nothing, for the card's sake: all of it is done
    CardVerified,
    // Not before an order to capture. Or PartialCharged: see `by_what_is_left`.
    #[wire_status(PartialChargedAndChargeable, flow(Authorize = none, SetupMandate = none, RepeatPayment = none))]
    PartiallyCaptured,
    #[wire_status(Charged)]
    Captured,
    #[wire_status(Charged)] // what is given back is the refund's status, not the payment's
    PartiallyRefunded,
    #[wire_status(Charged)]
    Refunded,
    #[wire_status(none)] // a payout that arrived: money went out, none came in
    Paid,
    #[wire_status(none)] // a payout that came back
    Returned,
    #[wire_status(Voided)]
    Voided,
    #[wire_status(Failure)]
    Declined,
    #[wire_status(Voided)] // cancelled before it was authorized
    Canceled,
    #[wire_status(Expired)]
    Expired,
}

/// All that happened to a payment. Refunds are taken first and carried out later: shortly after the
/// order, a refund that is not found is "not yet".
#[derive(Deserialize, FlowResponse)]
#[flow_response(RSync)]
struct Actions(#[flow_response(list, only = Action::is_refund)] Vec<Action>);

/// One of them. Its amount is in the payment's currency, and so in the one asked about.
#[derive(Deserialize, FlowResponse)]
#[flow_response(RSync, currency = asked)]
struct Action {
    #[flow_response(connector_refund_id)]
    id: RefundId,
    r#type: Box<str>,
    #[flow_response(connector_response_reference_id)]
    reference: Option<Box<str>>,
    #[flow_response(amount)]
    amount: Option<Counted<MinorUnit, Checkout>>,
    #[flow_response(status, absent = Pending)]
    approved: Option<Wire<Approved>>,
    #[flow_response(error_code)]
    response_code: Option<Box<str>>,
    #[flow_response(error_message)]
    response_summary: Option<Box<str>>,
}

/// Whether a refund was carried out; neither, until it is decided.
#[derive(Debug, Clone, Copy, PartialEq, WireStatus)]
#[wire_status(RefundStatus, rename_all = "snake_case")]
enum Approved {
    #[wire_status(Success)]
    True,
    #[wire_status(Failure)]
    False,
}

impl Action {
    /// All actions are numbered alike, and each of them is approved or not.
    fn is_refund(&self) -> bool {
        &*self.r#type == "Refund"
    }
}

/// The body of an HTTP error. 401 and 404 come without one.
#[derive(Deserialize)]
struct CheckoutError {
    error_type: Box<str>,
    #[serde(default)]
    error_codes: Vec<Box<str>>,
    request_id: Option<Box<str>>,
}

impl ErrorResponse for CheckoutError {
    fn class(&self, status: StatusCode) -> ErrorClass {
        Self::class_without_body(status)
    }

    fn class_without_body(status: StatusCode) -> ErrorClass {
        match status {
            StatusCode::NOT_FOUND => ErrorClass::NotFound,
            // A capture, a refund or a void that the payment's state does not allow; a wrong key is 401.
            // <https://www.checkout.com/docs/previous/payments/manage-payments/void-a-payment> (read 2026-11-27)
            StatusCode::FORBIDDEN => ErrorClass::Refused,
            // The same order is under way, or there are too many of any: of an order which of both, nobody says.
            // <https://www.checkout.com/docs/payments/manage-payments/idempotency> (read 2026-11-27)
            StatusCode::TOO_MANY_REQUESTS => ErrorClass::Duplicate,
            status => ErrorClass::of_status(status),
        }
    }

    fn into_error(self) -> ProcessorError {
        let mut error = ProcessorError::new(Some(&self.error_type), Some(&self.error_codes.join(", ")));
        error.reason = self.request_id.map(|id| format!("request {id}").into());
        error
    }
}
