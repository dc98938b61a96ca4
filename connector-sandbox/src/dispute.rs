//! Disputes: a customer's bank takes the customer's side, and the merchant may answer. They are there from
//! the start, or added; how one ends is decided by whoever writes the test.

use std::collections::BTreeMap;

use crate::incoming::Incoming;
use crate::processor::Processor;
use crate::reply::Reply;

/// A dispute, as it stands.
///
/// ```
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> std::io::Result<()> {
/// use connector_sandbox::{Processor, Sandbox};
///
/// let sandbox = Sandbox::start().await?;
/// let open = sandbox.add_dispute(Processor::Stripe, "needs_response").unwrap();
/// assert!(sandbox.decide(Processor::Stripe, &open.id, "won"));
/// assert!(!sandbox.decide(Processor::Stripe, "dp_nobodys", "won"));
/// # Ok(())
/// # }
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dispute {
    /// Whose wire it is seen on.
    pub processor: Processor,
    /// The identifier in the processor's form.
    pub id: String,
    /// The payment that is disputed; it is nobody's order.
    pub payment_id: String,
    /// The processor's word, perhaps with what decides it behind a colon.
    pub status: String,
}

/// What is disputed, in minor units of [`CURRENCY`].
pub(crate) const AMOUNT: i64 = 1_234;
pub(crate) const CURRENCY: &str = "USD";

impl Dispute {
    /// The status, and what stands behind the colon.
    pub(crate) fn word(&self) -> (&str, Option<&str>) {
        let parts = self.status.split_once(':');
        parts.map_or((&self.status, None), |(word, why)| (word, Some(why)))
    }
}

/// What a request wants of a dispute.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Act {
    Ask,
    /// The customer is right.
    Accept,
    /// Something that proves the opposite is kept with it.
    HandIn,
    /// What was handed in goes to the bank.
    Defend,
}

/// The part of a processor's wire that is about disputes.
pub(crate) trait Disputes: Sync {
    /// Every status that the processor documents, in the form of [`Dispute::status`].
    fn statuses(&self) -> &'static [&'static str];

    /// The status of one that the merchant has won.
    fn won(&self) -> &'static str;

    /// What becomes of which status by which act; what is not here is refused. The first is from the status
    /// in which a dispute can be accepted and answered.
    fn moves(&self) -> &'static [(&'static str, Act, &'static str)];

    /// An identifier in the processor's form.
    fn id(&self, number: u64) -> String;

    /// What is told of it, also after an act.
    fn shown(&self, request: &Incoming, act: Act, dispute: &Dispute) -> Reply;

    /// There is no such dispute, or it has come too far for the act.
    fn refused(&self, request: &Incoming, is_known: bool) -> Reply;
}

/// The disputes of a sandbox.
#[derive(Debug)]
pub(crate) struct All {
    known: BTreeMap<(Processor, String), Dispute>,
    added: u64,
}

impl All {
    /// One for each status of each processor.
    pub(crate) fn new() -> Self {
        let mut all = Self { known: BTreeMap::new(), added: 0 };
        for processor in Processor::ALL.iter().copied() {
            for status in processor.dispute_statuses() {
                all.add(processor, status);
            }
        }
        all
    }

    /// `None` where the processor has no disputes here.
    pub(crate) fn add(&mut self, processor: Processor, status: &str) -> Option<Dispute> {
        let wire = processor.wire();
        let id = wire.disputes()?.id(700_u64.saturating_add(self.added));
        let payment_id = wire.id(crate::case::Kind::Payment, "disputed", 699);
        self.added = self.added.saturating_add(1);
        let dispute = Dispute { processor, id: id.clone(), payment_id, status: status.to_owned() };
        self.known.insert((processor, id), dispute.clone());
        Some(dispute)
    }

    /// As it stands now; `None` where there is no such dispute.
    pub(crate) fn decide(
        &mut self,
        processor: Processor,
        id: &str,
        status: &str,
    ) -> Option<Dispute> {
        let known = self.known.get_mut(&(processor, id.to_owned()))?;
        status.clone_into(&mut known.status);
        Some(known.clone())
    }

    pub(crate) fn all(&self) -> Vec<Dispute> {
        self.known.values().cloned().collect()
    }

    /// Answers a request about a dispute, and moves it where that is possible: to what it is, where that is
    /// something else than before.
    pub(crate) fn answer(
        &mut self,
        wire: &dyn Disputes,
        request: &Incoming,
        (processor, act, id): (Processor, Act, &str),
    ) -> (Reply, Option<Dispute>) {
        let Some(dispute) = self.known.get_mut(&(processor, id.to_owned())) else {
            return (wire.refused(request, false), None);
        };
        let mut moved = false;
        if act != Act::Ask {
            let (word, _) = dispute.word();
            let mut moves = wire.moves().iter();
            let Some((.., after)) = moves.find(|(from, by, _)| (*from, *by) == (word, act)) else {
                return (wire.refused(request, true), None);
            };
            moved = dispute.status != *after;
            (*after).clone_into(&mut dispute.status);
        }
        (wire.shown(request, act, dispute), moved.then(|| dispute.clone()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_move_is_from_a_status_to_a_status() {
        let mut count = 0_usize;
        for processor in Processor::ALL {
            let Some(wire) = processor.wire().disputes() else { continue };
            let words: Vec<&str> =
                wire.statuses().iter().filter_map(|status| status.split(':').next()).collect();
            for (from, _, to) in wire.moves() {
                let to = to.split(':').next().unwrap();
                assert!(words.contains(from) && words.contains(&to), "{processor}: {from} to {to}");
            }
            count = count.saturating_add(1);
        }
        assert_eq!(count, 8);
    }
}
