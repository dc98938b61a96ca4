//! HTTPS: which failures happen before anything is sent, and a whole exchange over HTTP/2.

use crate::sending::{config, failure, post, send};
use bytes::Bytes;
use connector_client::{
    Connect as _, ConnectError, Delivery, HttpClient, HttpConfigError, TransportErrorKind as Kind,
};
use connector_core::{
    Auth, ClientIdentity, Connection, Connector, CredentialFields, ErrorClass, ErrorResponse, Pem,
    ProcessorError, Secret,
};
use http::{Response, Version};
use http_body_util::Full;
use hyper_util::rt::{TokioExecutor, TokioIo};
use rcgen::{CertifiedKey, KeyPair};
use std::convert::Infallible;
use std::net::SocketAddr;
use std::sync::Arc;
use tokio::net::TcpListener;
use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::crypto::ring;
use tokio_rustls::rustls::pki_types::PrivateKeyDer;
use tokio_rustls::rustls::server::WebPkiClientVerifier;
use tokio_rustls::rustls::{RootCertStore, ServerConfig};

fn certificate() -> CertifiedKey<KeyPair> {
    rcgen::generate_simple_self_signed(["127.0.0.1".to_owned()]).unwrap()
}

/// A server with this certificate that offers HTTP/2 alone, or wants a client certificate.
fn acceptor(own: &CertifiedKey<KeyPair>, wants_client_certificate: bool) -> TlsAcceptor {
    let provider = Arc::new(ring::default_provider());
    let builder = ServerConfig::builder_with_provider(Arc::clone(&provider))
        .with_safe_default_protocol_versions()
        .unwrap();
    let builder = if wants_client_certificate {
        let mut roots = RootCertStore::empty();
        roots.add(own.cert.der().clone()).unwrap();
        let verifier = WebPkiClientVerifier::builder_with_provider(Arc::new(roots), provider);
        builder.with_client_cert_verifier(verifier.build().unwrap())
    } else {
        builder.with_no_client_auth()
    };
    let key = PrivateKeyDer::try_from(own.signing_key.serialize_der()).unwrap();
    let mut config = builder.with_single_cert(vec![own.cert.der().clone()], key).unwrap();
    config.alpn_protocols = vec![b"h2".to_vec()];
    TlsAcceptor::from(Arc::new(config))
}

async fn start(acceptor: TlsAcceptor) -> SocketAddr {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            let Ok(stream) = acceptor.accept(stream).await else {
                continue;
            };
            let echo = hyper::service::service_fn(async |request: http::Request<_>| {
                let line = format!("{} {}", request.method(), request.uri().path());
                Ok::<_, Infallible>(Response::new(Full::new(Bytes::from(line))))
            });
            tokio::spawn(
                hyper::server::conn::http2::Builder::new(TokioExecutor::new())
                    .serve_connection(TokioIo::new(stream), echo),
            );
        }
    });
    address
}

#[tokio::test]
async fn a_trusted_server_over_http2() {
    let own = certificate();
    let address = start(acceptor(&own, false)).await;
    let trusting = config().extra_root_certificates(own.cert.pem());
    let response = send(trusting, post(&format!("https://{address}/v1/payments"))).await.unwrap();
    assert_eq!(response.version(), Version::HTTP_2);
    assert_eq!(response.body(), "POST /v1/payments");
}

#[tokio::test]
async fn a_certificate_that_nobody_vouches_for() {
    let address = start(acceptor(&certificate(), false)).await;
    let error = failure(config(), &format!("https://{address}/v1/payments")).await;
    assert_eq!(error.kind(), Kind::Tls, "{error:?}");
    assert_eq!(error.delivery(), Delivery::NotSent);
}

#[tokio::test]
async fn a_certificate_of_another_host() {
    let own = certificate();
    let address = start(acceptor(&own, false)).await;
    let trusting = config().extra_root_certificates(own.cert.pem());
    let url = format!("https://localhost:{}/v1/payments", address.port());
    let error = failure(trusting, &url).await;
    assert_eq!(error.kind(), Kind::Tls, "{error:?}");
    assert_eq!(error.delivery(), Delivery::NotSent);
}

