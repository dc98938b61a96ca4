//! Certificates and private keys in PEM form (RFC 7468), which are texts of several lines.

use crate::secret::Secret;

/// A credential in PEM form. It is a secret like the others, and may have line breaks.
#[derive(Debug, Clone)]
pub struct Pem(Secret);

impl Pem {
    pub(super) const fn new(text: Secret) -> Self {
        Self(text)
    }

    /// The text; see [`Secret::expose`].
    #[must_use]
    pub fn expose(&self) -> &str {
        self.0.expose()
    }
}

/// What a client proves its identity with in the TLS handshake: `connector-client` takes it.
#[derive(Debug, Clone)]
pub struct ClientIdentity {
    /// The certificate, and those between it and the root that the server trusts.
    pub certificates: Pem,
    /// The private key of the first of them.
    pub private_key: Pem,
}
