//! Why a webhook is not believed.

use std::time::Duration;

use http::StatusCode;

use super::scheme;
use crate::response::MAX_BODY_BYTES;

/// Why a webhook is not believed. Nothing of it may be used: it can be anybody's.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum WebhookRefused {
    /// The credentials lack what is needed to verify it. Mend them: nothing is wrong with the webhook.
    #[error("the credentials lack the field `{0}`, without which no webhook can be verified")]
    NotConfigured(&'static str),
    /// A secret is not written as the processor writes them.
    #[error("a `{name}` of the credentials is not written in {form}", name = scheme::SECRET)]
    UnusableSecret {
        /// How it should be written: `hex`, `base64`.
        form: &'static str,
    },
    /// The body is empty.
    #[error("the body is empty")]
    EmptyBody,
    /// The body is larger than any event.
    #[error("the body is {length} bytes long; the limit is {limit}", limit = MAX_BODY_BYTES)]
    TooLarge {
        /// Its length in bytes.
        length: usize,
    },
    /// The header that carries the proof is not there.
    #[error("the header `{0}` is missing")]
    MissingHeader(&'static str),
    /// The header that carries the proof is there more than once: one of them may be somebody else's.
    #[error("the header `{0}` is there more than once")]
    DuplicateHeader(&'static str),
    /// The header that carries the proof is not of its form.
    #[error("the header `{name}` is not of the form `{form}`")]
    MalformedHeader {
        /// Its name.
        name: &'static str,
        /// How it is written.
        form: String,
    },
    /// The events in the body carry the proof, and none could be found.
    #[error("the body has no event that carries a signature")]
    NoEvents,
    /// No secret makes this signature: the body was changed on the way, it was sent by somebody else,
    /// or the secret is another endpoint's.
    #[error("the signature is of none of the secrets that are configured")]
    Unverified,
    /// Only the processor can say whether it sent it, and it was not asked.
    #[error("nothing proves that the processor sent it, and it was not asked")]
    NotAsked,
    /// The processor was asked whether it sent it, and did not say.
    #[error("the processor was asked whether it sent it, and did not say")]
    NotAnswered,
    /// It was signed too long ago. Somebody may send again what was sent once.
    #[error("it was signed {} s ago; the limit is {} s", age.as_secs(), tolerance.as_secs())]
    Stale {
        /// How long ago.
        age: Duration,
        /// How long ago at most.
        tolerance: Duration,
    },
    /// It will be signed in the future: one of the clocks is wrong.
    #[error(
        "it was signed {} s in the future; is this clock right? The limit is {} s",
        ahead.as_secs(),
        tolerance.as_secs()
    )]
    FromTheFuture {
        /// How far ahead.
        ahead: Duration,
        /// How far at most.
        tolerance: Duration,
    },
}

impl WebhookRefused {
    /// The HTTP status to answer with. What is wrong here and not there is an error of ours, so that the
    /// processor sends it again.
    ///
    /// ```
    /// use connector_core::WebhookRefused;
    /// assert_eq!(WebhookRefused::Unverified.status(), 401);
    /// assert_eq!(WebhookRefused::NotConfigured("webhook_secret").status(), 503);
    /// ```
    #[must_use]
    pub fn status(&self) -> StatusCode {
        match self {
            Self::NotConfigured(_)
            | Self::UnusableSecret { .. }
            | Self::NotAsked
            | Self::NotAnswered => StatusCode::SERVICE_UNAVAILABLE,
            Self::TooLarge { .. } => StatusCode::PAYLOAD_TOO_LARGE,
            Self::Unverified | Self::Stale { .. } | Self::FromTheFuture { .. } => {
                StatusCode::UNAUTHORIZED
            }
            Self::EmptyBody
            | Self::MissingHeader(_)
            | Self::DuplicateHeader(_)
            | Self::MalformedHeader { .. }
            | Self::NoEvents => StatusCode::BAD_REQUEST,
        }
    }
}
