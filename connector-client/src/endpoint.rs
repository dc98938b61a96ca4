//! The part of a URL that may be shown: who was called, and nothing of what was asked.

use http::Uri;
use std::fmt;

/// A host and a port, for messages and logs.
///
/// Taken from a URL, it leaves out everything else on purpose: the user info and the query can hold
/// credentials, and the path can hold the identity of a payment.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Endpoint {
    host: Option<String>,
    port: Option<u16>,
}

impl Endpoint {
    /// The endpoint that a URL names, with the usual port of its scheme when it names none.
    #[must_use]
    pub fn of(uri: &Uri) -> Self {
        let port = uri.port_u16().or_else(|| match uri.scheme_str() {
            Some("https") => Some(443),
            Some("http") => Some(80),
            _ => None,
        });
        Self { host: uri.host().filter(|host| !host.is_empty()).map(str::to_owned), port }
    }

    /// The endpoint of an error that does not say where it happened.
    #[must_use]
    pub fn unknown() -> Self {
        Self::default()
    }
}

impl fmt::Display for Endpoint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (&self.host, self.port) {
            (Some(host), Some(port)) => write!(f, "{host}:{port}"),
            (Some(host), None) => f.write_str(host),
            (None, _) => f.write_str("unknown host"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Endpoint;
    use http::Uri;

    #[track_caller]
    fn shows(uri: &'static str, expected: &str) {
        assert_eq!(Endpoint::of(&Uri::from_static(uri)).to_string(), expected);
    }

    #[test]
    fn host_and_port_only() {
        shows("https://user:secret@api.example.com/v1/p_1?key=secret", "api.example.com:443");
        shows("http://api.example.com", "api.example.com:80");
        shows("https://api.example.com:8443/v1", "api.example.com:8443");
        shows("https://[2001:db8::1]/v1", "[2001:db8::1]:443");
        shows("/v1/payments?key=secret", "unknown host");
    }
}
