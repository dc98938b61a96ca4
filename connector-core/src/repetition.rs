//! Whether a flow may be sent a second time.

use std::time::Duration;

use serde::Serialize;

/// Whether a flow may be sent a second time where nobody knows what became of the first.
///
/// ```
/// use connector_core::{CreateConnectorCustomer, Flow, PSync, Refund, Repetition};
///
/// assert_eq!(PSync::REPETITION, Repetition::Freely);
/// assert_eq!(CreateConnectorCustomer::REPETITION, Repetition::AfterLooking);
/// assert_eq!(Refund::REPETITION, Repetition::WithItsKey);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Repetition {
    /// As often as one likes: a question, a token that replaces another, or an order that ends alike.
    Freely,
    /// Not before somebody looked: there would be a second customer, a second token, other evidence. No
    /// money is taken twice for it; an answer that is lost is `sent_unknown` all the same.
    AfterLooking,
    /// With the idempotency key of the first alone: a second one could be carried out, too, and paid. A connector
    /// that neither sends the key nor says what else prevents that does not compile.
    ///
    /// And soon: a processor forgets keys, some after hours. Whether it still knows this one
    /// [`FlowHandler::repetition`](crate::FlowHandler::repetition) says; later, look first what became of it.
    WithItsKey,
}

impl Repetition {
    /// Whether it may be sent as often as one likes.
    #[must_use]
    pub const fn is_free(self) -> bool {
        matches!(self, Self::Freely)
    }

    /// Whether it may be sent again with its idempotency key alone.
    #[must_use]
    pub const fn needs_key(self) -> bool {
        matches!(self, Self::WithItsKey)
    }

    /// The same of a connector that sends no key.
    #[must_use]
    pub const fn without_key(self) -> Self {
        match self {
            Self::WithItsKey => Self::AfterLooking,
            other => other,
        }
    }

    /// The same so long after it was first sent, to a processor that remembers keys for this long. Where it documents
    /// no time, a key is trusted for an hour: every processor that documents one remembers keys for longer.
    #[must_use]
    pub fn after(self, since_the_first: Duration, remembered_for: Option<Duration>) -> Self {
        let is_forgotten = since_the_first >= remembered_for.unwrap_or(UNDOCUMENTED);
        if is_forgotten { self.without_key() } else { self }
    }

    /// What to do before it is sent again, in words.
    #[must_use]
    pub const fn rule(self) -> &'static str {
        match self {
            Self::Freely => "freely",
            Self::AfterLooking => "after somebody looked what became of it",
            Self::WithItsKey => "with its idempotency key only",
        }
    }
}

/// For how long a key is trusted whose processor does not say how long it remembers one. What nobody knows is no
/// reason to pay twice.
const UNDOCUMENTED: Duration = Duration::from_secs(3_600);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_order_whose_key_is_forgotten_is_sent_after_looking_alone() {
        let (hour, now) = (Duration::from_secs(3_600), Duration::ZERO);
        for repetition in [Repetition::Freely, Repetition::AfterLooking] {
            assert_eq!(repetition.after(hour, Some(hour)), repetition);
        }
        let keyed = Repetition::WithItsKey;
        assert_eq!(keyed.after(now, Some(hour)), keyed);
        assert_eq!(keyed.after(hour - Duration::from_secs(1), Some(hour)), keyed);
        assert_eq!(keyed.after(hour, Some(hour)), Repetition::AfterLooking);
        assert_eq!(keyed.after(hour - Duration::from_secs(1), None), keyed);
        assert_eq!(keyed.after(hour, None), Repetition::AfterLooking);
    }
}
