//! Digests of bodies.

use sha2::{Digest as _, Sha256};

use super::base64;

/// SHA-256 of bytes.
#[must_use]
pub fn sha256(bytes: &[u8]) -> [u8; 32] {
    Sha256::digest(bytes).into()
}

/// A body's `Digest` (RFC 3230): `SHA-256=` and base64.
///
/// ```
/// use connector_core::signature::digest;
/// assert_eq!(digest(b""), "SHA-256=47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
/// ```
#[must_use]
pub fn digest(body: &[u8]) -> String {
    format!("SHA-256={}", base64(&sha256(body)))
}

/// A body's `Content-Digest` (RFC 9530): `sha-256=:` and base64.
///
/// ```
/// use connector_core::signature::content_digest;
/// // RFC 9530, appendix B.1.
/// assert_eq!(
///     content_digest(b"{\"hello\": \"world\"}\n"),
///     "sha-256=:RK/0qy18MlBSVnWgjwz6lZEWjP/lF5HF9bvEF8FabDg=:",
/// );
/// ```
#[must_use]
pub fn content_digest(body: &[u8]) -> String {
    format!("sha-256=:{}:", base64(&sha256(body)))
}
