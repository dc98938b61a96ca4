//! Checkout.com, Payments API (NAS). Reference: <https://api-reference.checkout.com> (read 2026-11),
//! and Checkout.com's OpenAPI description of 2021-07.

use connector_core::prelude::*;
use http::StatusCode;

/// Checkout.com. Accounts with a host of their own name it in `base_url`.
#[derive(Debug, Clone, Copy, Connector)]
#[connector(
    name = "checkout",
    base_url = "https://api.checkout.com",
    test_base_url = "https://api.sandbox.checkout.com",
    auth = BearerAuth, // the secret key; keys of the older ABC accounts go without `Bearer`
    error = CheckoutError,
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
    response = Actions,
)]
struct RSyncRequest<'a> {
    #[connector_flow(from = request.connector_transaction_id)]
    payment_id: &'a PaymentId,
}

#[derive(Deserialize, FlowResponse)]
#[flow_response(PSync)]
struct Payment {
    #[flow_response(connector_transaction_id)]
    id: PaymentId,
    #[flow_response(status)]
    status: Wire<PaymentStatus>,
    #[flow_response(amount)]
    amount: MinorUnit,
    #[flow_response(currency)]
    currency: Currency,
    #[flow_response(connector_response_reference_id)]
    reference: Option<Box<str>>,
    #[flow_response(network_transaction_id)]
    scheme_id: Option<Box<str>>,
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
    #[wire_status(PartialChargedAndChargeable)]
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

/// All that happened to a payment.
#[derive(Deserialize)]
#[serde(transparent)]
struct Actions(Vec<Action>);

#[derive(Deserialize)]
struct Action {
    id: RefundId,
    r#type: Box<str>,
    amount: Option<MinorUnit>,
    approved: Option<bool>,
    response_code: Option<Box<str>>,
    response_summary: Option<Box<str>>,
}

impl FlowResponse<RSync> for Actions {
    const STATUSES: &'static [StatusMapping] = &[
        StatusMapping::new("approved = true", RefundStatus::Success.as_name()),
        StatusMapping::new("approved = false", RefundStatus::Failure.as_name()),
        StatusMapping::new("approved absent", RefundStatus::Pending.as_name()),
    ];

    const IS_LIST: bool = true;

    fn into_outcome(self, data: &RouterData<RSync>) -> Outcome<RSync> {
        let asked = &data.request.connector_refund_id;
        let found = self.0.into_iter().find(|action| action.id == *asked);
        let Some(action) = found.filter(|action| &*action.r#type == "Refund") else {
            // Refunds are taken first and carried out later: shortly after the order, "not yet".
            let message = "the payment has no refund of this id among its actions";
            return Outcome::NotFound(ProcessorError::new(None, Some(message)));
        };
        let status = match action.approved {
            Some(true) => StatusReport::known(RefundStatus::Success, "approved = true"),
            Some(false) => StatusReport::known(RefundStatus::Failure, "approved = false"),
            None => StatusReport::known(RefundStatus::Pending, "approved absent"),
        };
        let mut refund = RefundsResponseData::reported(status);
        if action.approved == Some(false) {
            let (code, summary) = (action.response_code, action.response_summary);
            refund.error = Some(ProcessorError::new(code.as_deref(), summary.as_deref()));
        }
        refund.connector_refund_id = Some(action.id);
        // An action has no currency of its own; it is the payment's, and so the one asked about.
        let currency = data.request.refund_amount.map(|asked| asked.currency);
        refund.amount =
            action.amount.zip(currency).map(|(amount, currency)| Money::new(amount, currency));
        Outcome::Status(refund)
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
            status => ErrorClass::of_status(status),
        }
    }

    fn into_error(self) -> ProcessorError {
        let mut error = ProcessorError::new(Some(&self.error_type), Some(&self.error_codes.join(", ")));
        error.reason = self.request_id.map(|id| format!("request {id}").into());
        error
    }
}
