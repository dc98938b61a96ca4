//! Events, and PayPal's answer to who asks whether it sent one.
//! <https://developer.paypal.com/docs/api/webhooks/v1/#verify-webhook-signature_post>
//!
//! PayPal signs the id and the time of a transmission, the id of the webhook, and the CRC-32 of the body byte by
//! byte, with the key of a certificate. Here it is a keyed hash of the same: nobody verifies it but who made it.

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use hyper::StatusCode;
use serde::Deserialize;
use serde_json::json;
use serde_json::value::RawValue;

use super::PayPal;
use super::refused;
use crate::incoming::Incoming;
use crate::reply::Reply;
use crate::webhook::{SignedWebhook, Webhooks, hmac_sha256};

pub(super) const WEBHOOK_ID: &str = "0SANDBOX000000001W";
const KEY: &[u8] = b"the key of the sandbox's certificate";
const TIME: &str = "2026-01-01T12:00:00Z";

/// The question.
#[derive(Deserialize)]
struct Question<'a> {
    auth_algo: String,
    cert_url: String,
    transmission_id: String,
    transmission_time: String,
    transmission_sig: String,
    webhook_id: String,
    #[serde(borrow)]
    webhook_event: &'a RawValue,
}

/// `SUCCESS` for what the sandbox has signed.
pub(super) fn verify(request: &Incoming) -> Reply {
    let Ok(asked) = serde_json::from_slice::<Question<'_>>(&request.body) else {
        return refused::malformed("MISSING_REQUIRED_PARAMETER");
    };
    let body = asked.webhook_event.get();
    let ours = signature(&asked.transmission_id, &asked.transmission_time, &asked.webhook_id, body);
    let is_ours = asked.webhook_id == WEBHOOK_ID
        && asked.auth_algo == "SHA256withRSA"
        && asked.cert_url.starts_with("https://")
        && asked.transmission_sig == ours;
    let status = if is_ours { "SUCCESS" } else { "FAILURE" };
    Reply::json(StatusCode::OK, &json!({ "verification_status": status }))
}

impl Webhooks for PayPal {
    /// An event as it is sent.
    fn sign(&self, body: String) -> SignedWebhook {
        let id = format!("sandbox-{:08x}", crc32(body.as_bytes()));
        let headers = vec![
            ("paypal-auth-algo", "SHA256withRSA".to_owned()),
            (
                "paypal-cert-url",
                "https://paypal.test/v1/notifications/certs/CERT-sandbox".to_owned(),
            ),
            ("paypal-transmission-sig", signature(&id, TIME, WEBHOOK_ID, &body)),
            ("paypal-transmission-time", TIME.to_owned()),
            ("paypal-transmission-id", id),
        ];
        SignedWebhook { headers, body }
    }
}

fn signature(id: &str, time: &str, webhook_id: &str, body: &str) -> String {
    let signed = format!("{id}|{time}|{webhook_id}|{}", crc32(body.as_bytes()));
    BASE64_STANDARD.encode(hmac_sha256(KEY, signed.as_bytes()))
}

/// The checksum of ISO 3309, as gzip has it (RFC 1952, section 8).
fn crc32(bytes: &[u8]) -> u32 {
    let shifted = |crc: u32, _| (crc >> 1) ^ 0xEDB8_8320_u32.wrapping_mul(crc & 1);
    !bytes.iter().fold(u32::MAX, |crc, byte| (0..8).fold(crc ^ u32::from(*byte), shifted))
}

#[cfg(test)]
mod tests {
    use super::crc32;

    /// The check value of the catalogue of such checksums: <https://reveng.sourceforge.io/crc-catalogue/>.
    #[test]
    fn the_checksum_is_that_of_gzip() {
        assert_eq!(crc32(b"123456789"), 0xCBF4_3926);
    }
}
