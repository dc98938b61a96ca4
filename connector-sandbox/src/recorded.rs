//! What the sandbox remembers of the requests that it received.

use hyper::HeaderMap;
use hyper::header::{AUTHORIZATION, COOKIE, PROXY_AUTHORIZATION};

/// One request to a processor, as it was received.
///
/// Credentials are not kept: a header that carries them reads `***`, and of the body only the length is
/// known. Requests to the control API are not recorded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recorded {
    /// The method, in upper case.
    pub method: String,
    /// The path and the query, as they were sent, with the processor's prefix.
    pub path: String,
    /// The headers in the order of arrival, names in lower case.
    pub headers: Vec<(String, String)>,
    /// The length of the body in bytes.
    pub body_length: usize,
}

impl Recorded {
    pub(crate) fn new(method: &str, path: &str, headers: &HeaderMap, body_length: usize) -> Self {
        let shown = |(name, value): (&hyper::header::HeaderName, &hyper::header::HeaderValue)| {
            let secret = [AUTHORIZATION, PROXY_AUTHORIZATION, COOKIE].contains(name);
            let value = if secret {
                "***".to_owned()
            } else {
                String::from_utf8_lossy(value.as_bytes()).into_owned()
            };
            (name.as_str().to_owned(), value)
        };
        Self {
            method: method.to_owned(),
            path: path.to_owned(),
            headers: headers.iter().map(shown).collect(),
            body_length,
        }
    }

    /// The first value of a header, by its name in lower case.
    ///
    /// ```
    /// # fn shown(request: &connector_sandbox::Recorded) {
    /// assert_eq!(request.header("authorization"), Some("***"));
    /// # }
    /// ```
    #[must_use]
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }
}
