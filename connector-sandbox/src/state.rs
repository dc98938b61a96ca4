//! The payments and refunds of a sandbox, and how a read moves them on.

use std::collections::{BTreeMap, VecDeque};
use std::net::SocketAddr;

use tokio::sync::mpsc::UnboundedSender;

use crate::card::Card;
use crate::case::{Case, Kind};
use crate::dispute;
use crate::order_fault::OrderFault;
use crate::outbox::Sent;
use crate::processor::Processor;
use crate::recorded::Recorded;
use crate::remembered::Remembered;
use crate::resource::{Resource, Seen};
use crate::script::{Payment, Refund};
use crate::wire::Ask;

mod disputed;
mod kept;
mod ordered;

use self::kept::Kept;

/// Older requests, and older payments of orders, are forgotten, so that a long run does not fill the
/// memory.
const REMEMBERED: usize = 10_000;

/// Identifiers of added resources are numbered from here; the ready-made ones stay below.
const FIRST_ADDED: u64 = 1_000_000;

#[derive(Debug)]
pub(crate) struct State {
    /// Where the sandbox listens, and customers authenticate.
    pub(crate) address: SocketAddr,
    pub(crate) remembered: Remembered,
    pub(crate) disputes: dispute::All,
    resources: BTreeMap<(Processor, String), Resource>,
    /// The payments that orders made, oldest first.
    ordered: VecDeque<(Processor, String)>,
    kept: Kept,
    faults: VecDeque<(Processor, OrderFault)>,
    added: u64,
    requests: VecDeque<Recorded>,
    /// Where webhooks go, where somebody wants them.
    pub(crate) outbox: Option<UnboundedSender<Sent>>,
}

/// There is no such payment to refund.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{processor} has no payment `{id}` in this sandbox")]
pub struct UnknownPayment {
    processor: Processor,
    id: String,
}

impl State {
    pub(crate) fn new(address: SocketAddr) -> Self {
        Self {
            address,
            remembered: Remembered::default(),
            disputes: dispute::All::new(),
            resources: BTreeMap::new(),
            ordered: VecDeque::new(),
            kept: Kept::default(),
            faults: VecDeque::new(),
            added: 0,
            requests: VecDeque::new(),
            outbox: None,
        }
    }

    pub(crate) fn record(&mut self, request: Recorded) {
        if self.requests.len() >= REMEMBERED {
            self.requests.pop_front();
        }
        self.requests.push_back(request);
    }

    pub(crate) fn requests(&self) -> Vec<Recorded> {
        self.requests.iter().cloned().collect()
    }

    pub(crate) fn add_payment(&mut self, processor: Processor, payment: Payment) -> String {
        let id = self.fresh_id(processor, Kind::Payment);
        self.insert_payment(processor, id.clone(), payment);
        id
    }

    pub(crate) fn add_refund(
        &mut self,
        processor: Processor,
        payment_id: &str,
        refund: Refund,
    ) -> Result<String, UnknownPayment> {
        let id = self.fresh_id(processor, Kind::Refund);
        self.insert_refund(processor, payment_id, id.clone(), refund)?;
        Ok(id)
    }

    /// Puts a ready-made case under its own identifier.
    pub(crate) fn seed(&mut self, case: &Case) {
        let payment = Payment::new(1_234, "USD");
        match (case.kind, &case.payment_id) {
            (Kind::Refund, Some(payment_id)) => {
                self.insert_payment(case.processor, payment_id.clone(), payment);
                let refund = Refund { steps: case.steps.clone(), ..Refund::full() };
                // The payment has just been inserted.
                self.insert_refund(case.processor, payment_id, case.id.clone(), refund).ok();
            }
            _ => {
                let payment = Payment { steps: case.steps.clone(), ..payment };
                self.insert_payment(case.processor, case.id.clone(), payment);
            }
        }
    }

    /// Reads what was asked for, and moves it to its next step.
    pub(crate) fn read(&mut self, processor: Processor, ask: &Ask) -> Option<Seen> {
        let id = ask.id().to_owned();
        let found = self.resources.get(&(processor, id.clone()))?;
        if found.kind != ask.kind() && !matches!(ask, Ask::Either(_)) {
            return None;
        }
        let payment_id = found.payment_id.as_ref().unwrap_or(&id).clone();
        let payment = self.resources.get(&(processor, payment_id.clone()))?;
        let refunds = match found.kind {
            Kind::Payment => found.refunds.clone(),
            Kind::Refund => vec![id.clone()],
        };
        let wire = processor.wire();
        let mut seen = Seen {
            kind: if matches!(ask, Ask::RefundsOf(_)) { Kind::Refund } else { found.kind },
            fault: None,
            payment: payment.subject(wire, payment_id.clone()),
            refunds: refunds
                .iter()
                .filter_map(|id| {
                    let refund = self.resources.get(&(processor, id.clone()))?;
                    Some(refund.subject(wire, id.clone()))
                })
                .collect(),
        };
        let moved = match seen.kind {
            Kind::Payment => vec![payment_id],
            Kind::Refund => refunds,
        };
        for id in moved {
            if let Some(resource) = self.resources.get_mut(&(processor, id)) {
                // Every one moves on, also behind the first that goes wrong.
                let fault = resource.advance();
                seen.fault = seen.fault.or(fault);
            }
        }
        Some(seen)
    }

