//! What an `HttpClient` may do, with defaults that are safe for payments.

use crate::Endpoint;
use bytes::Bytes;
use connector_core::ClientIdentity;
use http::{HeaderValue, Uri};
use std::fmt;
use std::time::Duration;

/// The settings of an [`HttpClient`](crate::HttpClient).
///
/// ```
/// use connector_client::HttpConfig;
/// use std::time::Duration;
///
/// let config = HttpConfig::new()
///     .connect_timeout(Duration::from_secs(2))
///     .total_timeout(Duration::from_secs(20));
/// ```
///
/// Some things are not settings. A redirect is never followed, for it would send a payment to a host
/// that nobody configured. Nothing is ever sent twice: repeating is decided above, where it is known
/// whether a request is idempotent. There are no cookies, no `Referer` and no decompression, and the
/// proxies of the environment are ignored (see [`proxy`](Self::proxy)).
#[derive(Clone)]
pub struct HttpConfig {
    pub(crate) connect_timeout: Duration,
    pub(crate) total_timeout: Duration,
    pub(crate) max_response_bytes: usize,
    pub(crate) pool_idle_timeout: Duration,
    pub(crate) user_agent: HeaderValue,
    pub(crate) allow_plain_http: bool,
    pub(crate) proxy: Option<Uri>,
    pub(crate) extra_roots_pem: Bytes,
    pub(crate) client_identity: Option<ClientIdentity>,
}

impl HttpConfig {
    /// The defaults, each of which is given at its setter.
    #[must_use]
    pub fn new() -> Self {
        Self {
            connect_timeout: Duration::from_secs(5),
            total_timeout: Duration::from_secs(30),
            max_response_bytes: 8 * 1024 * 1024,
            pool_idle_timeout: Duration::from_secs(30),
            user_agent: HeaderValue::from_static(concat!(
                "connector-client/",
                env!("CARGO_PKG_VERSION")
            )),
            allow_plain_http: false,
            proxy: None,
            extra_roots_pem: Bytes::new(),
            client_identity: None,
        }
    }

    /// The longest time for a new connection: name lookup, TCP and TLS together. Default: 5 seconds.
    ///
    /// Keep it below the total timeout. A connection that is too slow is known not to have carried
    /// the request; once the total timeout ends the exchange, nothing is known.
    #[must_use]
    pub fn connect_timeout(mut self, limit: Duration) -> Self {
        self.connect_timeout = limit;
        self
    }

    /// The longest time for a whole exchange, from the call until the last byte of the response is
    /// read; connecting counts as well. Default: 30 seconds.
    #[must_use]
    pub fn total_timeout(mut self, limit: Duration) -> Self {
        self.total_timeout = limit;
        self
    }

    /// The largest body of a response, in bytes. Default: 8 MiB (8,388,608 bytes).
    ///
    /// A response that announces more is not read; one that sends more is read no further.
    #[must_use]
    pub fn max_response_bytes(mut self, limit: usize) -> Self {
        self.max_response_bytes = limit;
        self
    }

    /// How long an unused connection is kept for the next request. Default: 30 seconds.
    ///
    /// Load balancers close idle connections after a minute or so. A request that meets such a close
    /// fails with an unknown outcome, so this side gives up first.
    #[must_use]
    pub fn pool_idle_timeout(mut self, limit: Duration) -> Self {
        self.pool_idle_timeout = limit;
        self
    }

    /// The `User-Agent` of a request that has none. Default: `connector-client/` and the version.
    #[must_use]
    pub fn user_agent(mut self, value: HeaderValue) -> Self {
        self.user_agent = value;
        self
    }

    /// Whether `http://` may be used for hosts other than this machine. Default: no.
    ///
    /// Loopback hosts (see [`is_loopback_host`](crate::is_loopback_host)) are always allowed, for
    /// sandboxes and tests, and always reached directly.
    #[must_use]
    pub fn allow_plain_http(mut self, allow: bool) -> Self {
        self.allow_plain_http = allow;
        self
    }

    /// The proxy through which everything goes, except to loopback hosts. Default: none.
    ///
    /// An `http://` or `https://` URL of a host, with user name and password if the proxy asks for
    /// them. `HTTP_PROXY` and its relatives are not read: a payment must not be re-routed by a
    /// variable that somebody left in the environment.
    #[must_use]
    pub fn proxy(mut self, proxy: Uri) -> Self {
        self.proxy = Some(proxy);
        self
    }

    /// Certificates, in PEM form, that are trusted besides those of the system. Default: none.
    ///
    /// For a gateway with a private certificate authority. On Linux, the certificates of the system
    /// are looked for as OpenSSL does, including its variables `SSL_CERT_FILE` and `SSL_CERT_DIR`.
    #[must_use]
    pub fn extra_root_certificates(mut self, pem: impl Into<Bytes>) -> Self {
        self.extra_roots_pem = pem.into();
        self
    }

    /// What this client proves its own identity with in the TLS handshake, where the server asks for a
    /// certificate (RFC 8446, section 4.4.2). Default: nothing.
    ///
    /// It comes from the credentials (`connector_core::Connection::client_identity`), so a client that
    /// has one serves the connections of one merchant.
    #[must_use]
    pub fn client_identity(mut self, identity: ClientIdentity) -> Self {
        self.client_identity = Some(identity);
        self
    }
}

impl Default for HttpConfig {
    fn default() -> Self {
        Self::new()
    }
}

impl fmt::Debug for HttpConfig {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("HttpConfig")
            .field("connect_timeout", &self.connect_timeout)
            .field("total_timeout", &self.total_timeout)
            .field("max_response_bytes", &self.max_response_bytes)
            .field("pool_idle_timeout", &self.pool_idle_timeout)
            .field("user_agent", &self.user_agent)
            .field("allow_plain_http", &self.allow_plain_http)
            // Without the password that its URL may hold.
            .field("proxy", &self.proxy.as_ref().map(Endpoint::of))
            .field("extra_roots_pem", &format_args!("{} bytes", self.extra_roots_pem.len()))
            .field("client_identity", &self.client_identity)
            .finish()
    }
}

#[cfg(test)]
mod tests {
    use super::HttpConfig;
    use http::Uri;

    #[test]
    fn debug_hides_the_password_of_the_proxy() {
        let proxy = Uri::from_static("http://user:hunter2@proxy.example:3128");
        let config = HttpConfig::new().proxy(proxy);
        let shown = format!("{config:?} {config:#?}");
        assert!(shown.contains("proxy.example"), "{shown}");
        assert!(!shown.contains("hunter2"), "{shown}");
    }
}
