//! The one place where requests are written. What the derives expand to are calls of these methods.

use std::fmt;

use bytes::Bytes;
use http::header::{ACCEPT, CONTENT_TYPE, HeaderMap, HeaderName, HeaderValue};
use serde::Serialize;

use super::BuildError;
use crate::body::{BodyKind, Multipart, PartValue, encode, graphql};
use crate::credentials::BaseUrl;
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
    /// Writes the values, each to its place.
    ///
    /// # Errors
    /// [`BuildError`] where a value cannot stand in its place.
    fn encode(&self, encoder: &mut Encoder) -> Result<(), BuildError>;
}

/// A request that is being written.
pub struct Encoder {
    template: &'static Template,
    url: String,
    query_is_empty: bool,
    headers: HeaderMap,
    body: Bytes,
}

impl Encoder {
    /// Starts with where the processor is.
    pub(crate) fn new(base: &BaseUrl, template: &'static Template) -> Self {
        // Enough for most: an id or two, a short query. One allocation instead of several.
        let mut url = String::with_capacity(
            base.as_str().len().saturating_add(template.text.len()).saturating_add(64),
        );
        url.push_str(base.as_str());
        // Six fit into its smallest table of eight slots.
        let mut headers = HeaderMap::with_capacity(6);
        headers.insert(ACCEPT, HeaderValue::from_static("application/json"));
        Self {
            template,
            url,
            query_is_empty: template.query.is_empty(),
            headers,
            body: Bytes::new(),
        }
    }

    /// Writes the path, with one value for each placeholder in the template's order, and the fixed
    /// query behind it.
    ///
    /// # Errors
    /// [`BuildError::PathValue`] where a value is empty, `.` or `..`.
    pub fn path(&mut self, values: &[&dyn PathValue]) -> Result<(), BuildError> {
        let mut values = values.iter();
        for segment in self.template.path {
            match segment {
                Segment::Literal(text) => self.url.push_str(text),
                Segment::Value(field) => {
                    let value = values.next().map(|value| value.path_text()).unwrap_or_default();
                    push_path_value(&mut self.url, &value)
                        .map_err(|problem| BuildError::PathValue { field, problem })?;
                }
            }
        }
        if !self.template.query.is_empty() {
            self.url.push('?');
            self.url.push_str(self.template.query);
        }
        Ok(())
    }

    /// Writes a URL that a function of the connector's has computed.
    ///
    /// # Errors
    /// The function's own, and [`BuildError::Link`] where it is a link to another host.
    pub fn computed<T>(
        &mut self,
        request: &T,
        function: fn(&T) -> Result<RequestUrl, BuildError>,
    ) -> Result<(), BuildError> {
        function(request)?.write(&mut self.url)?;
        self.query_is_empty = !self.url.contains('?');
        Ok(())
    }

    /// Appends a query parameter: once for each value, not at all where there is none.
    pub fn query(&mut self, key: &str, value: &dyn QueryValue) {
        let (url, is_empty) = (&mut self.url, &mut self.query_is_empty);
        value.each(key, &mut |key, text| push_query_pair(url, is_empty, key, text));
    }

    /// Sets a header, unless the value is absent.
    ///
    /// # Errors
    /// [`BuildError::Header`] where the value has characters that no header can carry.
    pub fn header(&mut self, name: &'static str, value: &dyn HeaderText) -> Result<(), BuildError> {
        let Some(text) = value.header_text() else {
            return Ok(());
        };
        let unusable = || BuildError::Header { name };
        let value = HeaderValue::from_maybe_shared(Bytes::from(text)).map_err(|_| unusable())?;
        let name = HeaderName::from_bytes(name.as_bytes()).map_err(|_| unusable())?;
        self.headers.insert(name, value);
        Ok(())
    }

    /// Sets a header that every request of the connector carries; one of the flow's own replaces it.
    pub fn constant_header(&mut self, name: HeaderName, value: HeaderValue) {
        self.headers.insert(name, value);
    }

    /// Sets the headers that a function of the connector's has made, in the place of those that are
    /// there.
    ///
    /// # Errors
    /// The function's own.
    pub fn own_headers<T>(
        &mut self,
        known: &T,
        function: fn(&T) -> Result<HeaderMap, BuildError>,
    ) -> Result<(), BuildError> {
        self.headers.extend(function(known)?);
        Ok(())
    }

    /// Writes the body. `envelope` is the one key around JSON, or the element around XML.
    ///
    /// # Errors
    /// [`BuildError::Body`] where a field's own `Serialize` fails, or a value has no such form.
    pub fn body<T: Serialize>(
        &mut self,
        kind: BodyKind,
        envelope: Option<&'static str>,
        body: &T,
    ) -> Result<(), BuildError> {
        self.body = encode(kind, envelope, body)?.into();
        self.content_type(HeaderValue::from_static(kind.content_type()));
        Ok(())
    }

    /// Writes a GraphQL request: the document, and the body as its variables.
    ///
    /// # Errors
    /// [`BuildError::Body`] where a field's own `Serialize` fails.
    pub fn graphql<T: Serialize>(
        &mut self,
        document: &'static str,
        variables: &T,
    ) -> Result<(), BuildError> {
        self.body = graphql(document, variables)?.into();
        self.content_type(HeaderValue::from_static(BodyKind::Json.content_type()));
        Ok(())
    }

    /// Writes a multipart body of these parts.
    ///
    /// # Errors
    /// Never for the parts that there are; the boundary is made of letters and digits.
    pub fn multipart(
        &mut self,
        parts: &[(&'static str, &dyn PartValue)],
    ) -> Result<(), BuildError> {
        let mut multipart = Multipart::default();
        for (name, part) in parts {
            part.add_to(&mut multipart, name);
        }
        let (body, content_type) = multipart.finish();
        let unusable = |_| BuildError::Header { name: "content-type" };
        self.body = body;
        self.content_type(
            HeaderValue::from_maybe_shared(Bytes::from(content_type)).map_err(unusable)?,
        );
        Ok(())
    }

    /// Writes bytes as they are.
    pub fn raw(&mut self, body: &[u8]) {
        self.body = Bytes::copy_from_slice(body);
    }

    /// Says what the body is, over what its kind says.
    pub fn content_type(&mut self, value: HeaderValue) {
        self.headers.insert(CONTENT_TYPE, value);
    }

    /// The request, not yet authenticated.
    pub(crate) fn finish(self, method: http::Method) -> Result<http::Request<Bytes>, BuildError> {
        let mut request = http::Request::new(self.body);
        *request.method_mut() = method;
        *request.uri_mut() = http::Uri::from_maybe_shared(Bytes::from(self.url))?;
        *request.headers_mut() = self.headers;
        Ok(request)
    }
}

/// Without the values: some are secret.
impl fmt::Debug for Encoder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Encoder").field("body_bytes", &self.body.len()).finish_non_exhaustive()
    }
}

/// A value that can be sent in a header.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be a header's value",
    label = "not a value for a header",
    note = "a header takes ids, texts and integers, and an `Option` of them (left out when `None`)"
)]
pub trait HeaderText {
    /// The value as text; `None` where the header is left out.
    fn header_text(&self) -> Option<String>;
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
