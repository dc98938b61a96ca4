//! What PayPal says of orders, of authorizations and of captures.

use connector_core::prelude::*;

/// Every status of a capture. <https://developer.paypal.com/docs/api/payments/v2/#captures_get>
#[derive(Debug, Clone, Copy, PartialEq, WireStatus)]
#[wire_status(AttemptStatus, rename_all = "SCREAMING_SNAKE_CASE")]
pub(super) enum CaptureWord {
    #[wire_status(Charged)] // of how much in all, the order tells
    #[wire_status(flow(Capture = CaptureInitiated))]
    Completed,
    #[wire_status(CaptureFailed, automatic = Failure, flow(PostAuthenticate = Failure))]
    // what is held stays held
    Declined,
    #[wire_status(Charged, flow(Capture = CaptureInitiated))]
    // what is given back is the refund's status
    PartiallyRefunded,
    #[wire_status(Pending)]
    Pending,
    #[wire_status(Charged, flow(Capture = CaptureInitiated))]
    Refunded,
    #[wire_status(CaptureFailed, automatic = Failure, flow(PostAuthenticate = Failure))]
    Failed,
}

/// Every status of an authorization.
/// <https://developer.paypal.com/docs/api/payments/v2/#authorizations_get>
#[derive(Debug, Clone, Copy, PartialEq, WireStatus)]
#[wire_status(AttemptStatus, rename_all = "SCREAMING_SNAKE_CASE")]
pub(super) enum AuthorizationWord {
    #[wire_status(Authorized)]
    Created,
    #[wire_status(Charged)]
    Captured,
    #[wire_status(AuthorizationFailed, flow(Void = none))]
    Denied,
    #[wire_status(PartialChargedAndChargeable)]
    // Not before an order to capture.
    #[wire_status(flow(Authorize = none, RepeatPayment = none, PostAuthenticate = none))]
    PartiallyCaptured,
    #[wire_status(Voided)]
    Voided,
    #[wire_status(Pending)] // held for a review of PayPal's
    Pending,
}

/// Every status of an order. <https://developer.paypal.com/docs/api/orders/v2/#orders_get>
#[derive(Debug, Clone, Copy, PartialEq, WireStatus)]
#[wire_status(AttemptStatus, rename_all = "SCREAMING_SNAKE_CASE")]
#[wire_status(no_failure = "an order does not fail; an authorization or a capture of it does")]
#[wire_status(no_success = "what was done when an order is completed, its parts tell")]
pub(super) enum OrderWord {
    #[wire_status(PaymentMethodAwaited, flow(PostAuthenticate = Pending))]
    Created,
    #[wire_status(Pending)] // goes on until a last capture
    Saved,
    // The customer has approved, and the merchant takes it from here.
    #[wire_status(ConfirmationAwaited, flow(PostAuthenticate = Pending))]
    Approved,
    #[wire_status(Voided)]
    Voided,
    #[wire_status(none)]
    Completed,
    #[wire_status(AuthenticationPending)]
    PayerActionRequired,
}
