//! The payments that orders made, or moved.

use super::{REMEMBERED, State};
use crate::case::Kind;
use crate::ledger::Refusal;
use crate::made::Made;
use crate::order::Facts;
use crate::processor::Processor;
use crate::resource::{Resource, Seen};

impl State {
    /// The payment, and of its refunds these, or all where none is named. Nothing moves.
    pub(crate) fn show(&self, processor: Processor, id: &str, refunds: &[String]) -> Option<Seen> {
        let wire = processor.wire();
        let payment = self.resources.get(&(processor, id.to_owned()))?;
        let kind = if refunds.is_empty() { Kind::Payment } else { Kind::Refund };
        let refunds = if refunds.is_empty() { payment.refunds.as_slice() } else { refunds };
        let refund = |id: &String| {
            let refund = self.resources.get(&(processor, id.clone()))?;
            Some(refund.subject(wire, id.clone()))
        };
        Some(Seen {
            kind,
            fault: None,
            payment: payment.subject(wire, id.to_owned()),
            refunds: refunds.iter().filter_map(refund).collect(),
        })
    }

    /// What orders have made of a payment so far, or the script, where an order can go on from it.
    pub(crate) fn made(&self, processor: Processor, id: &str) -> Result<Made, Refusal> {
        let seen = self.show(processor, id, &[]).ok_or(Refusal::Unknown)?;
        let known = self.resources.get(&(processor, id.to_owned()));
        if known.is_none_or(|resource| resource.kind != Kind::Payment) {
            return Err(Refusal::Unknown);
        }
        if let Some(made) = seen.payment.made {
            return Ok(made);
        }
        let wire = processor.wire();
        let ledger = wire.ledger(&seen.payment.status, seen.payment.amount_minor);
        let mut ledger = ledger.ok_or(Refusal::Stage)?;
        for refund in &seen.refunds {
            let refunded = ledger.refunded.saturating_add(refund.amount_minor);
            ledger.refunded = refunded.min(ledger.captured);
        }
        Ok(Made::new(ledger, Facts::default()))
    }

    /// The payment is as this order left it.
    pub(crate) fn put(&mut self, processor: Processor, id: &str, made: Made) {
        if let Some(resource) = self.resources.get_mut(&(processor, id.to_owned())) {
            resource.made = Some(made);
        }
    }

    /// The merchant's own name for a refund.
    pub(crate) fn call(&mut self, processor: Processor, id: &str, reference: Option<String>) {
        if let Some(refund) = self.resources.get_mut(&(processor, id.to_owned())) {
            refund.reference = reference;
        }
    }

    /// A payment that an order made. The oldest of too many is forgotten, and its refunds with it.
    pub(crate) fn insert_ordered(&mut self, processor: Processor, id: &str, resource: Resource) {
        let key = (processor, id.to_owned());
        self.resources.insert(key.clone(), resource);
        self.ordered.push_back(key);
        if self.ordered.len() > REMEMBERED
            && let Some((processor, id)) = self.ordered.pop_front()
            && let Some(forgotten) = self.resources.remove(&(processor, id))
        {
            for refund in forgotten.refunds {
                self.resources.remove(&(processor, refund));
            }
        }
    }

    /// The payments that orders made, oldest first.
    pub(crate) fn ordered(&self) -> impl Iterator<Item = (Processor, Seen)> {
        self.ordered
            .iter()
            .filter_map(|(processor, id)| Some((*processor, self.show(*processor, id, &[])?)))
    }

    /// Those that the merchant called so, however it is written.
    pub(crate) fn called(&self, processor: Processor, reference: &str) -> Vec<Seen> {
        let is_called = |seen: &Seen| {
            let facts = seen.payment.made.as_ref().map(|made| &made.facts);
            let called = facts.and_then(|facts| processor.wire().called(facts));
            called.is_some_and(|called| called.eq_ignore_ascii_case(reference))
        };
        let ordered = self.ordered().filter(|(whose, _)| *whose == processor);
        ordered.map(|(_, seen)| seen).filter(is_called).collect()
    }

    /// The night falls: money that was taken is settled, and so are the refunds of ordered payments.
    pub(crate) fn settle(&mut self) {
        let mut refunds = Vec::new();
        for ((processor, _), resource) in &mut self.resources {
            if let Some(made) = &mut resource.made {
                made.ledger.settle();
                refunds.extend(resource.refunds.iter().map(|id| (*processor, id.clone())));
            }
        }
        for key in refunds {
            let wire = key.0.wire();
            if let Some(refund) = self.resources.get_mut(&key)
                && refund.shows(wire.refund_ordered())
            {
                refund.now(wire.settled(Kind::Refund));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ledger::Ledger;
    use crate::script::Refund;

    #[test]
    fn the_oldest_of_too_many_payments_is_forgotten_with_its_refunds() {
        let mut state = State::new(([127, 0, 0, 1], 0).into());
        let add = |state: &mut State, id: &str| {
            let made = Made::new(Ledger::new(1, true), Facts::default());
            state.insert_ordered(Processor::Stripe, id, Resource::ordered(1, "USD", made));
        };
        add(&mut state, "pi_first");
        let refund = state.add_refund(Processor::Stripe, "pi_first", Refund::full()).unwrap();
        for number in 1..REMEMBERED {
            add(&mut state, &format!("pi_{number}"));
        }
        assert!(state.show(Processor::Stripe, "pi_first", &[]).is_some());
        add(&mut state, "pi_last");
        assert!(state.show(Processor::Stripe, "pi_first", &[]).is_none());
        assert!(state.show(Processor::Stripe, &refund, &[]).is_none());
        assert_eq!(state.ordered().count(), REMEMBERED);
    }
}
