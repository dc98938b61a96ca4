//! Whether a flow may be sent a second time.

use std::time::Duration;

use serde::Serialize;

use crate::response::Fault;

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

    /// The same so long after it was first sent, to a processor that remembers keys so, where this is what the last
    /// try told. Where no time is documented, a key is trusted for an hour: every processor that documents one
    /// remembers keys for longer.
    #[must_use]
    pub fn after(
        self,
        since_the_first: Duration,
        keys: Option<KeyMemory>,
        told: Option<&Fault>,
    ) -> Self {
        let is_old = since_the_first >= keys.map_or(UNDOCUMENTED, |keys| keys.time);
        // What was answered with 4xx came to nothing, and is another order rightly.
        let failed =
            told.and_then(|fault| fault.http_status).is_some_and(|told| told.is_server_error());
        let is_forgotten = is_old || (failed && keys.is_some_and(|keys| keys.of_successes));
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

/// How a processor remembers idempotency keys, as far as its documents say so.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct KeyMemory {
    /// For how long: later the same order is another one.
    pub time: Duration,
    /// Whether of those orders alone that it answered with a success. One that it answered with 5xx may have been
    /// carried out all the same, and is carried out when it is sent again.
    pub of_successes: bool,
}

/// For how long a key is trusted whose processor does not say how long it remembers one. What nobody knows is no
/// reason to pay twice.
const UNDOCUMENTED: Duration = Duration::from_secs(3_600);

#[cfg(test)]
mod tests {
    use http::StatusCode;

    use super::*;
    use crate::response::FaultKind;

    #[test]
    fn an_order_whose_key_is_forgotten_is_sent_after_looking_alone() {
        let (hour, now) = (Duration::from_secs(3_600), Duration::ZERO);
        let an_hour = Some(KeyMemory { time: hour, of_successes: false });
        for repetition in [Repetition::Freely, Repetition::AfterLooking] {
            assert_eq!(repetition.after(hour, an_hour, None), repetition);
        }
        let keyed = Repetition::WithItsKey;
        assert_eq!(keyed.after(now, an_hour, None), keyed);
        assert_eq!(keyed.after(hour - Duration::from_secs(1), an_hour, None), keyed);
        assert_eq!(keyed.after(hour, an_hour, None), Repetition::AfterLooking);
        assert_eq!(keyed.after(hour - Duration::from_secs(1), None, None), keyed);
        assert_eq!(keyed.after(hour, None, None), Repetition::AfterLooking);
    }

    #[test]
    fn where_keys_of_successes_alone_are_remembered_an_error_of_the_server_is_looked_at_first() {
        let answered = |status: Option<u16>| {
            let http_status = status.map(|status| StatusCode::from_u16(status).unwrap());
            Fault { http_status, ..Fault::new(FaultKind::Unavailable, "") }
        };
        let after = |of_successes, status| {
            let keys = KeyMemory { time: Duration::from_secs(3_600), of_successes };
            Repetition::WithItsKey.after(Duration::ZERO, Some(keys), Some(&answered(status)))
        };
        for status in [500, 502, 503, 504] {
            assert_eq!(after(true, Some(status)), Repetition::AfterLooking, "{status}");
            assert_eq!(after(false, Some(status)), Repetition::WithItsKey, "{status}");
        }
        // A success that could not be read, what was not carried out, an order under way, and no answer at all.
        for status in [Some(200), Some(422), Some(429), None] {
            assert_eq!(after(true, status), Repetition::WithItsKey, "{status:?}");
        }
    }
}
