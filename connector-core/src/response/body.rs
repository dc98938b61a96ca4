//! The body of an answer, read in the form that is documented for it.

use std::borrow::Cow;
use std::collections::BTreeMap;

use http::{HeaderMap, StatusCode};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde::de::value::{MapDeserializer, UnitDeserializer};
use serde_json::value::RawValue;
use serde_qs::DuplicateKeyBehavior;

use super::{ReadError, json, xml};

/// A type that is read from an answer: one with `#[derive(Deserialize)]` that borrows nothing of it.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is read from an answer, and nothing says how",
    label = "derive `Deserialize` for it",
    note = "`#[derive(Deserialize)]`, with fields that own what they hold: `Box<str>` in the place of `&str`"
)]
pub trait Readable: DeserializeOwned {}

#[diagnostic::do_not_recommend]
impl<T: DeserializeOwned> Readable for T {}

/// The body of an answer, as it came.
///
/// ```
/// use connector_core::{ReadError, ResponseBody};
///
/// let body = ResponseBody::new(br#"{"id": "p_1"}"#);
/// let read: std::collections::BTreeMap<String, String> = body.json()?;
/// assert_eq!(read["id"], "p_1");
///
/// let page = ResponseBody::new(b"<!doctype html>").json::<String>();
/// assert!(matches!(page, Err(ReadError::OtherForm { .. })));
/// # Ok::<(), ReadError>(())
/// ```
#[derive(Debug, Clone, Copy)]
pub struct ResponseBody<'a> {
    bytes: &'a [u8],
    status: StatusCode,
    headers: Option<&'a HeaderMap>,
}

impl<'a> ResponseBody<'a> {
    /// These bytes. A byte-order mark before them says nothing (RFC 8259, section 8.1).
    #[must_use]
    pub fn new(bytes: &'a [u8]) -> Self {
        let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
        Self { bytes, status: StatusCode::OK, headers: None }
    }

    /// The same, as the body of an answer with this status; without it the answer is 200.
    #[must_use]
    pub const fn with_status(self, status: StatusCode) -> Self {
        Self { status, ..self }
    }

    /// The same, with the headers that came before it.
    #[must_use]
    pub const fn with_headers(self, headers: &'a HeaderMap) -> Self {
        Self { headers: Some(headers), ..self }
    }

    /// Reads the headers in the place of the body, where a processor says in them what it made. Each
    /// is a field of its name in lower case; all are texts. A header that comes twice is an error where
    /// a field wants it: which of the two is meant, nobody says.
    ///
    /// # Errors
    /// [`ReadError`] where a header is missing.
    pub fn headers<T: Readable>(self) -> Result<T, ReadError> {
        let headers = self.headers.into_iter().flatten();
        // What is no text is no answer either: such a header is as good as absent.
        let texts = headers.filter_map(|(name, value)| {
            Some((name.as_str(), serde_json::Value::from(value.to_str().ok()?)))
        });
        T::deserialize(MapDeserializer::new(texts))
            .map_err(|error: serde_json::Error| ReadError::Shape(format!("headers with {error}")))
    }

    /// Reads a JSON document that is not a list.
    ///
    /// # Errors
    /// [`ReadError`] that says what came in place of it.
    pub fn json<T: Readable>(self) -> Result<T, ReadError> {
        match self.json_text(false) {
            Ok(text) => json::read(text).map_err(of_json),
            Err(error) => Err(error),
        }
    }

    /// Reads a JSON document that is a list.
    ///
    /// # Errors
    /// [`ReadError`] that says what came in place of it.
    pub fn json_list<T: Readable>(self) -> Result<T, ReadError> {
        match self.json_text(true) {
            Ok(text) => json::read(text).map_err(of_json),
            Err(error) => Err(error),
        }
    }

