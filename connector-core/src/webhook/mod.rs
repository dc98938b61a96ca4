//! Webhooks: what a processor sends by itself. Verified first, then read as what a sync would have told.
//!
//! [`scheme`] says how a connector's processor proves that it was it, [`declaration`] what it sends,
//! both as constants that the derive of `Webhook` makes. [`receive`] is the way of each of them:
//! [`verify`], or [`received`] where the processor has to be asked, then [`document`] finds the events in the body (inside of a [`payload`]), and [`event`] is what becomes of one.

mod answers;
mod credentials;
mod declaration;
mod document;
mod event;
mod header;
mod ids;
mod payload;
mod receive;
mod received;
mod refused;
mod report;
pub(crate) mod scheme;
mod verify;

pub use answers::EventFlow;
pub(crate) use credentials::WebhookCredentials;
pub use declaration::{
    EventDeclaration, EventPlace, NoStatusAt, ReceivesWebhooks, StatusAt, WebhookDeclaration,
    WebhookForm, asked, event, event_to_ask, is_read_at,
};
pub use event::{EventTold, Question, Webhook, WebhookEvent};
pub use ids::WebhookIds;
pub(crate) use receive::{Receiver, receive};
pub use received::{Received, UnverifiedWebhook};
pub use refused::WebhookRefused;
pub use report::EventReport;
pub use scheme::{
    Algorithm, Encoding, HeaderPart, KeyForm, Signature, SignaturePlace, SignedPart, WebhookScheme,
};
