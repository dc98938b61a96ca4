//! Verifies a signature. Every way out that is not a success is a refusal.

use std::time::{Duration, SystemTime};

use hmac::{Hmac, KeyInit as _, Mac};
use http::HeaderMap;
use sha1::Sha1;
use sha2::{Sha256, Sha512};

use super::credentials::WebhookCredentials;
use super::document::Document;
use super::header::{self, Proof};
use super::refused::WebhookRefused;
use super::scheme::{
    Algorithm, HeaderPart, KeyForm, SECRET, Signature, SignedPart, URL, WebhookScheme,
};
use crate::secret::Secret;

/// What was sent, and when it is looked at.
#[derive(Clone, Copy)]
pub(super) struct Sent<'a> {
    pub(super) headers: &'a HeaderMap,
    pub(super) body: &'a [u8],
    pub(super) now: SystemTime,
}

/// Verifies the signature in this header over what was sent.
pub(super) fn in_header(
    signature: &Signature,
    name: &'static str,
    (form, between): (&[HeaderPart], char),
    sent: Sent<'_>,
    credentials: &WebhookCredentials,
) -> Result<(), WebhookRefused> {
    let value = header::only(sent.headers, name)?;
    let proof =
        header::proof(value, form, between).ok_or_else(|| WebhookRefused::MalformedHeader {
            name,
            form: WebhookScheme::Signature(*signature).place().unwrap_or_default(),
        })?;
    is_signed(signature, &proof, sent.body, None, credentials)?;
    // After the signature: before it, the time is anybody's.
    match signature.tolerance {
        Some(tolerance) => {
            let in_ms = form.iter().any(|part| matches!(part, HeaderPart::TimestampMs(_)));
            let unit = if in_ms { Unit::Millisecond } else { Unit::Second };
            is_fresh((proof.timestamp, unit), sent.now, tolerance, name)
        }
        None => Ok(()),
    }
}

/// Verifies the signature that an event carries over its own fields.
pub(super) fn in_event(
    signature: &Signature,
    (path, form): (&str, &[HeaderPart]),
    event: Document<'_>,
    credentials: &WebhookCredentials,
) -> Result<(), WebhookRefused> {
    let value = event.text(path).ok_or(WebhookRefused::Unverified)?;
    let proof = header::proof(&value, form, ',').ok_or(WebhookRefused::Unverified)?;
    is_signed(signature, &proof, &[], Some(event), credentials)
}

/// Verifies a token. Hashed, because the time of comparing texts tells how much of them is right.
pub(super) fn by_token(
    name: &'static str,
    sent: Sent<'_>,
    credentials: &WebhookCredentials,
) -> Result<(), WebhookRefused> {
    let value = header::only(sent.headers, name)?;
    let hashed = |token: &str| Hmac::<Sha256>::new_from_slice(token.as_bytes()).ok();
    let given = hashed(value).ok_or(WebhookRefused::Unverified)?.finalize().into_bytes();
    let is_it = |secret: &Secret| {
        hashed(secret.expose()).is_some_and(|mac| mac.verify_slice(&given).is_ok())
    };
    secrets(credentials)?.iter().any(is_it).then_some(()).ok_or(WebhookRefused::Unverified)
}

fn secrets(credentials: &WebhookCredentials) -> Result<&[Secret], WebhookRefused> {
    match credentials.secrets.as_slice() {
        [] => Err(WebhookRefused::NotConfigured(SECRET)),
        secrets => Ok(secrets),
    }
}

