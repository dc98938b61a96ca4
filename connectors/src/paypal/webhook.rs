//! Events. <https://developer.paypal.com/api/rest/webhooks/event-names/> (read 2026-11).
//!
//! PayPal proves its events by certificates, or when asked about each of them. What an event would tell, it
//! tells when asked as well, and that is what is done here: nothing of an event is believed but which order,
//! refund or dispute it wants to be asked about.

use connector_core::prelude::*;
use connector_core::DSync;

use super::PayPal;

/// What PayPal sends.
#[derive(Webhook)]
#[webhook(connector = PayPal, scheme = Nothing, kind = "event_type", id = "id")]
enum Event {
    #[webhook(PSync, on("CHECKOUT.ORDER.*"), at = "resource", connector_transaction_id = "id")]
    Order,
    #[webhook(PSync, on("CHECKOUT.PAYMENT-APPROVAL.REVERSED"), at = "resource")]
    #[webhook(connector_transaction_id = "order_id")]
    Unapproved,
    /// What is refunded or reversed of a capture is an object of its own.
    #[webhook(RSync, on("PAYMENT.CAPTURE.REFUNDED", "PAYMENT.CAPTURE.REVERSED", "PAYMENT.REFUND.*"))]
    #[webhook(at = "resource", connector_refund_id = "id")]
    Refund,
    /// The order has them among its parts.
    #[webhook(PSync, on("PAYMENT.AUTHORIZATION.*", "PAYMENT.CAPTURE.*"), at = "resource")]
    #[webhook(connector_transaction_id = "supplementary_data.related_ids.order_id")]
    #[webhook(connector_request_reference_id = "custom_id")]
    Part,
    #[webhook(DSync, on("CUSTOMER.DISPUTE.*"), at = "resource", connector_dispute_id = "dispute_id")]
    Dispute,
}
