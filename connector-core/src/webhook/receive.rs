//! The way of a webhook: verified first, then read.

use std::time::SystemTime;

use bytes::Bytes;

use super::credentials::WebhookCredentials;
use super::declaration::{EventDeclaration, WebhookDeclaration, WebhookForm};
use super::document::{self, Document};
use super::event::{EventTold, Webhook, WebhookEvent};
use super::header;
use super::ids::WebhookIds;
use super::payload;
use super::received::{Received, UnverifiedWebhook};
use super::refused::WebhookRefused;
use super::scheme::{SignaturePlace, WebhookScheme};
use super::verify::{self, Sent};
use crate::response::{Fault, FaultKind, MAX_BODY_BYTES};
use crate::secret::Secret;

/// What of a connection a webhook is verified and read with.
#[derive(Clone, Copy)]
pub(crate) struct Receiver<'c> {
    pub(crate) declaration: WebhookDeclaration,
    pub(crate) credentials: &'c WebhookCredentials,
    /// To be masked where a processor echoes them.
    pub(crate) secrets: &'c [Secret],
}

/// Verifies a webhook and reads it. What was verified and cannot be read is an event that tells nothing:
/// it would be no other if it was sent again.
pub(crate) fn receive(
    receiver: Receiver<'_>,
    request: &http::Request<Bytes>,
    now: SystemTime,
) -> Result<Received, WebhookRefused> {
    let Receiver { declaration, credentials, .. } = receiver;
    let body = request.body();
    let sent = Sent { headers: request.headers(), body, now };
    if body.trim_ascii().is_empty() {
        return Err(WebhookRefused::EmptyBody);
    }
    if body.len() > MAX_BODY_BYTES {
        return Err(WebhookRefused::TooLarge { length: body.len() });
    }
    let in_events = match &declaration.scheme {
        WebhookScheme::Signature(signature) => match signature.place {
            SignaturePlace::Header { name, form, between } => {
                verify::in_header(signature, name, (form, between), sent, credentials)?;
                None
            }
            SignaturePlace::Event { path, form } => Some((signature, (path, form))),
        },
        WebhookScheme::Token(name) => {
            verify::by_token(name, sent, credentials)?;
            None
        }
        WebhookScheme::Asked(names) => {
            let webhook = UnverifiedWebhook::new(receiver, request, names)?;
            return Ok(Received::ToVerify(webhook));
        }
        WebhookScheme::Nothing => None,
    };
    let text = text(declaration.form, body);
    let events = text.as_deref().and_then(|text| split(declaration.batch, text));
    if let Some((signature, place)) = in_events {
        let events = events.as_deref().filter(|events| !events.is_empty());
        for event in events.ok_or(WebhookRefused::NoEvents)? {
            verify::in_event(signature, place, *event, credentials)?;
        }
    }
    let mut webhook = receiver.read(events, body);
    // One that is there twice, or is no text, is none.
    let id = declaration.id_header.and_then(|name| header::only(request.headers(), name).ok());
    if let (Some(id), [event]) = (id.filter(|id| !id.is_empty()), webhook.events.as_mut_slice()) {
        event.id = Some(id.into());
    }
    Ok(Received::Webhook(webhook))
}

/// The body as JSON.
pub(super) fn text(form: WebhookForm, body: &[u8]) -> Option<String> {
    let body = body.strip_prefix(b"\xef\xbb\xbf").unwrap_or(body);
    let text = std::str::from_utf8(body).ok()?;
    match form {
        WebhookForm::Json => Some(text.to_owned()),
        WebhookForm::Form => document::of_form(text),
    }
}

fn split<'a>(batch: Option<&str>, text: &'a str) -> Option<Vec<Document<'a>>> {
    let body = Document::new(text)?;
    match batch {
        Some(path) => body.list(path),
        None => Some(vec![body]),
    }
}

