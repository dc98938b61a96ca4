//! The error that every transport reports.

use crate::{Delivery, Endpoint, TransportErrorKind};
use std::borrow::Cow;
use std::convert::Infallible;
use tower::BoxError;

/// A request that brought no response back.
///
/// Its messages name the host and the port, say what to do, and hold no header, path, query, user
/// info or body; a transport that builds one keeps it so, in the detail and in the source as well.
///
/// A boxed error, as tower's middleware returns it, converts into the `TransportError` it holds, or
/// else into one of kind [`Other`](TransportErrorKind::Other): middleware may fail before or after
/// it called the transport, and its error does not tell which.
#[derive(Debug, thiserror::Error)]
#[error("{}: {}", self.without_advice(), .kind.advice())]
pub struct TransportError {
    kind: TransportErrorKind,
    endpoint: Endpoint,
    detail: Cow<'static, str>,
    source: Option<BoxError>,
}

impl TransportError {
    /// An error of this kind, at this endpoint.
    ///
    /// Choose a kind that means [`Delivery::NotSent`] only if no byte of the request can have left.
    #[must_use]
    pub const fn new(kind: TransportErrorKind, endpoint: Endpoint) -> Self {
        Self { kind, endpoint, detail: Cow::Borrowed(""), source: None }
    }

    /// Adds a few words to the message, such as the limit that was exceeded.
    #[must_use]
    pub fn with_detail(mut self, detail: impl Into<Cow<'static, str>>) -> Self {
        self.detail = detail.into();
        self
    }

    /// Adds the error behind this one.
    #[must_use]
    pub fn with_source(mut self, source: impl Into<BoxError>) -> Self {
        self.source = Some(source.into());
        self
    }

    /// Whether the request can have reached the processor.
    #[must_use]
    pub const fn delivery(&self) -> Delivery {
        self.kind.delivery()
    }

    /// What went wrong.
    #[must_use]
    pub const fn kind(&self) -> TransportErrorKind {
        self.kind
    }

    /// Who was called.
    #[must_use]
    pub const fn endpoint(&self) -> &Endpoint {
        &self.endpoint
    }
}

impl TransportError {
    /// What went wrong, without what to do about it.
    pub(crate) fn without_advice(&self) -> String {
        let Self { kind, endpoint, detail, .. } = self;
        format!("{kind} ({endpoint}{}{detail})", separator(detail))
    }
}

impl From<BoxError> for TransportError {
    fn from(error: BoxError) -> Self {
        match error.downcast::<Self>() {
            Ok(error) => *error,
            Err(other) => {
                Self::new(TransportErrorKind::Other, Endpoint::unknown()).with_source(other)
            }
        }
    }
}

impl From<Infallible> for TransportError {
    fn from(never: Infallible) -> Self {
        match never {}
    }
}

fn separator(detail: &str) -> &'static str {
    if detail.is_empty() { "" } else { ", " }
}

#[cfg(test)]
mod tests {
    use super::{BoxError, Delivery, Endpoint, TransportError, TransportErrorKind};
    use http::Uri;
    use std::error::Error;

    fn timeout() -> TransportError {
        let uri = Uri::from_static("https://user:secret@api.example.com/v1/p_1?key=secret");
        TransportError::new(TransportErrorKind::Timeout, Endpoint::of(&uri))
    }

    #[test]
    fn the_message_says_where_why_and_what_to_do() {
        assert_eq!(
            timeout().with_detail("30s").to_string(),
            "no complete response in time (api.example.com:443, 30s): the request may have been \
             carried out; ask for its state before sending it again",
        );
        assert_eq!(
            TransportError::new(TransportErrorKind::Dns, Endpoint::unknown()).to_string(),
            "host name not resolved (unknown host): nothing was sent; check the host of the base \
             URL and the name server",
        );
    }

    #[test]
    fn a_boxed_error_is_unboxed() {
        let error = TransportError::from(BoxError::from(timeout()));
        assert_eq!(error.kind(), TransportErrorKind::Timeout);
    }

    #[test]
    fn a_foreign_error_says_nothing_about_delivery() {
        let error = TransportError::from(BoxError::from("buffer closed"));
        assert_eq!(error.kind(), TransportErrorKind::Other);
        assert_eq!(error.delivery(), Delivery::Unknown);
        assert_eq!(error.source().map(ToString::to_string).as_deref(), Some("buffer closed"));
    }
}
