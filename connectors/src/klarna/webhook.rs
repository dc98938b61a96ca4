//! Notifications of orders that were held for a review.
//! <https://docs.klarna.com/order-management/in-depth-knowledge/pending-orders/> (read 2026-11). Nothing
//! proves that Klarna sent one; what is true of the order it tells when asked.

use connector_core::prelude::*;

use super::Klarna;

/// What Klarna sends to the `notification` address of an order. Its newer webhooks, which are signed, are of
/// another API and of payments that are not made with this one.
#[derive(Webhook)]
#[webhook(connector = Klarna, scheme = Nothing, kind = "event_type")]
enum Event {
    #[webhook(PSync, connector_transaction_id = "order_id")]
    #[webhook(on("FRAUD_RISK_ACCEPTED", "FRAUD_RISK_REJECTED", "FRAUD_RISK_STOPPED"))]
    Reviewed,
}
