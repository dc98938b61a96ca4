//! Carries out orders. The caller holds the lock from the look at the key to the answer, so that two
//! captures at once take the money once.

use crate::card::{Card, CardProblem, CardResult};
use crate::case::Kind;
use crate::fault::Fault;
use crate::incoming::Incoming;
use crate::ledger::{Ledger, Refusal, Stage};
use crate::made::{DeedKind, Made};
use crate::order::{Order, Pay, Source};
use crate::order_fault::{OrderFault, When};
use crate::page;
use crate::processor::Processor;
use crate::remembered::Known;
use crate::reply::Reply;
use crate::resource::{Resource, Seen};
use crate::script::Refund;
use crate::state::State;
use crate::webhook::Happened;

/// What is answered to an order, and what goes wrong with the answer.
#[derive(Debug)]
pub(crate) struct Carried {
    pub(crate) fault: Option<Fault>,
    pub(crate) reply: Reply,
}

/// What came of an order.
enum Done {
    Payment(Box<Seen>),
    Kept(String, Option<Card>),
    Forgotten(Option<Card>),
}

impl State {
    /// Answers an order: as before where its key is known, else by carrying it out.
    pub(crate) fn carry_out(
        &mut self,
        processor: Processor,
        request: &Incoming,
        order: &Order,
    ) -> Carried {
        let wire = processor.wire();
        let trouble = self.next_fault(processor);
        let fault = trouble.map(OrderFault::fault);
        if trouble.is_some_and(|trouble| trouble.when() == When::Before) {
            // None of these faults shows a good answer, so there need be none.
            return Carried { fault, reply: wire.server_error() };
        }
        let key = wire.idempotency_key(request);
        let known = key.as_deref().and_then(|key| self.remembered.find(processor, key, request));
        match (known, key.as_deref()) {
            (Some(Known::Other(first)), Some(key)) => {
                let reply = wire.key_reused(key).unwrap_or_else(|| wire.again(first));
                return Carried { fault, reply };
            }
            (Some(Known::Same(first)), _) => return Carried { fault, reply: wire.again(first) },
            _ => {}
        }
        let same = wire.same_again(request, order);
        let duplicate =
            same.as_ref().is_some_and(|same| self.remembered.is_recent(processor, same));
        let done = if duplicate { Err(Refusal::Duplicate) } else { self.execute(processor, order) };
        if let Ok(Done::Payment(seen)) = &done {
            self.announce_order(processor, order, seen);
        }
        let (reply, spoilt) = match &done {
            Ok(Done::Kept(id, card)) => (wire.kept(request, id, card.as_ref()), None),
            Ok(Done::Forgotten(card)) => (wire.forgotten(request, card.as_ref()), None),
            Ok(Done::Payment(seen)) => {
                let spoilt = fault.map(|fault| {
                    let mut seen = Seen::clone(seen);
                    seen.twist(fault, wire);
                    wire.done(request, order, &seen)
                });
                (wire.done(request, order, seen), spoilt)
            }
            Err(refusal) => {
                let seen = order.payment_id().and_then(|id| self.show(processor, id, &[]));
                (wire.refused(request, order, *refusal, seen.as_ref()), None)
            }
        };
        let key = key.filter(|_| wire.remembers(&reply));
        for key in key.into_iter().chain(same.filter(|_| done.is_ok())) {
            self.remembered.add(processor, key, request, reply.clone());
        }
        Carried { fault, reply: spoilt.unwrap_or(reply) }
    }

