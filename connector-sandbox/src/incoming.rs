//! A request, without the connection that it came over.

use bytes::Bytes;
use hyper::{HeaderMap, Method};
use percent_encoding::percent_decode_str;

/// A request below the processor's prefix, read to its end.
#[derive(Debug)]
pub(crate) struct Incoming {
    pub(crate) method: Method,
    pub(crate) path: String,
    pub(crate) query: String,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Bytes,
}

impl Incoming {
    /// A header's value, if it is there and is text.
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name).and_then(|value| value.to_str().ok())
    }

    /// The path's segments, decoded. `None` if one of them is not UTF-8.
    pub(crate) fn segments(&self) -> Option<Vec<String>> {
        self.path.trim_start_matches('/').split('/').map(decoded).collect()
    }

    /// The decoded query, pair by pair; what cannot be decoded is left out.
    pub(crate) fn pairs(&self) -> impl Iterator<Item = (String, String)> {
        pairs(&self.query)
    }

    /// The decoded pairs of a form.
    pub(crate) fn form(&self) -> Vec<(String, String)> {
        let form = std::str::from_utf8(&self.body).unwrap_or_default().replace('+', "%20");
        pairs(&form).collect()
    }
}

fn pairs(text: &str) -> impl Iterator<Item = (String, String)> {
    text.split('&').filter(|pair| !pair.is_empty()).filter_map(|pair| {
        let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
        Some((decoded(name)?, decoded(value)?))
    })
}

fn decoded(text: &str) -> Option<String> {
    percent_decode_str(text).decode_utf8().ok().map(Into::into)
}
