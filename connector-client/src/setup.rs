//! From the configuration to reqwest's client: everything that is switched off is switched off here.

use crate::classify::Cause;
use crate::{HttpConfig, is_loopback_host, tls};
use http::{HeaderMap, Uri, header};
use reqwest::{Client, Proxy, Url};
use std::net::{Ipv4Addr, Ipv6Addr, SocketAddr};
use tower::BoxError;

/// A configuration that no client can be built from.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum HttpConfigError {
    /// The proxy is not the `http://` or `https://` URL of a host.
    #[error("the proxy is not usable: give the http or https URL of a host, without path or query")]
    Proxy,
    /// The extra root certificates are not certificates in PEM form.
    #[error("the extra root certificates are not usable: give certificates in PEM form")]
    RootCertificates,
    /// The client's certificate and key are not in PEM form, or do not belong together.
    #[error(
        "the client's certificate and key are not usable: give both in PEM form, and of one pair"
    )]
    ClientIdentity,
    /// The TLS library or the HTTP library refused to start.
    #[error("the HTTP client could not be set up")]
    Setup(#[source] BoxError),
}

impl HttpConfigError {
    pub(crate) fn setup(error: impl Into<BoxError>) -> Self {
        Self::Setup(error.into())
    }
}

/// Builds the client.
///
/// Switches whose cargo feature is off are set all the same: cargo unites the features of a build,
/// so that another crate could turn them on for this one.
pub(crate) fn client(config: &HttpConfig) -> Result<Client, HttpConfigError> {
    let mut builder = Client::builder()
        .default_headers(HeaderMap::from_iter([(header::USER_AGENT, config.user_agent.clone())]))
        .connect_timeout(config.connect_timeout)
        .timeout(config.total_timeout)
        .pool_idle_timeout(config.pool_idle_timeout)
        .redirect(reqwest::redirect::Policy::none())
        .retry(reqwest::retry::never())
        .referer(false)
        .no_gzip()
        .no_brotli()
        .no_zstd()
        .no_deflate()
        // Also stops the proxies of the environment; the one that is configured comes after it.
        .no_proxy()
        .tls_backend_preconfigured(tls::client_config(
            &config.extra_roots_pem,
            config.client_identity.as_ref(),
        )?);
    // Plain http is allowed to `localhost` because it is this machine; so it is not looked up.
    for name in ["localhost", "localhost."] {
        builder = builder.resolve_to_addrs(name, &loopback_addresses());
    }
    if let Some(proxy) = &config.proxy {
        builder = builder.proxy(proxy_to(proxy)?);
    }
    builder.build().map_err(|error| HttpConfigError::setup(Cause::of(&error)))
}

/// Both families, since a server may listen on either; port 0 stands for that of the URL.
fn loopback_addresses() -> [SocketAddr; 2] {
    [(Ipv4Addr::LOCALHOST, 0).into(), (Ipv6Addr::LOCALHOST, 0).into()]
}

/// Everything but loopback, for which a proxy would call its own machine instead of this one.
fn proxy_to(proxy: &Uri) -> Result<Proxy, HttpConfigError> {
    // Checked here: what reqwest cannot read later, it would pass by in silence.
    let known = matches!(proxy.scheme_str(), Some("http" | "https"));
    let whole = proxy.path() == "/" && proxy.query().is_none();
    if !known || !whole {
        return Err(HttpConfigError::Proxy);
    }
    let url = Url::parse(&proxy.to_string()).map_err(|_| HttpConfigError::Proxy)?;
    Ok(Proxy::custom(move |target| {
        let direct = target.host_str().is_some_and(is_loopback_host);
        (!direct).then(|| url.clone())
    }))
}

#[cfg(test)]
mod tests {
    use super::{HttpConfigError, client};
    use crate::HttpConfig;

    #[test]
    fn a_proxy_is_the_url_of_a_host() {
        for proxy in ["http://proxy.example:3128", "https://user:password@proxy.example/"] {
            assert!(client(&HttpConfig::new().proxy(proxy.parse().unwrap())).is_ok(), "{proxy}");
        }
        for proxy in ["proxy.example:3128", "/", "socks5://proxy.example", "http://proxy.example/x"]
        {
            let result = client(&HttpConfig::new().proxy(proxy.parse().unwrap()));
            assert!(matches!(result, Err(HttpConfigError::Proxy)), "{proxy}");
        }
    }
}