#[tokio::test]
async fn a_server_that_does_not_speak_tls() {
    let server = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = server.local_addr().unwrap();
    tokio::spawn(async move {
        while let Ok((mut stream, _)) = server.accept().await {
            let plain = b"HTTP/1.1 400 Bad Request\r\ncontent-length: 0\r\n\r\n";
            tokio::io::AsyncWriteExt::write_all(&mut stream, plain).await.unwrap();
        }
    });
    let error = failure(config(), &format!("https://{address}/v1/payments")).await;
    assert_eq!(error.kind(), Kind::Tls, "{error:?}");
    assert_eq!(error.delivery(), Delivery::NotSent);
}

/// With TLS 1.3 the client is done before the server has looked at the client's certificate: the
/// request may be on its way when the server refuses.
#[tokio::test]
async fn a_server_that_wants_a_client_certificate() {
    let own = certificate();
    let address = start(acceptor(&own, true)).await;
    let trusting = config().extra_root_certificates(own.cert.pem());
    let error = failure(trusting, &format!("https://{address}/v1/payments")).await;
    assert_eq!(error.delivery(), Delivery::Unknown, "{error:?}");
}

#[tokio::test]
async fn a_client_that_has_the_certificate_the_server_wants() {
    let own = certificate();
    let address = start(acceptor(&own, true)).await;
    let identity = identity(&own.cert.pem(), &own.signing_key.serialize_pem());
    let trusting = config().extra_root_certificates(own.cert.pem()).client_identity(identity);
    let url = format!("https://{address}/v1/payments");
    let response = send(trusting, post(&url)).await.unwrap();
    assert_eq!(response.body(), "POST /v1/payments");
}

#[test]
fn a_certificate_and_the_key_of_another_are_refused_before_anything_is_sent() {
    let (own, other) = (certificate(), certificate());
    let key = other.signing_key.serialize_pem();
    for key in [&*key, "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n"] {
        let config = config().client_identity(identity(&own.cert.pem(), key));
        assert!(!format!("{config:?}").contains("BEGIN"));
        let refused = HttpClient::new(config).unwrap_err();
        assert!(matches!(refused, HttpConfigError::ClientIdentity), "{refused}");
        // A connector that is connected takes them from its credentials.
        let refused = Bank.connect(credentials(&own.cert.pem(), key)).unwrap_err();
        let why = ConnectError::Http(HttpConfigError::ClientIdentity);
        assert_eq!(refused.to_string(), why.to_string());
    }
    let right = credentials(&own.cert.pem(), &own.signing_key.serialize_pem());
    assert!(Bank.connect(right).is_ok());
}

fn credentials(certificates: &str, key: &str) -> CredentialFields {
    CredentialFields::default()
        .with("certificate", Secret::new(certificates))
        .with("key", Secret::new(key))
}

/// The identity as it comes from a merchant's credentials.
fn identity(certificates: &str, key: &str) -> ClientIdentity {
    let credentials = credentials(certificates, key);
    Connection::<Bank>::new(credentials).unwrap().client_identity().unwrap()
}

#[derive(Debug, Auth)]
struct BankAuth {
    /// The certificate.
    #[auth(client_certificate)]
    certificate: Pem,
    /// Its key.
    #[auth(client_key)]
    key: Pem,
}

#[derive(Debug, Connector)]
#[connector(name = "bank", base_url = "https://bank.test", auth = BankAuth, error = Problem)]
struct Bank;

#[derive(serde::Deserialize)]
struct Problem {}

impl ErrorResponse for Problem {
    fn class(&self, status: http::StatusCode) -> ErrorClass {
        ErrorClass::of_status(status)
    }

    fn into_error(self) -> ProcessorError {
        ProcessorError::default()
    }
}
