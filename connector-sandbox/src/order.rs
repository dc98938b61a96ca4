//! What a merchant orders, over whichever processor's wire.

use crate::card::Card;

/// An order. Amounts are in minor units.
#[derive(Debug, Clone)]
pub(crate) enum Order {
    Pay(Box<Pay>),
    /// Goes on with a payment that was only announced, perhaps with another card.
    Confirm {
        payment_id: String,
        source: Option<Source>,
        return_url: Option<String>,
    },
    /// Takes all that is held where there is no amount. After the `last` one the rest is released.
    Capture {
        payment_id: String,
        amount: Option<i64>,
        last: bool,
    },
    Void {
        payment_id: String,
    },
    /// Takes back what was taken, before it is settled, where that is another order than to let go.
    TakeBack {
        payment_id: String,
    },
    /// Lets go of all that is held, or gives back all that was taken, whichever is possible.
    Reverse {
        payment_id: String,
    },
    /// Hands in what the customer brought back from the authentication.
    Resume {
        payment_id: String,
    },
    /// Gives back all that is left where there is no amount. Some processors want to be told the
    /// card's last digits, too.
    Refund {
        payment_id: String,
        amount: Option<i64>,
        last4: Option<String>,
        /// The merchant's own name for it.
        reference: Option<String>,
    },
    /// Holds so much in all: more than before, or less.
    Increase {
        payment_id: String,
        total: i64,
    },
    /// Holds so much more.
    Raise {
        payment_id: String,
        more: i64,
    },
    /// Keeps a card for later payments, or without one the name of somebody who pays.
    Keep(Option<Source>),
    /// Forgets what is kept under this name.
    Forget(String),
}

impl Order {
    /// The payment that it is about, unless it makes one.
    pub(crate) fn payment_id(&self) -> Option<&str> {
        match self {
            Self::Confirm { payment_id, .. }
            | Self::Capture { payment_id, .. }
            | Self::Void { payment_id }
            | Self::TakeBack { payment_id }
            | Self::Reverse { payment_id }
            | Self::Resume { payment_id }
            | Self::Refund { payment_id, .. }
            | Self::Raise { payment_id, .. }
            | Self::Increase { payment_id, .. } => Some(payment_id),
            Self::Pay(_) | Self::Keep(_) | Self::Forget(_) => None,
        }
    }
}

/// What is paid with.
#[derive(Debug, Clone)]
pub(crate) enum Source {
    Card(Card),
    /// A card that the processor keeps, by its identifier.
    Kept(String),
}

/// A new payment.
#[derive(Debug, Clone)]
pub(crate) struct Pay {
    pub(crate) amount_minor: i64,
    /// In upper case.
    pub(crate) currency: String,
    pub(crate) source: Option<Source>,
    /// It is to be carried out now, and not only announced.
    pub(crate) confirmed: bool,
    /// The money is to be taken as soon as it is held.
    pub(crate) automatic: bool,
    pub(crate) facts: Facts,
}

/// What a payment is told and tells again.
#[derive(Debug, Clone, Default)]
pub(crate) struct Facts {
    /// The customer is to be authenticated, where the card does not say so already.
    pub(crate) authenticate: bool,
    /// The customer was authenticated already.
    pub(crate) authenticated: bool,
    /// The customer is absent, and nobody can be authenticated.
    pub(crate) absent: bool,
    pub(crate) postcode: Option<String>,
    /// The name on the card.
    pub(crate) holder: Option<String>,
    /// What the customer's device gave, in a card's place.
    pub(crate) token: Option<String>,
    /// The merchant's own name for it.
    pub(crate) reference: Option<String>,
    pub(crate) customer: Option<String>,
    /// Where the customer goes after the authentication, well or not.
    pub(crate) return_url: Option<String>,
    pub(crate) failure_url: Option<String>,
    pub(crate) metadata: Vec<(String, String)>,
    /// For which later payments the way to pay is kept, in the processor's words.
    pub(crate) kept_for: Option<String>,
}