fn is_signed(
    signature: &Signature,
    proof: &Proof<'_>,
    body: &[u8],
    event: Option<Document<'_>>,
    credentials: &WebhookCredentials,
) -> Result<(), WebhookRefused> {
    let secrets = secrets(credentials)?;
    let signed = signed(signature.signed, proof, body, event, credentials)?;
    let decoded = |text: &&str| signature.encoding.decode(text);
    let signatures: Vec<Vec<u8>> = proof.signatures.iter().filter_map(decoded).collect();
    for secret in secrets {
        let key = key(secret, signature.key)?;
        let verified =
            match signature.algorithm {
                Algorithm::HmacSha256 => Hmac::<Sha256>::new_from_slice(&key)
                    .map(|mac| made_any(mac, &signed, &signatures)),
                Algorithm::HmacSha512 => Hmac::<Sha512>::new_from_slice(&key)
                    .map(|mac| made_any(mac, &signed, &signatures)),
                Algorithm::HmacSha1 => Hmac::<Sha1>::new_from_slice(&key)
                    .map(|mac| made_any(mac, &signed, &signatures)),
            };
        if verified.is_ok_and(|verified| verified) {
            return Ok(());
        }
    }
    Err(WebhookRefused::Unverified)
}

/// The bytes of a key.
fn key(secret: &Secret, form: KeyForm) -> Result<zeroize::Zeroizing<Vec<u8>>, WebhookRefused> {
    let key = form.key(secret.expose());
    let key = key.ok_or(WebhookRefused::UnusableSecret { form: form.name() })?;
    Ok(zeroize::Zeroizing::new(key))
}

/// Whether one of the signatures is of these bytes; `verify_slice` compares in constant time.
fn made_any<M: Mac + Clone>(mut mac: M, signed: &[u8], signatures: &[Vec<u8>]) -> bool {
    mac.update(signed);
    signatures.iter().any(|signature| mac.clone().verify_slice(signature).is_ok())
}

/// The bytes that are signed.
fn signed(
    parts: &[SignedPart],
    proof: &Proof<'_>,
    body: &[u8],
    event: Option<Document<'_>>,
    credentials: &WebhookCredentials,
) -> Result<Vec<u8>, WebhookRefused> {
    let mut bytes = Vec::with_capacity(body.len().saturating_add(64));
    for part in parts {
        match part {
            SignedPart::Literal(text) => bytes.extend_from_slice(text.as_bytes()),
            SignedPart::Body => bytes.extend_from_slice(body),
            SignedPart::Timestamp => {
                bytes.extend_from_slice(proof.timestamp.unwrap_or_default().as_bytes());
            }
            SignedPart::Url => {
                let url = credentials.url.as_ref().ok_or(WebhookRefused::NotConfigured(URL))?;
                bytes.extend_from_slice(url.expose().as_bytes());
            }
            SignedPart::Field(path) => {
                let text = event.and_then(|event| event.text(path)).unwrap_or_default();
                bytes.extend_from_slice(text.as_bytes());
            }
        }
    }
    Ok(bytes)
}

/// What a time is counted in.
#[derive(Clone, Copy)]
enum Unit {
    Second,
    Millisecond,
}

fn is_fresh(
    (timestamp, unit): (Option<&str>, Unit),
    now: SystemTime,
    tolerance: Duration,
    name: &'static str,
) -> Result<(), WebhookRefused> {
    let is_number = |text: &&str| text.bytes().all(|byte| byte.is_ascii_digit());
    let count = timestamp.filter(is_number).and_then(|text| text.parse().ok());
    let (duration, form): (fn(u64) -> Duration, _) = match unit {
        Unit::Second => (Duration::from_secs, "seconds since 1970"),
        Unit::Millisecond => (Duration::from_millis, "milliseconds since 1970"),
    };
    let since_1970 = count.map(duration);
    let signed_at = since_1970.and_then(|since| SystemTime::UNIX_EPOCH.checked_add(since));
    let signed_at =
        signed_at.ok_or_else(|| WebhookRefused::MalformedHeader { name, form: form.to_owned() })?;
    match now.duration_since(signed_at) {
        Ok(age) if age > tolerance => Err(WebhookRefused::Stale { age, tolerance }),
        Err(ahead) if ahead.duration() > tolerance => {
            Err(WebhookRefused::FromTheFuture { ahead: ahead.duration(), tolerance })
        }
        _ => Ok(()),
    }
}
