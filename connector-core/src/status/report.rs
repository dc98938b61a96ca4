//! A status as it was told: our word, and the processor's own.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

/// What the processor said, and what it means to us.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StatusReport<S> {
    /// What it means to us.
    pub status: S,
    /// What the processor said, letter for letter.
    pub connector_status: Cow<'static, str>,
    /// Whether the connector knows the processor's word. Where it does not, `status` is the declared
    /// unknown, and somebody should read the processor's news.
    pub recognised: bool,
}

impl<S> StatusReport<S> {
    /// A word that the connector knows.
    pub const fn known(status: S, connector_status: &'static str) -> Self {
        Self { status, connector_status: Cow::Borrowed(connector_status), recognised: true }
    }

    /// A word that the connector does not know, and the status declared for it.
    pub fn unknown(status: S, connector_status: impl Into<String>) -> Self {
        Self { status, connector_status: Cow::Owned(connector_status.into()), recognised: false }
    }

    /// The same word with another meaning: for the few cases in which a second field decides.
    #[must_use]
    pub fn meaning(mut self, status: S) -> Self {
        self.status = status;
        self
    }
}
