//! Disputes as they move, and whoever wants to hear of it.

use super::State;
use crate::dispute::{Act, Dispute};
use crate::incoming::Incoming;
use crate::processor::Processor;
use crate::reply::Reply;

impl State {
    /// `None` where the processor has none here.
    pub(crate) fn add_dispute(&mut self, processor: Processor, status: &str) -> Option<Dispute> {
        let added = self.disputes.add(processor, status)?;
        self.announce_dispute(&added);
        Some(added)
    }

    /// `false` where there is no such dispute.
    pub(crate) fn decide_dispute(&mut self, processor: Processor, id: &str, status: &str) -> bool {
        let decided = self.disputes.decide(processor, id, status);
        decided.map(|decided| self.announce_dispute(&decided)).is_some()
    }

    /// `None` where the processor has none here.
    pub(crate) fn answer_dispute(
        &mut self,
        request: &Incoming,
        asked: (Processor, Act, &str),
    ) -> Option<Reply> {
        let wire = asked.0.wire().disputes()?;
        let (reply, moved) = self.disputes.answer(wire, request, asked);
        if let Some(moved) = moved {
            self.announce_dispute(&moved);
        }
        Some(reply)
    }
}