fn unreadable(body: &Bytes) -> WebhookEvent {
    WebhookEvent {
        id: None,
        kind: Box::default(),
        ids: WebhookIds::default(),
        told: nothing(FaultKind::Unreadable, "the body is not of the documented form".to_owned()),
        body: body.clone(),
    }
}

fn nothing(kind: FaultKind, detail: String) -> EventTold {
    EventTold::NoInformation(Fault::new(kind, detail))
}

impl Receiver<'_> {
    /// What a body tells that is believed.
    pub(super) fn read_all(self, body: &Bytes) -> Webhook {
        let text = text(self.declaration.form, body);
        self.read(text.as_deref().and_then(|text| split(self.declaration.batch, text)), body)
    }

    fn read(self, events: Option<Vec<Document<'_>>>, body: &Bytes) -> Webhook {
        let Self { declaration, .. } = self;
        let came = |event: Document<'_>| match declaration.batch {
            Some(_) => Bytes::copy_from_slice(event.as_str().as_bytes()),
            None => body.clone(),
        };
        let read = |event| self.unpacked(event, came(event));
        let events = match events {
            Some(events) => events.into_iter().map(read).collect(),
            None => vec![unreadable(body)],
        };
        Webhook { events, acknowledgement: declaration.acknowledgement }
    }

    /// The event, or what it carries inside.
    fn unpacked(self, event: Document<'_>, came: Bytes) -> WebhookEvent {
        let Some(path) = self.declaration.payload else { return self.event(event, came) };
        let json = event.text(path).and_then(|text| payload::json(&text));
        match json.as_deref().and_then(Document::new) {
            Some(inside) => self.event(inside, came),
            None => unreadable(&came),
        }
    }

    fn event(self, event: Document<'_>, body: Bytes) -> WebhookEvent {
        let declared = &self.declaration;
        let id = declared.id.and_then(|path| event.text(path));
        let kind = kind(declared.kind, event);
        // Where an event has to say of which kind it is, one that does not is of none.
        let is_silent = kind.is_empty() && !declared.kind.is_empty();
        let mut fitting = declared.events.iter().filter(|declared| declared.is_of(&kind));
        let (ids, told) = match fitting.next().filter(|_| !is_silent) {
            Some(declared) => self.told(declared, event, &kind),
            None => {
                let detail = match is_silent {
                    true => "the event does not say what happened".to_owned(),
                    false => format!("the connector does not know the event `{kind}`"),
                };
                (WebhookIds::default(), nothing(FaultKind::Silent, detail))
            }
        };
        WebhookEvent { id, kind, ids, told, body }
    }

    fn told(
        self,
        declared: &EventDeclaration,
        event: Document<'_>,
        kind: &str,
    ) -> (WebhookIds, EventTold) {
        let place = &declared.place;
        let part = match place.with {
            Some(name) => event.at_with(place.at, name, kind),
            None => event.at(place.at).map(|part| part.as_str().to_owned()),
        };
        let document = part.as_deref().and_then(Document::new);
        let (Some(part), Some(document)) = (&part, document) else {
            let detail = format!("the event has no `{}`", place.at);
            return (WebhookIds::default(), nothing(FaultKind::Unreadable, detail));
        };
        let ids = WebhookIds::read(document, place.ids);
        let told = (declared.told)(part, self.secrets, &ids);
        (ids, told)
    }
}

/// What an event calls itself: the first part has to be there, and others where they are.
fn kind(paths: &[&str], event: Document<'_>) -> Box<str> {
    let Some((first, others)) = paths.split_first() else { return Box::default() };
    let Some(first) = event.text(first) else { return Box::default() };
    let mut kind = first.into_string();
    for part in others.iter().filter_map(|path| event.text(path)) {
        kind.push(':');
        kind.push_str(&part);
    }
    kind.into()
}

impl EventDeclaration {
    /// Whether it is about events of this kind.
    fn is_of(&self, kind: &str) -> bool {
        self.place.on.iter().any(|on| match on.strip_suffix('*') {
            Some(beginning) => kind.starts_with(beginning),
            None => *on == kind,
        })
    }
}