    /// The text, where it can be JSON. With it, and not in what reads it, because that is compiled for each type.
    fn json_text(self, may_be_list: bool) -> Result<&'a str, ReadError> {
        match self.first() {
            Some(b'[') if !may_be_list => {
                Err(ReadError::Shape("a list where an object is documented".to_owned()))
            }
            Some(b'<') => Err(ReadError::OtherForm { came: "HTML or XML", expected: "JSON" }),
            _ => self.text(),
        }
    }

    /// What stands in a JSON document under these keys, outermost first, as a body of its own.
    ///
    /// ```
    /// use connector_core::ResponseBody;
    ///
    /// let body = ResponseBody::new(br#"{"data": {"payment": {"id": "p_1"}}, "errors": null}"#);
    /// let payment: std::collections::BTreeMap<String, String> =
    ///     body.within(&["data", "payment"])?.json()?;
    /// assert_eq!(payment["id"], "p_1");
    /// # Ok::<(), connector_core::ReadError>(())
    /// ```
    ///
    /// # Errors
    /// [`ReadError`] that says which key is not there, or holds nothing.
    pub fn within(self, keys: &[&str]) -> Result<Self, ReadError> {
        #[derive(Deserialize)]
        #[serde(transparent)]
        struct Members<'a>(#[serde(borrow)] BTreeMap<Key<'a>, &'a RawValue>);

        #[derive(Deserialize, PartialEq, Eq, PartialOrd, Ord)]
        #[serde(transparent)]
        struct Key<'a>(#[serde(borrow)] Cow<'a, str>);

        let mut body = self;
        for key in keys {
            let Members(mut members) =
                serde_json::from_str(body.json_text(true)?).map_err(of_json)?;
            let value = members.remove(&Key(Cow::Borrowed(key))).map(RawValue::get);
            let value = value.filter(|value| *value != "null");
            let value = value.ok_or_else(|| ReadError::Shape(format!("nothing in `{key}`")))?;
            body = Self { bytes: value.as_bytes(), ..self };
        }
        Ok(body)
    }

    /// Reads an XML document. The name of its root element is not compared with anything; that of
    /// every other one is a field's.
    ///
    /// # Errors
    /// [`ReadError`] that says what came in place of it.
    pub fn xml<T: Readable>(self) -> Result<T, ReadError> {
        match self.first() {
            Some(b'{' | b'[') => Err(ReadError::OtherForm { came: "JSON", expected: "XML" }),
            _ => xml::read(self.text()?),
        }
    }

    /// Reads a form, `status=paid&amount=10.50`, with nested keys as `a[b]`. A form has no end of its
    /// own: one that is cut off looks like a shorter one, so that only the transport can tell.
    ///
    /// # Errors
    /// [`ReadError`] that says what came in place of it.
    pub fn form<T: Readable>(self) -> Result<T, ReadError> {
        match self.first() {
            Some(b'<') => Err(ReadError::OtherForm { came: "HTML or XML", expected: "a form" }),
            Some(b'{' | b'[') => Err(ReadError::OtherForm { came: "JSON", expected: "a form" }),
            _ => serde_qs::Config::new()
                .use_form_encoding(true)
                .duplicate_key_behavior(DuplicateKeyBehavior::Error)
                .deserialize_str(self.text()?.trim_ascii())
                .map_err(|error| ReadError::Shape(error.to_string())),
        }
    }

    /// Reads an answer that says all by its HTTP status: 201, 202 or 204 (RFC 9110, section 15.3), and
    /// nothing in the body. A 200 without a body is none of a processor's, but what stands in front of
    /// one may send it.
    ///
    /// ```
    /// use connector_core::{ReadError, ResponseBody};
    /// use http::StatusCode;
    ///
    /// #[derive(Debug, serde::Deserialize)]
    /// struct Released;
    ///
    /// let nothing = ResponseBody::new(b"");
    /// assert!(nothing.with_status(StatusCode::NO_CONTENT).empty::<Released>().is_ok());
    /// assert_eq!(nothing.empty::<Released>().unwrap_err(), ReadError::Empty);
    /// ```
    ///
    /// # Errors
    /// [`ReadError`] where there is a body, or where the status is another one.
    pub fn empty<T: Readable>(self) -> Result<T, ReadError> {
        let says_it = [StatusCode::CREATED, StatusCode::ACCEPTED, StatusCode::NO_CONTENT]
            .contains(&self.status);
        match self.text() {
            Err(ReadError::Empty) if says_it => T::deserialize(UnitDeserializer::new())
                .map_err(|error: serde::de::value::Error| ReadError::Shape(error.to_string())),
            Err(error) => Err(error),
            Ok(_) => Err(ReadError::Shape("a body where none is documented".to_owned())),
        }
    }

    fn first(self) -> Option<u8> {
        self.bytes.trim_ascii_start().first().copied()
    }

    /// As a whole: from bytes, the strings that nobody reads would not be checked.
    fn text(self) -> Result<&'a str, ReadError> {
        match std::str::from_utf8(self.bytes) {
            Ok(text) if text.trim_ascii().is_empty() => Err(ReadError::Empty),
            Ok(text) => Ok(text),
            Err(_) => Err(ReadError::NotUtf8),
        }
    }
}

#[expect(
    clippy::needless_pass_by_value,
    reason = "`map_err` hands it over, and no closure for each type does"
)]
fn of_json(error: serde_json::Error) -> ReadError {
    match error.is_eof() {
        true => ReadError::CutOff(error.to_string()),
        false => ReadError::Shape(error.to_string()),
    }
}