    pub(crate) fn fail_next_order(&mut self, processor: Processor, fault: OrderFault) {
        self.faults.push_back((processor, fault));
    }

    pub(crate) fn next_fault(&mut self, processor: Processor) -> Option<OrderFault> {
        let place = self.faults.iter().position(|(whose, _)| *whose == processor)?;
        self.faults.remove(place).map(|(_, fault)| fault)
    }

    /// Keeps a card, or a name for somebody who pays.
    pub(crate) fn keep_card(&mut self, processor: Processor, card: Option<Card>) -> String {
        self.added = self.added.saturating_add(1);
        let id = processor.wire().kept_id(FIRST_ADDED.saturating_add(self.added));
        self.kept.add(processor, &id, card);
        id
    }

    /// What was kept under this name, which may have been no card; `None` where nothing was.
    pub(crate) fn forget_card(&mut self, processor: Processor, id: &str) -> Option<Option<Card>> {
        self.kept.forget(processor, id)
    }

    pub(crate) fn kept_card(&self, processor: Processor, id: &str) -> Option<Card> {
        self.kept.card(processor, id).or_else(|| processor.wire().published_token(id))
    }

    pub(crate) fn fresh_id(&mut self, processor: Processor, kind: Kind) -> String {
        self.added = self.added.saturating_add(1);
        let number = FIRST_ADDED.saturating_add(self.added);
        processor.wire().id(kind, &format!("{number:024}"), number)
    }

    fn insert_payment(&mut self, processor: Processor, id: String, payment: Payment) {
        self.resources.insert((processor, id), Resource::payment(payment));
    }

    fn insert_refund(
        &mut self,
        processor: Processor,
        payment_id: &str,
        id: String,
        refund: Refund,
    ) -> Result<(), UnknownPayment> {
        let payment = self
            .resources
            .get_mut(&(processor, payment_id.to_owned()))
            .filter(|resource| resource.kind == Kind::Payment)
            .ok_or_else(|| UnknownPayment { processor, id: payment_id.to_owned() })?;
        payment.refunds.push(id.clone());
        let resource = Resource::refund(refund, payment, payment_id);
        self.resources.insert((processor, id), resource);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fault::Fault;

    fn state() -> State {
        State::new(([127, 0, 0, 1], 0).into())
    }

    fn status(state: &mut State, ask: &Ask) -> (Option<Fault>, String) {
        let seen = state.read(Processor::Stripe, ask).unwrap();
        let subject = if seen.kind == Kind::Payment { &seen.payment } else { &seen.refunds[0] };
        (seen.fault, subject.status.clone())
    }

    #[test]
    fn each_read_moves_on_and_the_last_step_stays() {
        let mut state = state();
        let script = Payment::new(1, "USD").status("a").fault(Fault::Slow).status("b");
        let ask = Ask::Payment(state.add_payment(Processor::Stripe, script));
        assert_eq!(status(&mut state, &ask), (None, "a".into()));
        assert_eq!(status(&mut state, &ask), (Some(Fault::Slow), "a".into()));
        assert_eq!(status(&mut state, &ask), (None, "b".into()));
        assert_eq!(status(&mut state, &ask), (None, "b".into()));
    }

    #[test]
    fn without_a_script_all_is_well() {
        let mut state = state();
        let id = state.add_payment(Processor::Stripe, Payment::new(1, "usd"));
        assert_eq!(status(&mut state, &Ask::Payment(id)), (None, "succeeded".into()));
    }

    #[test]
    fn reading_a_refund_leaves_the_payment_where_it_is() {
        let mut state = state();
        let script = Payment::new(1, "USD").status("a").status("b");
        let id = state.add_payment(Processor::Stripe, script);
        let refund = Refund::full().status("x").status("y");
        let refund = state.add_refund(Processor::Stripe, &id, refund).unwrap();
        assert_eq!(status(&mut state, &Ask::Refund(refund.clone())).1, "x");
        assert_eq!(status(&mut state, &Ask::RefundsOf(id.clone())).1, "y");
        assert_eq!(status(&mut state, &Ask::Payment(id.clone())).1, "a");
        assert!(state.read(Processor::Stripe, &Ask::Refund(id)).is_none());
        assert!(state.read(Processor::Stripe, &Ask::Payment(refund)).is_none());
    }

    #[test]
    fn a_refund_needs_its_payment() {
        let mut state = state();
        let error = state.add_refund(Processor::Stripe, "pi_none", Refund::full()).unwrap_err();
        assert_eq!(error.to_string(), "stripe has no payment `pi_none` in this sandbox");
    }
}