    fn execute(&mut self, processor: Processor, order: &Order) -> Result<Done, Refusal> {
        let rules = processor.wire().rules();
        match order {
            Order::Pay(pay) => return self.pay(processor, pay).map(Box::new).map(Done::Payment),
            Order::Keep(source) => return self.keep(processor, source.as_ref()),
            Order::Forget(id) => {
                let known = self.forget_card(processor, id);
                return known.map(Done::Forgotten).ok_or(Refusal::UnknownMethod);
            }
            Order::Refund { payment_id, amount, last4, reference } => {
                let id = self.give_back(processor, payment_id, *amount, last4.as_deref())?;
                self.call(processor, &id, reference.clone());
                let seen = self.show(processor, payment_id, &[id]);
                return seen.map(Box::new).map(Done::Payment).ok_or(Refusal::Unknown);
            }
            Order::Reverse { payment_id } => return self.reverse(processor, payment_id),
            _ => {}
        }
        let id = order.payment_id().unwrap_or_default();
        let mut made = self.made(processor, id)?;
        match order {
            Order::Capture { amount, last, .. } => {
                let is_part = amount.is_some_and(|amount| amount < made.ledger.capturable());
                if rules.takes_all && is_part {
                    return Err(Refusal::Amount);
                }
                let amount = made.ledger.capture(*amount, *last)?;
                made.record(self.fresh_id(processor, Kind::Refund), DeedKind::Capture, amount);
            }
            Order::Void { .. } | Order::TakeBack { .. } => {
                match order {
                    Order::TakeBack { .. } => made.ledger.take_back(rules)?,
                    _ => made.ledger.void(rules)?,
                }
                made.authentication = None;
                let amount = made.ledger.authorized;
                made.record(self.fresh_id(processor, Kind::Refund), DeedKind::Void, amount);
            }
            Order::Increase { total, .. } => {
                let before = made.ledger.authorized;
                made.ledger.increase(*total, rules)?;
                let more = total.saturating_sub(before);
                made.record(self.fresh_id(processor, Kind::Refund), DeedKind::Authorization, more);
            }
            Order::Raise { more, .. } => {
                let total = made.ledger.authorized.saturating_add(*more);
                made.ledger.increase(total, rules)?;
                made.record(self.fresh_id(processor, Kind::Refund), DeedKind::Authorization, *more);
            }
            Order::Confirm { source, return_url, .. } => {
                self.confirm(processor, id, &mut made, source.as_ref(), return_url.as_ref())?;
            }
            // The authentication has carried the payment on already.
            Order::Resume { .. } if made.ledger.stage == Stage::Awaiting => {
                return Err(Refusal::Stage);
            }
            Order::Resume { .. }
            | Order::Pay(_)
            | Order::Keep(_)
            | Order::Forget(_)
            | Order::Refund { .. }
            | Order::Reverse { .. } => {}
        }
        self.put(processor, id, made);
        self.show(processor, id, &[]).map(Box::new).map(Done::Payment).ok_or(Refusal::Unknown)
    }

    fn pay(&mut self, processor: Processor, pay: &Pay) -> Result<Seen, Refusal> {
        if pay.amount_minor < processor.wire().rules().least {
            return Err(Refusal::Amount);
        }
        let ledger = Ledger::new(pay.amount_minor, pay.automatic);
        let mut made = Made::new(ledger, pay.facts.clone());
        (made.method, made.card) = self.source(processor, pay.source.as_ref())?.unzip();
        let id = self.fresh_id(processor, Kind::Payment);
        let is_known = made.card.is_some() || made.facts.token.is_some();
        match (pay.confirmed, is_known) {
            (true, true) => self.attempt(processor, &id, &mut made),
            (_, true) => made.ledger.stage = Stage::Unconfirmed,
            (_, false) => {}
        }
        self.insert_ordered(
            processor,
            &id,
            Resource::ordered(pay.amount_minor, &pay.currency, made),
        );
        self.show(processor, &id, &[]).ok_or(Refusal::Unknown)
    }

    fn confirm(
        &mut self,
        processor: Processor,
        id: &str,
        made: &mut Made,
        source: Option<&Source>,
        return_url: Option<&String>,
    ) -> Result<(), Refusal> {
        if !matches!(made.ledger.stage, Stage::Unpaid | Stage::Unconfirmed | Stage::Declined) {
            return Err(Refusal::Stage);
        }
        match self.source(processor, source)? {
            Some((method, card)) => {
                (made.method, made.card) = (Some(method), Some(card));
            }
            // A card that was declined does not stay with its payment.
            None if made.card.is_none() || made.ledger.stage == Stage::Declined => {
                return Err(Refusal::Stage);
            }
            None => {}
        }
        made.facts.return_url = return_url.cloned().or(made.facts.return_url.take());
        made.reason = None;
        self.attempt(processor, id, made);
        Ok(())
    }

