//! Events. <https://developer.authorize.net/api/reference/features/webhooks.html> (read 2026-11). Amounts
//! come without a currency, so that none is read.

use connector_core::prelude::*;

use super::AuthorizeNet;

/// What Authorize.Net sends. The letters of the Signature Key are the key, and not what they would be decoded to.
///
/// In 2023 the test system was seen to sign an amount of `1.10` and to send it as `1.1`
/// (<https://community.developer.cybersource.com/t5/Integration-and-Testing/The-verification-of-the-webhook-signature-is-contingent-on-the/td-p/88640>).
/// Such a webhook is refused as any other that was changed on the way; the payment can be asked for.
#[derive(Webhook)]
#[webhook(
    connector = AuthorizeNet,
    scheme = HmacSha512,
    header = "X-ANET-Signature",
    form = "sha512={signature}",
    kind = "eventType:payload.responseCode",
    id = "notificationId",
)]
enum Event {
    #[webhook(PSync, at = "payload", with = "event")]
    #[webhook(on(
        "net.authorize.payment.authorization.created:1",
        "net.authorize.payment.authorization.created:2",
        "net.authorize.payment.authorization.created:3",
        "net.authorize.payment.authorization.created:4",
        "net.authorize.payment.authcapture.created:1",
        "net.authorize.payment.authcapture.created:2",
        "net.authorize.payment.authcapture.created:3",
        "net.authorize.payment.authcapture.created:4",
        "net.authorize.payment.fraud.held:4",
        "net.authorize.payment.fraud.declined:2",
    ))]
    #[webhook(connector_transaction_id = "id", connector_request_reference_id = "merchantReferenceId")]
    Payment(PaymentEvent),
    /// A refund is handed to the bank later, and told of then by nobody.
    #[webhook(RSync, on("net.authorize.payment.refund.created*"), at = "payload")]
    #[webhook(connector_refund_id = "id", connector_request_reference_id = "merchantReferenceId")]
    Refunded,
    /// How much of what was held a capture took, whether a void was of what was held or of what was taken, and what
    /// an approval led to, the transaction tells.
    #[webhook(PSync, on("net.authorize.payment.*"), at = "payload")]
    #[webhook(connector_transaction_id = "id", connector_request_reference_id = "merchantReferenceId")]
    Other,
}

#[derive(Deserialize, FlowResponse)]
#[flow_response(PSync, no_amount = "the amount has no currency")]
struct PaymentEvent {
    #[flow_response(status)]
    event: Wire<PaymentEventWord>,
    #[flow_response(connector_transaction_id)]
    id: PaymentId,
}

/// What was done, and the response code: 1 is approved, 2 declined, 3 an error, 4 held for a review.
#[derive(Debug, Clone, Copy, WireStatus)]
#[wire_status(AttemptStatus)]
enum PaymentEventWord {
    #[wire_status(Authorized, rename = "net.authorize.payment.authorization.created:1")]
    Authorized,
    #[wire_status(Failure, rename = "net.authorize.payment.authorization.created:2")]
    NotAuthorized,
    #[wire_status(Failure, rename = "net.authorize.payment.authorization.created:3")]
    AuthorizationError,
    #[wire_status(Unresolved, rename = "net.authorize.payment.authorization.created:4")]
    AuthorizationHeld,
    #[wire_status(Charged, rename = "net.authorize.payment.authcapture.created:1")]
    Charged,
    #[wire_status(Failure, rename = "net.authorize.payment.authcapture.created:2")]
    NotCharged,
    #[wire_status(Failure, rename = "net.authorize.payment.authcapture.created:3")]
    ChargeError,
    #[wire_status(Unresolved, rename = "net.authorize.payment.authcapture.created:4")]
    ChargeHeld,
    #[wire_status(Unresolved, rename = "net.authorize.payment.fraud.held:4")] // by the merchant
    Held,
    #[wire_status(Failure, rename = "net.authorize.payment.fraud.declined:2")]
    HeldAndDeclined,
}
