//! Signatures that stand in the body: of each event, and over what a form carries. Made by hand and not by
//! the core.

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use hmac::Hmac;
use serde_json::{Map, Value};
use sha1::{Digest as _, Sha1};

use super::{hex, hmac, hmac_sha256};

/// As Adyen does: each entry has a signature over some of its fields. What is no list of events stays as it is.
pub(super) fn sign_each_event(secret: &str, body: &mut Vec<u8>) -> Vec<(&'static str, String)> {
    let Ok(mut document) = serde_json::from_slice::<Value>(body) else { return Vec::new() };
    // No index: it would panic where the document is none of Adyen's.
    let entries = document.get_mut("notificationItems").and_then(Value::as_array_mut);
    for entry in entries.into_iter().flatten() {
        let Some(event) = entry.get_mut("NotificationRequestItem") else { continue };
        let signature = hmac_sha256(&bytes(secret), signed(event).as_bytes());
        let Some(event) = event.as_object_mut() else { continue };
        let data = event.entry("additionalData").or_insert_with(|| Value::Object(Map::new()));
        if let Some(data) = data.as_object_mut() {
            data.insert("hmacSignature".to_owned(), BASE64_STANDARD.encode(signature).into());
        }
    }
    *body = serde_json::to_vec(&document).unwrap();
    Vec::new()
}

fn signed(event: &Value) -> String {
    let text = |value: &Value| match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        other => other.to_string(),
    };
    [
        &event["pspReference"],
        &event["originalReference"],
        &event["merchantAccountCode"],
        &event["merchantReference"],
        &event["amount"]["value"],
        &event["amount"]["currency"],
        &event["eventCode"],
        &event["success"],
    ]
    .map(text)
    .join(":")
}

fn bytes(hex: &str) -> Vec<u8> {
    let digits: Vec<u32> = hex.chars().map(|digit| digit.to_digit(16).unwrap()).collect();
    digits.chunks(2).map(|pair| u8::try_from(pair[0] * 16 + pair[1]).unwrap()).collect()
}

/// As Braintree does: a form with the document in Base64, and a signature over that.
pub(super) fn pack_into_a_form(secret: &str, body: &mut Vec<u8>) -> Vec<(&'static str, String)> {
    let payload = format!("{}\n", BASE64_STANDARD.encode(&body));
    let key = Sha1::digest(secret);
    let signature = hex(&hmac::<Hmac<Sha1>>(&key, payload.as_bytes()));
    *body = form(&format!("pub|{signature}"), &payload).into_bytes();
    Vec::new()
}

/// The form of these two.
#[must_use]
pub fn form(signature: &str, payload: &str) -> String {
    let fields = [("bt_signature", signature), ("bt_payload", payload)];
    url::form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish()
}
