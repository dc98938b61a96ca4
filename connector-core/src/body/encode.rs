//! Serde values as bodies.

use serde::Serialize;

use super::{form, xml};

/// How a body is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum BodyKind {
    /// `application/json`, with the fields in the order of their declaration.
    Json,
    /// `application/x-www-form-urlencoded`, with nested keys: `card[number]=…`. Absent values are
    /// left out.
    Form,
    /// `application/xml`: elements in the order of the fields, below the envelope's element.
    Xml,
    /// `text/xml`: the same inside a SOAP 1.1 envelope.
    Soap,
}

/// Why a body could not be written.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum EncodeError {
    /// As JSON.
    #[error("as JSON: {0}")]
    Json(#[from] serde_json::Error),
    /// As a form.
    #[error("as a form: {0}")]
    Form(#[from] serde_qs::Error),
    /// As XML.
    #[error("as XML: {0}")]
    Xml(#[from] quick_xml::SeError),
    /// A character that no XML document can have, not even by its number.
    #[error("as XML: the character `{0}` cannot stand in XML")]
    NotXml(String),
    /// XML without a root element.
    #[error("as XML: the declaration names no element to put it into (`envelope`)")]
    NoRoot,
}

impl BodyKind {
    /// What is said in `Content-Type`.
    #[must_use]
    pub const fn content_type(self) -> &'static str {
        match self {
            Self::Json => "application/json",
            Self::Form => "application/x-www-form-urlencoded",
            Self::Xml => "application/xml; charset=utf-8",
            Self::Soap => "text/xml; charset=utf-8",
        }
    }
}

/// Writes a body. `envelope` is the one key around JSON, or the element around XML.
pub(crate) fn encode<T: Serialize>(
    kind: BodyKind,
    envelope: Option<&'static str>,
    body: &T,
) -> Result<Vec<u8>, EncodeError> {
    match (kind, envelope) {
        (BodyKind::Json, None) => Ok(serde_json::to_vec(body)?),
        (BodyKind::Json, Some(key)) => Ok(serde_json::to_vec(&Envelope(key, body))?),
        (BodyKind::Form, None) => Ok(form::to_string(body)?.into_bytes()),
        (BodyKind::Form, Some(key)) => Ok(form::to_string(&Envelope(key, body))?.into_bytes()),
        (BodyKind::Xml, Some(root)) => Ok(xml::document(root, body)?.into_bytes()),
        (BodyKind::Soap, Some(root)) => Ok(xml::soap(root, body)?.into_bytes()),
        (BodyKind::Xml | BodyKind::Soap, None) => Err(EncodeError::NoRoot),
    }
}

/// Writes a GraphQL request: the document with its fragments, and the body as its variables.
pub(crate) fn graphql<T: Serialize>(
    document: [&'static str; 2],
    variables: &T,
) -> Result<Vec<u8>, EncodeError> {
    #[derive(Serialize)]
    struct Query<'a, T> {
        query: &'a str,
        variables: &'a T,
    }
    let [operation, fragments] = document;
    let query = if fragments.is_empty() { operation } else { &document.join(" ") };
    Ok(serde_json::to_vec(&Query { query, variables })?)
}

/// `{"key": body}`
struct Envelope<'a, T>(&'static str, &'a T);

impl<T: Serialize> Serialize for Envelope<'_, T> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map([(self.0, self.1)])
    }
}
