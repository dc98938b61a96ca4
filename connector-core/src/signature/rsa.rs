//! RSA signatures.

use ring::rand::SystemRandom;
use ring::signature::{RSA_PKCS1_SHA256, RsaKeyPair};
use rustls_pki_types::PrivateKeyDer;
use rustls_pki_types::pem::PemObject as _;

use crate::credentials::Pem;
use crate::request::BuildError;

/// A signature by RSASSA-PKCS1-v1_5 with SHA-256 (RFC 8017, section 8.2), of a key of 2048 bits at
/// least. It depends on the key and the message alone; random numbers only hide from a listener how
/// long it takes.
///
/// # Errors
/// [`BuildError::UnusableKey`] where the text is no such key.
pub fn rsa_sha256(field: &'static str, key: &Pem, message: &[u8]) -> Result<Vec<u8>, BuildError> {
    let unusable = || BuildError::UnusableKey { field };
    let der = PrivateKeyDer::from_pem_slice(key.expose().as_bytes()).map_err(|_| unusable())?;
    let pair = match &der {
        PrivateKeyDer::Pkcs8(der) => RsaKeyPair::from_pkcs8(der.secret_pkcs8_der()),
        PrivateKeyDer::Pkcs1(der) => RsaKeyPair::from_der(der.secret_pkcs1_der()),
        _ => return Err(unusable()),
    };
    let pair = pair.map_err(|_| unusable())?;
    let mut signature = vec![0; pair.public().modulus_len()];
    pair.sign(&RSA_PKCS1_SHA256, &SystemRandom::new(), message, &mut signature)
        .map_err(|_| unusable())?;
    Ok(signature)
}
