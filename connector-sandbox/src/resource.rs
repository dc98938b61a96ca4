//! One payment or refund, and what a read of it shows.

use crate::case::Kind;
use crate::fault::Fault;
use crate::made::Made;
use crate::script::{Payment, Refund};
use crate::step::Step;
use crate::wire::Wire;

/// A payment or a refund, and how far its script has come.
#[derive(Debug)]
pub(crate) struct Resource {
    pub(crate) kind: Kind,
    /// The payment that a refund belongs to.
    pub(crate) payment_id: Option<String>,
    /// The refunds of a payment, oldest first.
    pub(crate) refunds: Vec<String>,
    pub(crate) amount_minor: i64,
    pub(crate) currency: String,
    /// The merchant's own name for a refund.
    pub(crate) reference: Option<String>,
    /// What orders made of it; `None` as long as the script alone tells.
    pub(crate) made: Option<Made>,
    steps: Vec<Step>,
    /// The step that the next read answers with.
    next: usize,
}

impl Resource {
    pub(crate) fn payment(payment: Payment) -> Self {
        Self {
            kind: Kind::Payment,
            payment_id: None,
            refunds: Vec::new(),
            amount_minor: payment.amount_minor,
            currency: payment.currency,
            reference: None,
            made: None,
            steps: payment.steps,
            next: 0,
        }
    }

    /// A refund of this payment, which has this identifier.
    pub(crate) fn refund(refund: Refund, payment: &Self, payment_id: &str) -> Self {
        Self {
            kind: Kind::Refund,
            payment_id: Some(payment_id.to_owned()),
            refunds: Vec::new(),
            amount_minor: refund.amount_minor.unwrap_or(payment.amount_minor),
            currency: payment.currency.clone(),
            reference: None,
            made: None,
            steps: refund.steps,
            next: 0,
        }
    }

    /// A payment that an order makes.
    pub(crate) fn ordered(amount_minor: i64, currency: &str, made: Made) -> Self {
        Self { made: Some(made), ..Self::payment(Payment::new(amount_minor, currency)) }
    }

    /// Whether its script has come to this status.
    pub(crate) fn shows(&self, status: &str) -> bool {
        self.steps.get(self.next).and_then(Step::status) == Some(status)
    }

    /// Puts another script in place of what is left of this one.
    pub(crate) fn now(&mut self, status: &str) {
        self.steps = vec![Step::Status(status.to_owned())];
        self.next = 0;
    }

    /// The fault of the current step, if it is one; the step after it is the next one.
    pub(crate) fn advance(&mut self) -> Option<Fault> {
        let fault = match self.steps.get(self.next) {
            Some(Step::Fault(fault)) => Some(*fault),
            _ => None,
        };
        let next = self.next.saturating_add(1);
        if next < self.steps.len() {
            self.next = next;
        }
        fault
    }

    /// A fault has no status of its own: the one before it shows, else the one after it.
    pub(crate) fn subject(&self, wire: &dyn Wire, id: String) -> Subject {
        if let Some(made) = &self.made {
            return Subject {
                id,
                amount_minor: made.ledger.authorized,
                currency: self.currency.clone(),
                reference: self.reference.clone(),
                status: wire.status(&made.ledger).to_owned(),
                reason: made.reason.map(str::to_owned),
                made: self.made.clone(),
            };
        }
        let passed = self.steps.iter().take(self.next.saturating_add(1)).rev();
        let ahead = self.steps.iter().skip(self.next);
        let step = passed.chain(ahead).find(|step| step.status().is_some());
        Subject {
            id,
            amount_minor: self.amount_minor,
            currency: self.currency.clone(),
            reference: self.reference.clone(),
            status: step.and_then(Step::status).unwrap_or(wire.settled(self.kind)).to_owned(),
            reason: step.and_then(Step::reason).map(str::to_owned),
            made: None,
        }
    }
}

/// What a read found.
#[derive(Debug, Clone)]
pub(crate) struct Seen {
    /// What was asked about; a question about a payment's refunds is one about refunds.
    pub(crate) kind: Kind,
    pub(crate) fault: Option<Fault>,
    pub(crate) payment: Subject,
    /// The one refund that was asked about, or all refunds of the payment, oldest first.
    pub(crate) refunds: Vec<Subject>,
}

/// A payment or a refund at one moment.
#[derive(Debug, Clone)]
pub(crate) struct Subject {
    pub(crate) id: String,
    pub(crate) amount_minor: i64,
    pub(crate) currency: String,
    /// The merchant's own name for a refund.
    pub(crate) reference: Option<String>,
    pub(crate) status: String,
    pub(crate) reason: Option<String>,
    /// What orders made of it, where they did.
    pub(crate) made: Option<Made>,
}

impl Seen {
    /// Shows what such a fault shows.
    pub(crate) fn twist(&mut self, fault: Fault, wire: &dyn Wire) {
        match fault {
            Fault::UnheardOfStatus => self.show("unheard_of_status"),
            Fault::WrongResource => self.mistake(wire),
            _ => {}
        }
    }

    /// Gives what was asked about a status that is in no description.
    fn show(&mut self, status: &str) {
        let subjects = match self.kind {
            Kind::Payment => std::slice::from_mut(&mut self.payment),
            Kind::Refund => self.refunds.as_mut_slice(),
        };
        for subject in subjects {
            subject.status = status.to_owned();
            subject.reason = None;
        }
    }

    /// Takes another payment, and another refund, for those that were asked about.
    fn mistake(&mut self, wire: &dyn Wire) {
        let mistaken = |kind| wire.id(kind, "another", 999_999);
        self.payment.id = mistaken(Kind::Payment);
        for refund in &mut self.refunds {
            refund.id = mistaken(Kind::Refund);
        }
    }
}
