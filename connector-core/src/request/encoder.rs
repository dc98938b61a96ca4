//! The one place where requests are written. What the derives expand to are calls of these methods.

use std::fmt;

use bytes::Bytes;
use http::header::{ACCEPT, CONTENT_TYPE, HeaderMap, HeaderName, HeaderValue};
use serde::Serialize;

use super::BuildError;
use crate::body::{BodyKind, EncodeError, Multipart, PartValue, encode, graphql};
use crate::credentials::BaseUrl;
use crate::secret::Exposed;
use crate::url::{
    PathValue, QueryValue, RequestUrl, Segment, Template, push_path_value, push_query_pair,
};

/// A request struct that knows where each of its values goes; derived with `ConnectorFlow`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` does not say how it is sent",
    label = "not a request of a flow",
    note = "consider adding `#[derive(connector_core::ConnectorFlow)]` to `{Self}`"
)]
pub trait FlowRequest {
    /// Writes the values, each to its place. A value that cannot stand there is what becomes of the
    /// request.
    fn encode(&self, encoder: &mut Encoder);
}

/// A request that is being written, or the first problem with it: what is written behind a problem
/// never leaves. So the derives expand to plain calls, and nothing is handed on between them.
pub struct Encoder {
    template: &'static Template,
    url: String,
    query_is_empty: bool,
    /// Made in its place: to move one is as much work as to write a header.
    request: http::Request<Bytes>,
    problem: Option<BuildError>,
}

impl Encoder {
    /// Starts with where the processor is.
    pub(crate) fn new(base: &BaseUrl, template: &'static Template) -> Self {
        // Enough for most: an id or two, a short query. One allocation instead of several.
        let mut url = String::with_capacity(
            base.as_str().len().saturating_add(template.text.len()).saturating_add(64),
        );
        url.push_str(base.as_str());
        let mut request = http::Request::new(Bytes::new());
        // Six fit into its smallest table of eight slots.
        *request.headers_mut() = HeaderMap::with_capacity(6);
        request.headers_mut().insert(ACCEPT, HeaderValue::from_static("application/json"));
        Self { template, url, query_is_empty: template.query.is_empty(), request, problem: None }
    }

    /// Nothing is sent, for this reason; the first one counts.
    pub fn refuse(&mut self, problem: BuildError) {
        if self.problem.is_none() {
            self.problem = Some(problem);
        }
    }

    /// The value, or nothing is sent.
    pub fn take<T>(&mut self, value: Result<T, BuildError>) -> Option<T> {
        match value {
            Ok(value) => Some(value),
            Err(problem) => {
                self.refuse(problem);
                None
            }
        }
    }

    /// Writes the path, with one value for each placeholder in the template's order, and the fixed
    /// query behind it. A value that is empty, `.` or `..` is refused.
    pub fn path(&mut self, values: &[&dyn PathValue]) {
        let mut values = values.iter();
        for segment in self.template.path {
            match segment {
                Segment::Literal(text) => self.url.push_str(text),
                Segment::Value(field) => {
                    let value = values.next().map(|value| value.path_text()).unwrap_or_default();
                    if let Err(problem) = push_path_value(&mut self.url, &value) {
                        return self.refuse(BuildError::PathValue { field, problem });
                    }
                }
            }
        }
        if !self.template.query.is_empty() {
            self.url.push('?');
            self.url.push_str(self.template.query);
        }
    }

    /// Writes a URL that a function of the connector's has computed. A link to another host is
    /// refused.
    pub fn computed<T>(&mut self, request: &T, function: fn(&T) -> Result<RequestUrl, BuildError>) {
        let written = function(request).and_then(|url| url.write(&mut self.url));
        self.take(written);
        self.query_is_empty = !self.url.contains('?');
    }

    /// Appends a query parameter: once for each value, not at all where there is none.
    pub fn query(&mut self, key: &str, value: &dyn QueryValue) {
        let (url, is_empty) = (&mut self.url, &mut self.query_is_empty);
        value.each(key, &mut |key, text| push_query_pair(url, is_empty, key, text));
    }

    /// Sets a header, unless the value is absent. One with characters that no header can carry is
    /// refused.
    pub fn header(&mut self, name: &'static str, value: &dyn HeaderText) {
        let Some(text) = value.header_text() else {
            return;
        };
        let text = HeaderValue::from_maybe_shared(Bytes::from(text));
        match (HeaderName::from_bytes(name.as_bytes()), text) {
            (Ok(name), Ok(mut text)) => {
                text.set_sensitive(value.is_secret());
                self.request.headers_mut().insert(name, text);
            }
            _ => self.refuse(BuildError::Header { name }),
        }
    }