    /// Asks the issuer.
    fn attempt(&mut self, processor: Processor, id: &str, made: &mut Made) {
        let wire = processor.wire();
        let token =
            made.facts.token.as_ref().and_then(|token| {
                wire.tokens().iter().find(|known| token.starts_with(known.prefix))
            });
        let result = match (&made.card, token) {
            (Some(card), _) => {
                let amount = made.ledger.authorized;
                card.result(wire.cards(), &made.facts, amount, wire.stranger())
            }
            (None, Some(token)) => token.result,
            (None, None) => wire.stranger(),
        };
        match result {
            CardResult::Approved => self.approve(processor, made),
            CardResult::Authentication if made.facts.authenticated => self.approve(processor, made),
            CardResult::Declined(reason) => self.decline(processor, made, reason),
            CardResult::Authentication if made.facts.absent => {
                self.decline(processor, made, "authentication_required");
            }
            CardResult::Authentication => {
                made.ledger.stage = Stage::Awaiting;
                made.authentication = Some(page::url(self.address, processor, id));
            }
        }
    }

    fn approve(&mut self, processor: Processor, made: &mut Made) {
        made.ledger.approve();
        let Ledger { authorized, captured, .. } = made.ledger;
        made.record(self.fresh_id(processor, Kind::Refund), DeedKind::Authorization, authorized);
        if captured > 0 {
            made.record(self.fresh_id(processor, Kind::Refund), DeedKind::Capture, captured);
        }
    }

    fn decline(&mut self, processor: Processor, made: &mut Made, reason: &'static str) {
        made.ledger.stage = Stage::Declined;
        made.reason = Some(reason);
        let amount = made.ledger.authorized;
        made.record(self.fresh_id(processor, Kind::Refund), DeedKind::Authorization, amount);
    }

    /// The customer comes back from the authentication. `false` where nobody waits for them.
    pub(crate) fn authenticated(&mut self, processor: Processor, id: &str, well: bool) -> bool {
        let Ok(mut made) = self.made(processor, id) else { return false };
        if made.ledger.stage != Stage::Awaiting {
            return false;
        }
        made.authentication = None;
        if well && processor.wire().rules().confirms {
            made.ledger.stage = Stage::Unconfirmed;
            made.facts.authenticated = true;
        } else if well {
            self.approve(processor, &mut made);
        } else {
            self.decline(processor, &mut made, processor.wire().unauthenticated());
        }
        self.put(processor, id, made);
        if let Some(seen) = self.show(processor, id, &[]) {
            self.announce(processor, Happened::Attempt, &seen);
        }
        true
    }

    fn give_back(
        &mut self,
        processor: Processor,
        payment_id: &str,
        amount: Option<i64>,
        last4: Option<&str>,
    ) -> Result<String, Refusal> {
        let wire = processor.wire();
        let mut made = self.made(processor, payment_id)?;
        if let (Some(given), Some(card)) = (last4, &made.card)
            && given != card.last4()
        {
            return Err(Refusal::AnotherCard);
        }
        let amount = made.ledger.refund(amount, wire.rules())?;
        self.put(processor, payment_id, made);
        let refund = Refund::of(amount).status(wire.refund_ordered());
        self.add_refund(processor, payment_id, refund).map_err(|_| Refusal::Unknown)
    }

    fn reverse(&mut self, processor: Processor, payment_id: &str) -> Result<Done, Refusal> {
        let payment_id = payment_id.to_owned();
        let order = match self.made(processor, &payment_id)?.ledger.captured {
            0 => Order::Void { payment_id },
            _ => Order::Refund { payment_id, amount: None, last4: None, reference: None },
        };
        self.execute(processor, &order)
    }

    fn keep(&mut self, processor: Processor, source: Option<&Source>) -> Result<Done, Refusal> {
        Ok(match self.source(processor, source)? {
            Some((id, card)) => Done::Kept(id, Some(card)),
            None => Done::Kept(self.keep_card(processor, None), None),
        })
    }

    /// The card that is to be paid with, and the name under which it is kept.
    fn source(
        &mut self,
        processor: Processor,
        source: Option<&Source>,
    ) -> Result<Option<(String, Card)>, Refusal> {
        let (id, card) = match source {
            None => return Ok(None),
            Some(Source::Card(card)) => (None, card.clone()),
            Some(Source::Kept(id)) => {
                let card = self.kept_card(processor, id).ok_or(Refusal::UnknownMethod)?;
                (Some(id.clone()), card)
            }
        };
        match card.check() {
            Err(CardProblem::Number) => Err(Refusal::CardNumber),
            Err(CardProblem::Expired) => Err(Refusal::CardExpired),
            Ok(()) => {
                let id = id.unwrap_or_else(|| self.keep_card(processor, Some(card.clone())));
                Ok(Some((id, card)))
            }
        }
    }
}
