//! What signatures over requests are made of, for the functions that `#[auth(authorize = …)]` and
//! `sign = …` name: digests, HMAC, RSA, and the two forms of HTTP signatures.
//!
//! Nothing here reads a clock: a date is a header of the request, or comes with the
//! [`Occasion`](crate::Occasion).
//!
//! ```
//! use connector_core::signature::{hex, hmac_sha256};
//! // RFC 4231, test case 2.
//! let mac = hmac_sha256(b"Jefe", b"what do ya want for nothing?");
//! assert!(hex(&mac).starts_with("5bdcc146bf60754e6a042426089575c7"));
//! ```

mod digest;
mod http_date;
mod http_signature;
mod message_signature;
#[cfg(feature = "rsa")]
mod rsa;

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use hmac::{Hmac, KeyInit as _, Mac as _};
use sha2::{Sha256, Sha512};
use zeroize::Zeroizing;

use crate::request::BuildError;
use crate::secret::Secret;

pub use digest::{content_digest, digest, sha256};
pub use http_date::http_date;
pub use http_signature::HttpSignature;
pub use message_signature::MessageSignature;
#[cfg(feature = "rsa")]
pub use rsa::rsa_sha256;

/// HMAC with SHA-256 (RFC 2104).
#[must_use]
pub fn hmac_sha256(key: &[u8], message: &[u8]) -> Vec<u8> {
    // A key of any length is one; the `Err` is for ciphers that want a certain one.
    Hmac::<Sha256>::new_from_slice(key)
        .map(|mac| mac.chain_update(message).finalize().into_bytes().to_vec())
        .unwrap_or_default()
}

/// HMAC with SHA-512 (RFC 2104).
#[must_use]
pub fn hmac_sha512(key: &[u8], message: &[u8]) -> Vec<u8> {
    Hmac::<Sha512>::new_from_slice(key)
        .map(|mac| mac.chain_update(message).finalize().into_bytes().to_vec())
        .unwrap_or_default()
}

/// Bytes in lower-case hexadecimal digits.
#[must_use]
pub fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write as _;
    bytes.iter().fold(String::with_capacity(bytes.len().saturating_mul(2)), |mut text, byte| {
        // Writing to a string cannot fail.
        write!(text, "{byte:02x}").ok();
        text
    })
}

/// Bytes in base64 (RFC 4648, section 4).
#[must_use]
pub fn base64(bytes: &[u8]) -> String {
    BASE64_STANDARD.encode(bytes)
}

/// The bytes of a credential that is written in base64, as many processors hand out their keys.
///
/// A masked key, [`Secret::MASK`], is no bytes at all: a request of masked credentials is shown, not sent.
///
/// # Errors
/// [`BuildError::NotBase64`] that names the field.
pub fn base64_key(field: &'static str, key: &Secret) -> Result<Zeroizing<Vec<u8>>, BuildError> {
    // Of masked credentials a request is shown and never sent; its signature is nobody's.
    if key.expose() == Secret::MASK {
        return Ok(Zeroizing::new(Vec::new()));
    }
    let decoded = BASE64_STANDARD.decode(key.expose());
    decoded.map(Zeroizing::new).map_err(|_| BuildError::NotBase64 { field })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// RFC 4231, section 4.3: a key that is shorter than the hash. Section 4.7: one that is longer than a block.
    #[test]
    fn hmac_with_sha_512_is_that_of_the_standard() {
        assert_eq!(
            hex(&hmac_sha512(b"Jefe", b"what do ya want for nothing?")),
            "164b7a7bfcf819e2e395fbe73b56e0a387bd64222e831fd610270cd7ea250554\
             9758bf75c05a994a6d034f65f8f0e6fdcaeab1a34d4a6b4b636e070a38bce737",
        );
        let text = b"Test Using Larger Than Block-Size Key - Hash Key First";
        assert_eq!(
            hex(&hmac_sha512(&[0xaa; 131], text)),
            "80b24263c7c1a3ebb71493c1dd7be8b49b46d1f41b4aeec1121b013783f8f352\
             6b56d037e05f2598bd0fd2215d6a1e5295e64f73f63f0aec8b915a985d786598",
        );
    }
}
