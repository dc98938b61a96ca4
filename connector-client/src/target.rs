//! The checks on a URL, before anything is looked up or sent.

use crate::{Endpoint, TransportError, TransportErrorKind, is_loopback_host};
use http::Uri;
use http::uri::Scheme;
use reqwest::Url;

/// The URL as the client will call it, or why it will not.
///
/// Parsing rewrites: `/v1/../x` becomes `/x`, `%2e%2e` counts as `..`, a quote is encoded,
/// `2130706433` becomes `127.0.0.1`. A request that was checked or signed as one URL must not be sent
/// to another, so what parsing would change is refused.
pub(crate) fn check(uri: &Uri, allow_plain_http: bool) -> Result<Url, TransportError> {
    let invalid = |why: &'static str| {
        TransportError::new(TransportErrorKind::InvalidUrl, Endpoint::of(uri)).with_detail(why)
    };
    let Some(authority) = uri.authority() else {
        return Err(invalid("it has no host"));
    };
    let plain = match uri.scheme() {
        Some(scheme) if *scheme == Scheme::HTTPS => false,
        Some(scheme) if *scheme == Scheme::HTTP => true,
        _ => return Err(invalid("its scheme is neither https nor http")),
    };
    if authority.as_str().contains('@') {
        return Err(invalid("credentials belong in a header, not in the URL"));
    }
    if plain && !allow_plain_http && !is_loopback_host(authority.host()) {
        return Err(TransportError::new(TransportErrorKind::PlainHttp, Endpoint::of(uri)));
    }
    let url = Url::parse(&uri.to_string()).map_err(|_| invalid("its host or port is malformed"))?;
    if !url.host_str().is_some_and(|host| host.eq_ignore_ascii_case(authority.host())) {
        return Err(invalid("its host is not in the usual notation"));
    }
    if url.path() != uri.path() || url.query() != uri.query() {
        return Err(invalid("it holds `.` or `..` segments, or characters that need encoding"));
    }
    Ok(url)
}

#[cfg(test)]
mod tests {
    use super::{TransportErrorKind, check};
    use http::Uri;

    #[track_caller]
    fn refused(uri: &str, kind: TransportErrorKind) {
        let error = check(&uri.parse().unwrap(), false).expect_err(uri);
        assert_eq!(error.kind(), kind, "{uri}");
        assert!(!error.to_string().contains("secret"), "{error}");
    }

    #[test]
    fn https_anywhere_and_http_to_this_machine() {
        for uri in [
            "https://api.example.com",
            "https://API.example.com:8443/v1/a%2Fb?x=1&y=%20",
            "HTTPS://[2001:db8::1]/?",
            "http://127.0.0.1:8080/v1",
            "http://[::1]/",
            "http://LOCALHOST/",
        ] {
            assert!(check(&uri.parse().unwrap(), false).is_ok(), "{uri}");
        }
    }

    #[test]
    fn plain_http_only_where_allowed() {
        refused("http://api.example.com/v1?key=secret", TransportErrorKind::PlainHttp);
        refused("http://127.0.0.1.evil.example/", TransportErrorKind::PlainHttp);
        refused("http://2130706433/", TransportErrorKind::PlainHttp);
        assert!(check(&Uri::from_static("http://api.example.com/v1"), true).is_ok());
    }

    #[test]
    fn what_parsing_would_change() {
        for uri in [
            "https://api.example.com/v1/../admin?key=secret",
            "https://api.example.com/v1/%2e%2e/admin",
            "https://api.example.com/v1/./x",
            "https://api.example.com/{id}",
            "https://api.example.com/?q='secret'",
            "https://2130706433/",
            "https://0x7f.1/",
        ] {
            refused(uri, TransportErrorKind::InvalidUrl);
        }
    }

    #[test]
    fn what_no_client_can_call() {
        for uri in [
            "/v1/payments?key=secret",
            "api.example.com:443",
            "ftp://api.example.com/",
            "https://user:secret@api.example.com/",
            "https://:secret@api.example.com/",
        ] {
            refused(uri, TransportErrorKind::InvalidUrl);
        }
    }
}
