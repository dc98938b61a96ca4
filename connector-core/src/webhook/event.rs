//! What was received: events that were verified, each with what it tells.

use std::fmt;

use bytes::Bytes;

use super::ids::WebhookIds;
use crate::dispatch::{DSync, PSync, PayoutGet, RSync};
use crate::response::{Fault, Outcome};
use crate::router_data::RouterData;

/// A webhook that was verified. Answer it with its [`acknowledgement`](Self::acknowledgement) as soon as
/// its events are kept: processors send again what is not answered in a few seconds.
#[derive(Debug, Clone)]
#[must_use = "its events are told once"]
pub struct Webhook {
    /// What it tells; several events where the processor sends them together.
    pub events: Vec<WebhookEvent>,
    pub(super) acknowledgement: &'static str,
}

impl Webhook {
    /// What the processor wants to read, so that it does not send it again.
    #[must_use]
    pub fn acknowledgement(&self) -> http::Response<Bytes> {
        http::Response::new(Bytes::from_static(self.acknowledgement.as_bytes()))
    }
}

/// One event. `Debug` shows no more of its body than the length: some processors send in it what pays.
#[derive(Clone)]
#[non_exhaustive]
pub struct WebhookEvent {
    /// The event's own id, where it has one. What is delivered twice has the same.
    pub id: Option<Box<str>>,
    /// What happened, as the processor calls it.
    pub kind: Box<str>,
    /// Every id that it carries.
    pub ids: WebhookIds,
    /// What it tells.
    pub told: EventTold,
    /// The event as it came.
    pub body: Bytes,
}

impl fmt::Debug for WebhookEvent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("WebhookEvent")
            .field("id", &self.id)
            .field("kind", &self.kind)
            .field("ids", &self.ids)
            .field("told", &self.told)
            .field("body_bytes", &self.body.len())
            .finish()
    }
}

/// What an event tells: what a sync would have told when it was sent. Events come late, twice and in any
/// order, so a status of theirs goes the way of every other one: [`Status::apply`](crate::Status::apply).
///
/// The ids of the question are the event's own. Where the application knows what it asked for, it
/// compares: [`Outcome::held_against`].
#[derive(Debug, Clone)]
#[must_use = "it says whether anything is known, and has to be matched"]
pub enum EventTold {
    /// What became of a payment.
    Payment(Outcome<PSync>),
    /// What became of a refund.
    Refund(Outcome<RSync>),
    /// What became of a dispute.
    Dispute(Outcome<DSync>),
    /// What became of a payout.
    Payout(Outcome<PayoutGet>),
    /// Only that something happened: ask what.
    Ask(Question),
    /// An event that this connector does not know, or that cannot be read. Keep it as it is; there is
    /// nothing that sending it again would mend.
    NoInformation(Fault),
}

/// What to ask, with which ids.
#[derive(Debug, Clone)]
pub enum Question {
    /// What became of this payment?
    Payment(RouterData<PSync>),
    /// What became of this refund?
    Refund(RouterData<RSync>),
    /// What became of this dispute?
    Dispute(RouterData<DSync>),
    /// What became of this payout?
    Payout(RouterData<PayoutGet>),
}
