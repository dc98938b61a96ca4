//! What a processor sends by itself, read from the declaration.

use serde::Serialize;

use crate::credentials::CredentialField;
use crate::response::StatusBy;
use crate::status::StatusMapping;
use crate::webhook::{EventDeclaration, EventPlace, WebhookDeclaration, WebhookScheme};

/// What a processor sends by itself, and how it proves that it was it.
#[derive(Debug, Clone, Serialize)]
pub struct WebhookDescription {
    /// How it proves that it was it: `hmac-sha256`, `token`, `asked`, `nothing`.
    pub scheme: &'static str,
    /// Where the proof stands.
    pub place: Option<String>,
    /// What is signed, where something is.
    pub signed: Option<String>,
    /// How the signature is written.
    pub encoding: Option<&'static str>,
    /// How the secret is written.
    pub key: Option<&'static str>,
    /// How old it may be, in seconds; `None` where the time is not signed.
    pub tolerance_seconds: Option<u64>,
    /// What a set of credentials has to name before one is believed.
    pub credentials: &'static [CredentialField],
    /// Where the list of events stands, where several come together.
    pub batch: Option<&'static str>,
    /// Where an event carries what is read, as XML in Base64.
    pub payload: Option<&'static str>,
    /// What is read of which events.
    pub events: Vec<EventDescription>,
    /// Why none is read, where that is so.
    pub no_events: Option<&'static str>,
    /// The body that the processor wants to be answered with.
    pub acknowledgement: &'static str,
}

/// What is read of events of some kinds.
#[derive(Debug, Clone, Serialize)]
pub struct EventDescription {
    /// Which, as the processor calls them.
    pub on: &'static [&'static str],
    /// The flow that would have been answered so.
    pub flow: &'static str,
    /// Whether it is to be asked, because the event tells nothing more than the id.
    pub asks: bool,
    /// Where what is read stands.
    pub at: &'static str,
    /// Whether the event's name is its status.
    pub is_its_name: bool,
    /// Which id stands where in it.
    pub ids: &'static [(&'static str, &'static str)],
    /// What the processor's words for the status mean.
    pub statuses: &'static [StatusMapping],
    /// The function that makes the status of them, and how it decides.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status_by: Option<StatusBy>,
}

impl WebhookDescription {
    pub(super) fn of(declared: &WebhookDeclaration) -> Self {
        let scheme = &declared.scheme;
        let signature = match scheme {
            WebhookScheme::Signature(signature) => Some(signature),
            WebhookScheme::Token(_) | WebhookScheme::Asked(_) | WebhookScheme::Nothing => None,
        };
        Self {
            scheme: scheme.name(),
            place: scheme.place(),
            signed: scheme.signed(),
            encoding: signature.map(|signature| signature.encoding.name()),
            key: signature.map(|signature| signature.key.name()),
            tolerance_seconds: signature
                .and_then(|signature| signature.tolerance)
                .map(|tolerance| tolerance.as_secs()),
            credentials: scheme.credentials(),
            batch: declared.batch,
            payload: declared.payload,
            events: declared.events.iter().map(EventDescription::of).collect(),
            no_events: declared.no_events,
            acknowledgement: declared.acknowledgement,
        }
    }
}

impl EventDescription {
    fn of(declared: &EventDeclaration) -> Self {
        let EventDeclaration { place, flow, asks, statuses, status_by, .. } = *declared;
        let EventPlace { on, at, ids, with, .. } = place;
        Self { on, flow, asks, at, is_its_name: with.is_some(), ids, statuses, status_by }
    }
}
