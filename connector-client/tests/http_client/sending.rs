//! Sends one request, with a secret wherever a message must not look.

use bytes::Bytes;
use connector_client::{HttpClient, HttpConfig, TransportError};
use http::{Request, Response};
use std::error::Error;
use std::time::{Duration, Instant};
use tower::ServiceExt;

/// Long enough for a busy machine, short enough not to hang a run.
pub(crate) fn config() -> HttpConfig {
    HttpConfig::new().total_timeout(Duration::from_secs(20))
}

pub(crate) fn client(config: HttpConfig) -> HttpClient {
    HttpClient::new(config).unwrap()
}

pub(crate) async fn send(
    config: HttpConfig,
    request: Request<&'static str>,
) -> Result<Response<Bytes>, TransportError> {
    client(config).oneshot(request.map(Bytes::from)).await
}

pub(crate) fn post(url: &str) -> Request<&'static str> {
    Request::post(url).header("authorization", "Bearer secret").body("card=secret").unwrap()
}

/// The error that this POST ends with, which came soon and gives nothing away.
pub(crate) async fn failure(config: HttpConfig, url: &str) -> TransportError {
    let started = Instant::now();
    let error = send(config, post(&format!("{url}?key=secret"))).await.unwrap_err();
    assert!(started.elapsed() < Duration::from_secs(10), "{error} took {:?}", started.elapsed());

    let mut told = format!("{error:?}");
    let mut next: Option<&dyn Error> = Some(&error);
    while let Some(error) = next {
        told.push_str(&format!("\n{error}"));
        next = error.source();
    }
    assert!(!told.contains("secret"), "{told}");
    assert!(!told.contains("reqwest"), "{told}");
    error
}
