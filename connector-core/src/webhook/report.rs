//! An event as one flat record, as outcomes are.

use serde::Serialize;

use super::event::{EventTold, Question, WebhookEvent};
use crate::dispatch::{DSync, PSync, PayoutGet, RSync};
use crate::flow::Flow;
use crate::report::Report;

/// An event as one flat record: what it is, and what it tells as a [`Report`]. Its fields are a stable
/// interface, as those of a report are.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct EventReport {
    /// The event's own id.
    pub event_id: Option<Box<str>>,
    /// What happened, as the processor calls it.
    pub event_kind: Box<str>,
    /// The flow that would have been answered so, or is to be asked.
    pub flow: Option<&'static str>,
    /// Whether the event tells only what to ask.
    pub asks: bool,
    /// What it tells, with every id that it carries.
    #[serde(flatten)]
    pub report: Report,
}

impl From<&WebhookEvent> for EventReport {
    fn from(event: &WebhookEvent) -> Self {
        let (flow, mut report) = match &event.told {
            EventTold::Payment(outcome) => (Some(PSync::NAME), Report::from(outcome)),
            EventTold::Refund(outcome) => (Some(RSync::NAME), Report::from(outcome)),
            EventTold::Dispute(outcome) => (Some(DSync::NAME), Report::from(outcome)),
            EventTold::Payout(outcome) => (Some(PayoutGet::NAME), Report::from(outcome)),
            EventTold::Ask(question) => (Some(question.flow()), to_ask(question)),
            EventTold::NoInformation(fault) => (None, Report::of_silence(fault)),
        };
        event.ids.report(&mut report);
        Self {
            event_id: event.id.clone(),
            event_kind: event.kind.clone(),
            flow,
            asks: matches!(event.told, EventTold::Ask(_)),
            report,
        }
    }
}

impl Question {
    /// The name of the flow to ask.
    #[must_use]
    pub fn flow(&self) -> &'static str {
        match self {
            Self::Payment(_) => PSync::NAME,
            Self::Refund(_) => RSync::NAME,
            Self::Dispute(_) => DSync::NAME,
            Self::Payout(_) => PayoutGet::NAME,
        }
    }
}

fn to_ask(question: &Question) -> Report {
    let detail = format!("the event does not say what happened; ask with {}", question.flow());
    Report { outcome: "no_information", detail: Some(detail), ..Report::default() }
}
