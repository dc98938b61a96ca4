//! What comes of a webhook: events, or the question whether the processor sent it.

use std::collections::BTreeMap;
use std::fmt;

use super::credentials::WebhookCredentials;
use super::declaration::WebhookDeclaration;
use super::document::Document;
use super::event::Webhook;
use super::header;
use super::receive::{Receiver, text};
use super::refused::WebhookRefused;
use super::scheme::ID;
use crate::data::{VerifyWebhookSourceRequestData, WhichWebhook};
use crate::dispatch::VerifyWebhookSource;
use crate::response::Outcome;
use crate::router_data::RouterData;
use crate::secret::Secret;
use crate::status::VerificationStatus;

/// What came of a webhook.
#[derive(Debug)]
#[must_use = "its events are told once"]
pub enum Received {
    /// Its events, as far as they are believed.
    Webhook(Webhook),
    /// Nothing that came with it proves anything: the processor has to be asked whether it sent it.
    ToVerify(UnverifiedWebhook),
}

impl Received {
    /// Its events, where nobody has to be asked first.
    ///
    /// # Errors
    /// [`WebhookRefused::NotAsked`] where the processor has to be.
    pub fn webhook(self) -> Result<Webhook, WebhookRefused> {
        match self {
            Self::Webhook(webhook) => Ok(webhook),
            Self::ToVerify(_) => Err(WebhookRefused::NotAsked),
        }
    }
}

/// A webhook that can be anybody's: nothing can be had from it but the question to ask. It is opened with
/// the processor's answer to that very question, and with no other.
///
/// ```
/// use connector_core::{
///     AnyConnection, FlowHandler, Outcome, Received, VerifyWebhookSource, Webhook, WebhookRefused,
/// };
///
/// /// `answer` carries a request, and brings the response.
/// fn receive(
///     paypal: &dyn AnyConnection,
///     came: &http::Request<bytes::Bytes>,
///     answer: impl Fn(http::Request<bytes::Bytes>) -> http::Response<bytes::Bytes>,
/// ) -> Result<Webhook, Box<dyn std::error::Error>> {
///     let now = std::time::SystemTime::now();
///     match paypal.receive_webhook(came, now).ok_or("it receives none")?? {
///         Received::Webhook(webhook) => Ok(webhook),
///         Received::ToVerify(webhook) => {
///             let flow = paypal.flow::<VerifyWebhookSource>().ok_or("it cannot be asked")?;
///             let response = answer(flow.build_request(webhook.question())?);
///             let outcome = flow.handle_response(webhook.question(), response);
///             Ok(webhook.opened(&outcome)?)
///         }
///     }
/// }
/// ```
#[must_use = "it tells nothing before the processor is asked"]
pub struct UnverifiedWebhook {
    question: Box<RouterData<VerifyWebhookSource>>,
    which: WhichWebhook,
    declaration: Box<WebhookDeclaration>,
    secrets: Vec<Secret>,
}

impl UnverifiedWebhook {
    /// Takes out of a request what the processor is to be asked with.
    pub(super) fn new(
        receiver: Receiver<'_>,
        request: &http::Request<bytes::Bytes>,
        names: &[&'static str],
    ) -> Result<Self, WebhookRefused> {
        let mut headers = BTreeMap::new();
        for name in names {
            let value = header::only(request.headers(), name)?;
            if value.is_empty() {
                let form = "what the processor wrote".to_owned();
                return Err(WebhookRefused::MalformedHeader { name, form });
            }
            headers.insert((*name).into(), value.into());
        }
        // What has no events need not be asked about.
        let declaration = receiver.declaration;
        let body = text(declaration.form, request.body())
            .filter(|text| Document::new(text).is_some())
            .and_then(|_| std::str::from_utf8(request.body()).ok())
            .ok_or(WebhookRefused::NoEvents)?;
        let id = receiver.credentials.id.as_ref().ok_or(WebhookRefused::NotConfigured(ID))?;
        let which = WhichWebhook::next();
        let asked = VerifyWebhookSourceRequestData::new(headers, body.into(), id.expose().into());
        let question = Box::new(RouterData::new(asked.about(which)));
        let declaration = Box::new(declaration);
        Ok(Self { question, which, declaration, secrets: receiver.secrets.to_vec() })
    }

    /// What to ask the processor.
    #[must_use]
    pub fn question(&self) -> &RouterData<VerifyWebhookSource> {
        &self.question
    }

    /// Its events, where the processor says that it sent it.
    ///
    /// # Errors
    /// [`WebhookRefused::Unverified`] where it says that it did not; [`WebhookRefused::NotAnswered`] where
    /// it says nothing, or answers another question: then it is to be sent again.
    pub fn opened(self, outcome: &Outcome<VerifyWebhookSource>) -> Result<Webhook, WebhookRefused> {
        let Outcome::Status(answer) = outcome else {
            return Err(WebhookRefused::NotAnswered);
        };
        match answer.status.status {
            _ if !answer.is_about(self.which) => Err(WebhookRefused::NotAnswered),
            VerificationStatus::Verified => {
                let credentials = &WebhookCredentials::default();
                let Self { declaration, question, ref secrets, .. } = self;
                let receiver = Receiver { declaration: *declaration, credentials, secrets };
                let body = question.request.webhook_body.expose().to_owned();
                Ok(receiver.read_all(&body.into()))
            }
            VerificationStatus::NotVerified => Err(WebhookRefused::Unverified),
            VerificationStatus::Pending => Err(WebhookRefused::NotAnswered),
        }
    }
}

/// Nothing of what it says: somebody would believe it.
impl fmt::Debug for UnverifiedWebhook {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("UnverifiedWebhook").finish_non_exhaustive()
    }
}
