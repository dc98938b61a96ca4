//! TLS for this client alone: its crypto provider, whom it trusts, which protocols it offers.

use crate::HttpConfigError;
use bytes::Bytes;
use rustls::pki_types::CertificateDer;
use rustls::pki_types::pem::PemObject;
use rustls::{ClientConfig, RootCertStore};
use rustls_platform_verifier::Verifier;
use std::sync::Arc;

/// The TLS configuration, with the roots of the system and those given in PEM form.
///
/// The provider is passed explicitly: installing it for the process would decide for the whole
/// application, and fail in one that has installed its own.
pub(crate) fn client_config(extra_roots_pem: &Bytes) -> Result<ClientConfig, HttpConfigError> {
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

    let mut config = builder.with_no_client_auth();
    config.alpn_protocols = vec![b"h2".to_vec(), b"http/1.1".to_vec()];
    Ok(config)
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
            let result = client_config(&Bytes::from_static(pem.as_bytes()));
            assert!(matches!(result, Err(HttpConfigError::RootCertificates)), "{pem}");
        }
        let not_der = "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n";
        assert!(client_config(&Bytes::from_static(not_der.as_bytes())).is_err());
    }
}
