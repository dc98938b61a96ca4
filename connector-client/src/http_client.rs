//! The transport of this crate: a thin service over reqwest.

use crate::read_body::read_body;
use crate::{Endpoint, HttpConfig, HttpConfigError, TransportError, classify, setup, target};
use bytes::Bytes;
use http::header::{self, Entry, HeaderMap, HeaderValue};
use http::{Request, Response};
use std::fmt;
use std::mem;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};
use tower::Service;

/// Sends requests over HTTP/1.1 and HTTP/2, with TLS by rustls.
///
/// Build it once: that reads the certificates of the system. Clones share its connections. Its
/// futures must be polled within a tokio runtime with IO and time enabled.
///
/// A request arrives as it was built: method, target, headers and body. To them are added what HTTP
/// needs (`Host`, `Content-Length`) and, where the request has none, `User-Agent` and `Accept: */*`.
/// A `Content-Length` of the request is corrected and a `Transfer-Encoding` removed, since they
/// describe the transport. Its HTTP version and extensions are not used.
///
/// Dropping the future abandons the exchange. It does not undo it: as after a timeout, the request
/// may have been carried out.
#[derive(Clone)]
pub struct HttpClient {
    client: reqwest::Client,
    config: Arc<HttpConfig>,
}

impl HttpClient {
    /// A client with these settings. Nothing is sent.
    ///
    /// # Errors
    ///
    /// If the proxy or the extra certificates of the configuration are not usable, or if the TLS
    /// library does not start. That the system has no certificates shows at the first https request.
    pub fn new(config: HttpConfig) -> Result<Self, HttpConfigError> {
        Ok(Self { client: setup::client(&config)?, config: Arc::new(config) })
    }

    async fn exchange(self, request: Request<Bytes>) -> Result<Response<Bytes>, TransportError> {
        let endpoint = Endpoint::of(request.uri());
        let url = target::check(request.uri(), self.config.allow_plain_http)?;

        let (mut parts, body) = request.into_parts();
        frame(&mut parts.headers, &body);
        let mut outgoing = reqwest::Request::new(parts.method, url);
        *outgoing.headers_mut() = parts.headers;
        *outgoing.body_mut() = Some(body.into());

        let mut incoming =
            self.client.execute(outgoing).await.map_err(|error| {
                classify::before_response(&error, endpoint.clone(), &self.config)
            })?;

        let body = read_body(&mut incoming, &endpoint, &self.config).await?;
        let mut response = Response::new(body);
        *response.status_mut() = incoming.status();
        *response.version_mut() = incoming.version();
        *response.headers_mut() = mem::take(incoming.headers_mut());
        Ok(response)
    }
}

impl Service<Request<Bytes>> for HttpClient {
    type Response = Response<Bytes>;
    type Error = TransportError;
    type Future = Pin<Box<dyn Future<Output = Result<Response<Bytes>, TransportError>> + Send>>;

    /// Always ready: how many requests run at once is for middleware to limit.
    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), TransportError>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, request: Request<Bytes>) -> Self::Future {
        Box::pin(self.clone().exchange(request))
    }
}

/// Says how long the body is. A length that is too small would cut the body off, and leave the rest
/// to be read as another request.
fn frame(headers: &mut HeaderMap, body: &Bytes) {
    if let Entry::Occupied(mut length) = headers.entry(header::CONTENT_LENGTH) {
        length.insert(HeaderValue::from(body.len()));
    }
    headers.remove(header::TRANSFER_ENCODING);
}

impl fmt::Debug for HttpClient {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // Not the client of reqwest, which shows its proxies with their passwords.
        f.debug_struct("HttpClient").field("config", &self.config).finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::{Bytes, HttpClient, Request, Response};
    use crate::Transport;
    use tower::BoxError;
    use tower::util::BoxCloneSyncService;

    fn assert_transport<T: Transport>() {}

    #[test]
    fn the_client_is_a_transport_and_so_is_a_boxed_one() {
        assert_transport::<HttpClient>();
        assert_transport::<BoxCloneSyncService<Request<Bytes>, Response<Bytes>, BoxError>>();
    }
}
