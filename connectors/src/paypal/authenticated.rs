//! The payer is back from 3-D Secure, or from PayPal's page: what they agreed to is taken now.
//! <https://developer.paypal.com/docs/checkout/advanced/customize/3d-secure/api/> (read 2026-11)

use connector_core::prelude::*;

use super::authorize::{AnnouncedIntent, carry_out};
use super::{Order, PayPal};

/// Capture or authorize an order. With what the payer brings along nothing is decided: the order knows.
/// <https://developer.paypal.com/docs/api/orders/v2/#orders_capture>
#[derive(ConnectorFlow)]
#[connector_flow(
    connector = PayPal,
    flow_name = PostAuthenticate,
    http_method = Post,
    url = order_url,
    response = Order,
)]
struct PostAuthenticateRequest<'a> {
    #[connector_flow(header = "PayPal-Request-Id", from = request.idempotency_key, max_len = 108)]
    idempotency_key: &'a IdempotencyKey,
    #[connector_flow(read_by = order_url, from = request.connector_transaction_id)]
    order_id: &'a PaymentId,
    #[connector_flow(read_by = order_url, from = request.capture_method)]
    #[serde(skip_serializing)] // the body has to be there, and says nothing
    intent: AnnouncedIntent,
}

fn order_url(request: &PostAuthenticateRequest<'_>) -> Result<RequestUrl, BuildError> {
    let url = RequestUrl::new("/v2/checkout/orders/")?;
    carry_out(url.value("connector_transaction_id", request.order_id)?, request.intent.0)
}