    /// Sets a header that every request of the connector carries; one of the flow's own replaces it.
    pub fn constant_header(&mut self, name: HeaderName, value: HeaderValue) {
        self.request.headers_mut().insert(name, value);
    }

    /// Sets the headers that a function of the connector's has made, in the place of those that are
    /// there.
    pub fn own_headers<T>(&mut self, known: &T, function: fn(&T) -> Result<HeaderMap, BuildError>) {
        if let Some(headers) = self.take(function(known)) {
            self.request.headers_mut().extend(headers);
        }
    }

    /// Writes the body. `envelope` is the one key around JSON, or the element around XML. What has no
    /// such form, and a field whose own `Serialize` fails, is refused.
    pub fn body<T: Serialize>(&mut self, kind: BodyKind, envelope: Option<&'static str>, body: &T) {
        self.written(encode(kind, envelope, body), kind);
    }

    /// Writes a GraphQL request: the document with its fragments, and the body as its variables. A field whose
    /// own `Serialize` fails is refused.
    pub fn graphql<T: Serialize>(
        &mut self,
        document: &'static str,
        fragments: &'static str,
        variables: &T,
    ) {
        self.written(graphql([document, fragments], variables), BodyKind::Json);
    }

    fn written(&mut self, body: Result<Vec<u8>, EncodeError>, kind: BodyKind) {
        if let Some(body) = self.take(body.map_err(Into::into)) {
            *self.request.body_mut() = body.into();
            self.content_type(HeaderValue::from_static(kind.content_type()));
        }
    }

    /// Writes a multipart body of these parts.
    pub fn multipart(&mut self, parts: &[(&'static str, &dyn PartValue)]) {
        let mut multipart = Multipart::default();
        for (name, part) in parts {
            part.add_to(&mut multipart, name);
        }
        let (body, content_type) = multipart.finish();
        *self.request.body_mut() = body;
        // The boundary is made of letters and digits.
        match HeaderValue::from_maybe_shared(Bytes::from(content_type)) {
            Ok(content_type) => self.content_type(content_type),
            Err(_) => self.refuse(BuildError::Header { name: "content-type" }),
        }
    }

    /// Writes bytes as they are.
    pub fn raw(&mut self, body: &[u8]) {
        *self.request.body_mut() = Bytes::copy_from_slice(body);
    }

    /// Says what the body is, over what its kind says.
    pub fn content_type(&mut self, value: HeaderValue) {
        self.request.headers_mut().insert(CONTENT_TYPE, value);
    }

    /// Completes what there is once for all of the request. What is left is to sign it.
    ///
    /// # Errors
    /// The first problem with it.
    pub(crate) fn complete(
        &mut self,
        method: &http::Method,
    ) -> Result<&mut http::Request<Bytes>, BuildError> {
        if let Some(problem) = self.problem.take() {
            return Err(problem);
        }
        let url = Bytes::from(std::mem::take(&mut self.url));
        *self.request.method_mut() = method.clone();
        *self.request.uri_mut() = http::Uri::from_maybe_shared(url)?;
        Ok(&mut self.request)
    }

    /// The request, which is complete.
    pub(crate) fn into_request(self) -> http::Request<Bytes> {
        self.request
    }
}

/// Without the values: some are secret.
impl fmt::Debug for Encoder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Encoder")
            .field("body_bytes", &self.request.body().len())
            .finish_non_exhaustive()
    }
}

/// A value that can be sent in a header.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be a header's value",
    label = "not a value for a header",
    note = "a header takes ids, texts, integers, amounts (`StringMajorUnit`), `Currency` and secrets (`Exposed<'a>`), and an `Option` of them (left out when `None`)"
)]
pub trait HeaderText {
    /// The value as text; `None` where the header is left out.
    fn header_text(&self) -> Option<String>;

    /// Whether nothing that prints headers may show it.
    fn is_secret(&self) -> bool {
        false
    }
}

#[diagnostic::do_not_recommend]
impl HeaderText for Exposed<'_> {
    fn header_text(&self) -> Option<String> {
        Some(self.text().to_owned())
    }

    fn is_secret(&self) -> bool {
        true
    }
}

#[diagnostic::do_not_recommend]
impl HeaderText for Option<Exposed<'_>> {
    fn header_text(&self) -> Option<String> {
        self.as_ref().and_then(HeaderText::header_text)
    }

    fn is_secret(&self) -> bool {
        true
    }
}

#[diagnostic::do_not_recommend]
impl<T: PathValue> HeaderText for T {
    fn header_text(&self) -> Option<String> {
        Some(self.path_text().into_owned())
    }
}

#[diagnostic::do_not_recommend]
impl<T: PathValue> HeaderText for Option<T> {
    fn header_text(&self) -> Option<String> {
        self.as_ref().map(|value| value.path_text().into_owned())
    }
}
