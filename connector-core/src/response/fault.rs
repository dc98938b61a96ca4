//! An exchange that told nothing about the payment.

use std::fmt;
use std::time::Duration;

use bytes::Bytes;
use http::StatusCode;
use serde::Serialize;

use super::ProcessorError;
use crate::id::IdError;
use crate::money::AmountError;
use crate::status::SilentWord;

/// An exchange that told nothing about the payment, with all there is to find out why.
#[derive(Clone)]
pub struct Fault {
    /// What happened.
    pub kind: FaultKind,
    /// The details, as the end of a sentence.
    pub detail: String,
    /// The HTTP status, where an answer came.
    pub http_status: Option<StatusCode>,
    /// The processor's own words, where it sent any.
    pub error: Option<ProcessorError>,
    /// How long the processor asks to wait (`Retry-After`, RFC 9110 section 10.2.3).
    pub retry_after: Option<Duration>,
    /// What came, as it came. `Debug` shows only its length.
    pub body: Bytes,
}

/// What happened, for programs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum FaultKind {
    /// Asked too often (429).
    RateLimited,
    /// The processor, or a server before it, failed (5xx), or said that it is busy.
    Unavailable,
    /// The credentials or the account's settings are wrong.
    Configuration,
    /// The processor did not take the request as it was.
    Refused,
    /// An answer came that cannot be read: not JSON, cut off, not of the documented shape.
    Unreadable,
    /// The answer can be read and says nothing about this flow.
    Silent,
    /// No whole answer came: timeout, reset, too large.
    Transport,
}

impl Fault {
    /// A fault of this kind, of which nothing else is known yet.
    pub fn new(kind: FaultKind, detail: impl Into<String>) -> Self {
        Self {
            kind,
            detail: detail.into(),
            http_status: None,
            error: None,
            retry_after: None,
            body: Bytes::new(),
        }
    }
}

impl From<SilentWord> for Fault {
    fn from(word: SilentWord) -> Self {
        Self::new(FaultKind::Silent, word.to_string())
    }
}

impl From<IdError> for Fault {
    fn from(error: IdError) -> Self {
        Self::new(FaultKind::Unreadable, format!("the answer's id {error}"))
    }
}

impl From<AmountError> for Fault {
    fn from(error: AmountError) -> Self {
        Self::new(FaultKind::Unreadable, format!("the answer's amount cannot be read: {error}"))
    }
}

impl fmt::Debug for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Fault")
            .field("kind", &self.kind)
            .field("detail", &self.detail)
            .field("http_status", &self.http_status)
            .field("error", &self.error)
            .field("retry_after", &self.retry_after)
            .field("body_bytes", &self.body.len())
            .finish()
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.detail)?;
        if let Some(status) = self.http_status {
            write!(f, " (HTTP {})", status.as_u16())?;
        }
        if let Some(error) = &self.error {
            for text in [&error.code, &error.message].into_iter().flatten() {
                write!(f, ": {text}")?;
            }
        }
        Ok(())
    }
}
