//! Events. <https://docs.stripe.com/webhooks#verify-manually> and <https://docs.stripe.com/api/events/types> (read
//! 2026-11).

use std::time::{SystemTime, UNIX_EPOCH};

use serde_json::json;

use super::Stripe;
use super::body;
use crate::resource::Seen;
use crate::webhook::{Happened, SignedWebhook, Webhooks, hex, hmac_sha256};

pub(super) const SECRET: &str = "whsec_connectorsandbox0123456789";

impl Webhooks for Stripe {
    /// What a payment's intent, or its refund, is now.
    fn events(&self, happened: Happened, seen: &Seen) -> Vec<String> {
        let (kind, id, object) = match (happened, seen.refunds.last()) {
            (Happened::Refund, Some(refund)) => {
                ("refund.created", &refund.id, body::refund(refund, &seen.payment))
            }
            _ => {
                let kind = match seen.payment.status.as_str() {
                    "succeeded" => "payment_intent.succeeded",
                    "requires_capture" => "payment_intent.amount_capturable_updated",
                    "requires_action" => "payment_intent.requires_action",
                    "processing" => "payment_intent.processing",
                    "canceled" => "payment_intent.canceled",
                    "requires_payment_method" if seen.payment.reason.is_some() => {
                        "payment_intent.payment_failed"
                    }
                    _ => "payment_intent.created",
                };
                (kind, &seen.payment.id, body::intent(&seen.payment, &[], false))
            }
        };
        let deeds = seen.payment.made.as_ref().map_or(0, |made| made.deeds.len());
        let event = json!({
            "id": format!("evt_{}_{id}_{deeds}", kind.replace('.', "_")),
            "object": "event",
            "created": body::CREATED,
            "livemode": false,
            "type": kind,
            "data": { "object": object },
        });
        vec![event.to_string()]
    }

    /// Signed at this time: Stripe's receivers look at it.
    fn sign(&self, body: String) -> SignedWebhook {
        let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default().as_secs();
        let signature = hex(&hmac_sha256(SECRET.as_bytes(), format!("{now}.{body}").as_bytes()));
        let header = format!("t={now},v1={signature},v0={}", "0".repeat(64));
        SignedWebhook { headers: vec![("stripe-signature", header)], body }
    }
}
