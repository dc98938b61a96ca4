//! Events. <https://developer.paypal.com/api/rest/webhooks/event-names/>, and PayPal's OpenAPI description of
//! its webhooks, version 1 (read 2026-11).
//!
//! PayPal signs its events by certificates, or says when it is asked whether it sent one. That is what is
//! done here: no certificate has to be fetched from an address that came with the event.

use connector_core::prelude::*;
use connector_core::{Limit, VerifyWebhookSourceRequestData};
use serde_json::value::RawValue;

use super::dispute::Dispute;
use super::order::Order;
use super::{PayPal, RefundObject};

/// What PayPal sends.
#[derive(Webhook)]
#[webhook(
    connector = PayPal,
    scheme = Asked,
    headers(
        "PayPal-Auth-Algo",
        "PayPal-Cert-Url",
        "PayPal-Transmission-Id",
        "PayPal-Transmission-Sig",
        "PayPal-Transmission-Time",
    ),
    kind = "event_type",
    id = "id",
)]
enum Event {
    #[webhook(PSync, on("CHECKOUT.ORDER.*"), at = "resource", connector_transaction_id = "id")]
    Order(Order),
    #[webhook(PSync, on("CHECKOUT.PAYMENT-APPROVAL.REVERSED"), at = "resource")]
    #[webhook(connector_transaction_id = "order_id")]
    Unapproved,
    /// What is refunded of a capture is an object of its own.
    #[webhook(RSync, on("PAYMENT.CAPTURE.REFUNDED", "PAYMENT.REFUND.*"))]
    #[webhook(at = "resource", connector_refund_id = "id")]
    #[webhook(connector_request_reference_id = "custom_id")]
    Refund(RefundObject),
    /// What PayPal took back itself: whether that is a refund like others, the documentation does not say.
    #[webhook(RSync, on("PAYMENT.CAPTURE.REVERSED"), at = "resource", connector_refund_id = "id")]
    Reversed,
    /// The order has them among its parts, and tells what they make together.
    #[webhook(PSync, on("PAYMENT.AUTHORIZATION.*", "PAYMENT.CAPTURE.*"), at = "resource")]
    #[webhook(connector_transaction_id = "supplementary_data.related_ids.order_id")]
    #[webhook(connector_request_reference_id = "custom_id")]
    Part,
    #[webhook(DSync, on("CUSTOMER.DISPUTE.*"), at = "resource", connector_dispute_id = "dispute_id")]
    Dispute(Dispute),
}

/// Verify webhook signature.
/// <https://developer.paypal.com/docs/api/webhooks/v1/#verify-webhook-signature_post>
#[derive(ConnectorFlow)]
#[connector_flow(
    connector = PayPal,
    flow_name = VerifyWebhookSource,
    http_method = Post,
    url = "/v1/notifications/verify-webhook-signature",
    response = Verification,
)]
struct VerifyWebhookSourceRequest<'a> {
    auth_algo: &'a str,
    cert_url: &'a str,
    transmission_id: &'a str,
    transmission_sig: &'a str,
    transmission_time: &'a str,
    webhook_id: &'a str,
    /// Byte by byte: that is what PayPal has signed.
    webhook_event: &'a RawValue,
}

impl<'a> TryFrom<&'a RouterData<VerifyWebhookSource>> for VerifyWebhookSourceRequest<'a> {
    type Error = BuildError;

    fn try_from(data: &'a RouterData<VerifyWebhookSource>) -> Result<Self, BuildError> {
        let VerifyWebhookSourceRequestData { webhook_headers, webhook_body, webhook_id, .. } =
            &data.request;
        let header = |name: &'static str, max_len| {
            const FIELD: &str = "request.webhook_headers";
            let value = webhook_headers.get(name);
            let value = value.ok_or_else(|| BuildError::invalid(FIELD, "lack one of PayPal's"))?;
            Limit::of_length(max_len).hold(value, FIELD, name).map(|()| &**value)
        };
        Limit::of_length(50).hold(webhook_id, "request.webhook_id", "webhook_id")?;
        Ok(Self {
            auth_algo: header("paypal-auth-algo", 100)?,
            cert_url: header("paypal-cert-url", 500)?,
            transmission_id: header("paypal-transmission-id", 50)?,
            transmission_sig: header("paypal-transmission-sig", 500)?,
            transmission_time: header("paypal-transmission-time", 100)?,
            webhook_id,
            webhook_event: serde_json::from_str(webhook_body.expose())
                .map_err(|_| BuildError::invalid("request.webhook_body", "is not JSON"))?,
        })
    }
}

#[derive(Deserialize, FlowResponse)]
#[flow_response(VerifyWebhookSource)]
struct Verification {
    #[flow_response(status)]
    verification_status: Wire<VerificationWord>,
}

/// Every status of a verification.
#[derive(Debug, Clone, Copy, WireStatus)]
#[wire_status(VerificationStatus, rename_all = "SCREAMING_SNAKE_CASE")]
enum VerificationWord {
    #[wire_status(Verified)]
    Success,
    #[wire_status(NotVerified)]
    Failure,
}
