//! What orders made of a payment.

use crate::card::Card;
use crate::ledger::Ledger;
use crate::order::Facts;

/// A payment that orders made or moved.
#[derive(Debug, Clone)]
pub(crate) struct Made {
    pub(crate) ledger: Ledger,
    /// `None` where nobody has said yet, or a script came before the first order.
    pub(crate) card: Option<Card>,
    /// Under which name the processor keeps the card.
    pub(crate) method: Option<String>,
    pub(crate) facts: Facts,
    /// Why it failed, in the processor's words.
    pub(crate) reason: Option<&'static str>,
    /// What was done, oldest first; refunds are resources of their own.
    pub(crate) deeds: Vec<Deed>,
    /// Where the customer authenticates, while they have to.
    pub(crate) authentication: Option<String>,
}

/// One order that was carried out.
#[derive(Debug, Clone)]
pub(crate) struct Deed {
    pub(crate) id: String,
    pub(crate) kind: DeedKind,
    pub(crate) amount_minor: i64,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum DeedKind {
    Authorization,
    Capture,
    Void,
}

impl Made {
    pub(crate) const fn new(ledger: Ledger, facts: Facts) -> Self {
        let (card, method, reason, authentication) = (None, None, None, None);
        Self { ledger, card, method, facts, reason, deeds: Vec::new(), authentication }
    }

    pub(crate) fn record(&mut self, id: String, kind: DeedKind, amount_minor: i64) {
        self.deeds.push(Deed { id, kind, amount_minor });
    }
}
