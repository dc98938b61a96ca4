//! A whole HTTP reply, before it is decided how it is delivered.

use std::borrow::Cow;

use bytes::Bytes;
use hyper::StatusCode;
use serde_json::Value;

/// A reply that a processor, or something on the way to it, gives.
#[derive(Debug, Clone)]
pub(crate) struct Reply {
    pub(crate) code: StatusCode,
    pub(crate) headers: Vec<(&'static str, Cow<'static, str>)>,
    pub(crate) body: Bytes,
}

impl Reply {
    pub(crate) const fn empty(code: StatusCode) -> Self {
        Self { code, headers: Vec::new(), body: Bytes::new() }
    }

    pub(crate) fn json(code: StatusCode, value: &Value) -> Self {
        Self::text(code, "application/json", value.to_string())
    }

    pub(crate) fn html(code: StatusCode, title: &str) -> Self {
        let page = format!("<!DOCTYPE html>\n<title>{title}</title>\n<h1>{title}</h1>\n");
        Self::text(code, "text/html; charset=utf-8", page)
    }

    pub(crate) fn text(
        code: StatusCode,
        content_type: &'static str,
        body: impl Into<Bytes>,
    ) -> Self {
        Self { code, headers: vec![("content-type", content_type.into())], body: body.into() }
    }

    pub(crate) fn with(mut self, name: &'static str, value: impl Into<Cow<'static, str>>) -> Self {
        self.headers.push((name, value.into()));
        self
    }
}
