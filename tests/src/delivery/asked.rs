//! A processor that is asked whether it sent a webhook, and remembers what it signed by signing it again: PayPal,
//! as far as one needs it to be.

use std::collections::BTreeMap;

use bytes::Bytes;
use serde_json::value::RawValue;

use super::{hex, hmac_sha256};

/// What it calls the merchant's registration.
pub(super) const ID: &str = "1JE4291016473214C";

/// Every header that it sends, with the names that it is asked by.
const HEADERS: [(&str, &str, &str); 4] = [
    ("paypal-auth-algo", "auth_algo", "SHA256withRSA"),
    ("paypal-cert-url", "cert_url", "https://api.paypal.com/v1/notifications/certs/CERT-1"),
    ("paypal-transmission-id", "transmission_id", "t-1"),
    ("paypal-transmission-time", "transmission_time", "2026-11-26T20:01:35Z"),
];

/// The headers of a body.
pub(super) fn sign(body: &[u8]) -> Vec<(&'static str, String)> {
    let signature = signature(&HEADERS.map(|(_, _, value)| value), body);
    let others = HEADERS.map(|(name, _, value)| (name, value.to_owned()));
    [vec![("paypal-transmission-sig", signature)], others.into()].concat()
}

fn signature(values: &[&str], body: &[u8]) -> String {
    hex(&hmac_sha256(b"PayPal's key", &[values.join("|").as_bytes(), body].concat()))
}

/// What it answers: `SUCCESS` for what it has signed.
#[must_use]
pub fn answer(request: &http::Request<Bytes>) -> http::Response<Bytes> {
    let asked: BTreeMap<&str, &RawValue> = serde_json::from_slice(request.body()).unwrap();
    let text = |name: &str| serde_json::from_str::<String>(asked[name].get()).unwrap();
    let values = HEADERS.map(|(_, name, _)| text(name));
    let values = values.each_ref().map(String::as_str);
    let ours = signature(&values, asked["webhook_event"].get().as_bytes());
    let is_ours = ours == text("transmission_sig") && text("webhook_id") == ID;
    let word = if is_ours { "SUCCESS" } else { "FAILURE" };
    http::Response::new(format!(r#"{{"verification_status": "{word}"}}"#).into())
}
