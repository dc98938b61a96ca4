//! TLS for this client alone: its crypto provider, whom it trusts, which protocols it offers.

use crate::HttpConfigError;
use bytes::Bytes;
use connector_core::ClientIdentity;
use rustls::pki_types::pem::PemObject;
use rustls::pki_types::{CertificateDer, PrivateKeyDer};
use rustls::{ClientConfig, RootCertStore};
use rustls_platform_verifier::Verifier;
use std::sync::Arc;

/// The TLS configuration, with the roots of the system and those given in PEM form.
///
/// The provider is passed explicitly: installing it for the process would decide for the whole
/// application, and fail in one that has installed its own.
pub(crate) fn client_config(
    extra_roots_pem: &Bytes,
    identity: Option<&ClientIdentity>,
) -> Result<ClientConfig, HttpConfigError> {
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let extra = parse_roots(extra_roots_pem)?;
    let builder = ClientConfig::builder_with_provider(Arc::clone(&provider))
        .with_safe_default_protocol_versions()
        .map_err(HttpConfigError::setup)?;

    let only_the_system = extra.is_empty();
    let builder = match Verifier::new_with_extra_roots(extra, provider) {
        Ok(verifier) => builder.dangerous().with_custom_certificate_verifier(Arc::new(verifier)),
        // A minimal container has no certificates at all. A client that trusts nobody still serves a
        // sandbox over loopback, and every https request fails before it is sent.
        Err(_) if only_the_system => builder.with_root_certificates(RootCertStore::empty()),
        Err(error) => return Err(HttpConfigError::setup(error)),
    };

    let mut config = match identity {
        None => builder.with_no_client_auth(),
        Some(identity) => {
            let (certificates, key) = parse_identity(identity)?;
            let refused = |_| HttpConfigError::ClientIdentity;
            builder.with_client_auth_cert(certificates, key).map_err(refused)?
        }
    };
    config.alpn_protocols = vec![b"h2".to_vec(), b"http/1.1".to_vec()];
    Ok(config)
}

/// The chain of certificates, and the key of the first of them.
type Identity = (Vec<CertificateDer<'static>>, PrivateKeyDer<'static>);

fn parse_identity(identity: &ClientIdentity) -> Result<Identity, HttpConfigError> {
    let wrong = |_| HttpConfigError::ClientIdentity;
    let certificates: Vec<_> =
        CertificateDer::pem_slice_iter(identity.certificates.expose().as_bytes())
            .collect::<Result<_, _>>()
            .map_err(wrong)?;
    let key =
        PrivateKeyDer::from_pem_slice(identity.private_key.expose().as_bytes()).map_err(wrong)?;
    Ok((certificates, key))
}

fn parse_roots(pem: &Bytes) -> Result<Vec<CertificateDer<'static>>, HttpConfigError> {
    let roots: Vec<_> = CertificateDer::pem_slice_iter(pem)
        .collect::<Result<_, _>>()
        .map_err(|_| HttpConfigError::RootCertificates)?;
    // Text that holds no certificate is a mistake that would only show at the first handshake.
    if roots.is_empty() && !pem.is_empty() {
        return Err(HttpConfigError::RootCertificates);
    }
    Ok(roots)
}

#[cfg(test)]
mod tests {
    use super::client_config;
    use crate::HttpConfigError;
    use bytes::Bytes;

    #[test]
    fn roots_must_be_certificates() {
        for pem in [
            "not a certificate",
            "-----BEGIN CERTIFICATE-----\n!\n-----END CERTIFICATE-----\n",
            "-----BEGIN CERTIFICATE-----\nAAAA\n",
        ] {
            let result = client_config(&Bytes::from_static(pem.as_bytes()), None);
            assert!(matches!(result, Err(HttpConfigError::RootCertificates)), "{pem}");
        }
        let not_der = "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n";
        assert!(client_config(&Bytes::from_static(not_der.as_bytes()), None).is_err());
    }
}
