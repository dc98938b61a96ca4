//! Asking a processor whether it sent a webhook.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicU64, Ordering};

use serde::{Deserialize, Serialize};

use super::ResponseData;
use crate::report::Report;
use crate::response::{Mask, ProcessorError};
use crate::secret::Secret;
use crate::status::{StatusReport, VerificationStatus};

/// What is known of a webhook beside what is asked: nothing.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct VerifyWebhookSourceFlowData {}

/// VerifyWebhookSource: did the processor send this? Made by receiving a webhook whose processor has to be
/// asked ([`UnverifiedWebhook::question`](crate::UnverifiedWebhook::question)): only the answer to its own
/// question opens it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct VerifyWebhookSourceRequestData {
    /// The headers that the proof stands in, by their names in lower case.
    pub webhook_headers: BTreeMap<Box<str>, Box<str>>,
    /// The body as it came. It can name the payer, so that it is shown to nobody.
    #[serde(serialize_with = "crate::secret::masked")]
    pub webhook_body: Secret,
    /// What the processor calls the merchant's registration for webhooks: `webhook_id` of the credentials.
    pub webhook_id: Box<str>,
    #[serde(skip)]
    which: Option<WhichWebhook>,
}

impl VerifyWebhookSourceRequestData {
    /// The names of its fields.
    pub(crate) const FIELDS: &'static [&'static str] =
        &["webhook_headers", "webhook_body", "webhook_id"];

    /// Asks about a webhook with these headers and this body.
    #[must_use]
    pub fn new(
        webhook_headers: BTreeMap<Box<str>, Box<str>>,
        webhook_body: Box<str>,
        webhook_id: Box<str>,
    ) -> Self {
        let webhook_body = Secret::new(webhook_body);
        Self { webhook_headers, webhook_body, webhook_id, which: None }
    }

    /// The same about the one webhook that the answer shall open.
    pub(crate) fn about(self, which: WhichWebhook) -> Self {
        Self { which: Some(which), ..self }
    }
}

/// One webhook that was received by this process, told apart from all others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct WhichWebhook(u64);

impl WhichWebhook {
    pub(crate) fn next() -> Self {
        static NEXT: AtomicU64 = AtomicU64::new(0);
        Self(NEXT.fetch_add(1, Ordering::Relaxed))
    }
}

/// What VerifyWebhookSource learns.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct VerifyWebhookSourceResponseData {
    /// Whether the processor sent it.
    pub status: StatusReport<VerificationStatus>,
    /// Why it does not say so, where it tells.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub error: Option<ProcessorError>,
    /// Which webhook was asked about. It is known where an answer was read, and nowhere else: an answer that was
    /// kept opens none.
    #[serde(skip)]
    which: Option<WhichWebhook>,
}

impl VerifyWebhookSourceResponseData {
    /// The answer to this question.
    pub(crate) fn to(self, asked: &VerifyWebhookSourceRequestData) -> Self {
        Self { which: asked.which, ..self }
    }

    /// Whether it is about this webhook.
    pub(crate) fn is_about(&self, which: WhichWebhook) -> bool {
        self.which == Some(which)
    }
}

impl ResponseData for VerifyWebhookSourceResponseData {
    type Status = VerificationStatus;

    fn reported(status: StatusReport<VerificationStatus>) -> Self {
        Self { status, error: None, which: None }
    }

    fn status(&self) -> &StatusReport<VerificationStatus> {
        &self.status
    }

    fn mask(&mut self, mask: Mask<'_>) {
        mask.text(&mut self.status.connector_status);
        self.error.iter_mut().for_each(|error| mask.error(error));
    }

    fn report(&self, report: &mut Report) {
        report.error = self.error.clone();
    }
}
