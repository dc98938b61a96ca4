//! What there is to say of a flow whatever connector has it.

use serde::Serialize;

use crate::data::StatusIn;
use crate::flow::Flow;
use crate::repetition::Repetition;
use crate::status::{FlowStatuses, Status as _};

/// What the table says of a flow, as plain data: for documents, and for whoever offers the flows to people.
///
/// ```
/// use connector_core::{FLOWS, Repetition};
///
/// let refund = FLOWS.iter().find(|flow| flow.name == "Refund").unwrap();
/// assert_eq!((refund.moves_money, refund.repetition), (true, Repetition::WithItsKey));
/// assert!(refund.fields.contains(&"refund_amount"));
/// ```
#[derive(Debug, Clone, Copy, Serialize)]
#[non_exhaustive]
pub struct FlowFacts {
    /// Its name.
    pub name: &'static str,
    /// What it is for.
    pub purpose: &'static str,
    /// Whether it moves money, or holds it, or lets it go; or does so at some processors.
    pub moves_money: bool,
    /// Whether it may be sent again.
    pub repetition: Repetition,
    /// The fields of its request.
    pub fields: &'static [&'static str],
    /// Those that change what is ordered, each with those that say the same in another way.
    pub ordered: &'static [&'static [&'static str]],
    /// The amount that its answers are held against, by its name in the response data.
    pub amount: Option<&'static str>,
    /// The name of the type of status that its answers tell.
    pub status: &'static str,
    /// What its answers can tell.
    pub statuses: Option<FlowStatuses>,
}

impl FlowFacts {
    pub(super) const fn of<F: Flow>() -> Self {
        Self {
            name: F::NAME,
            purpose: F::PURPOSE,
            moves_money: F::MOVES_MONEY,
            repetition: F::REPETITION,
            fields: F::FIELDS,
            ordered: F::ORDERED,
            amount: F::AMOUNT,
            status: StatusIn::<F>::KIND,
            statuses: F::STATUSES,
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::dispatch::FLOWS;
    use crate::status::{AttemptStatus, Status as _};

    /// A void lets go of whatever is left, and with a token alone no amount comes.
    #[test]
    fn every_flow_that_is_about_an_amount_is_held_against_it() {
        let silent: Vec<_> = FLOWS
            .iter()
            .filter(|flow| flow.fields.iter().any(|field| field.contains("amount")))
            .filter(|flow| flow.amount.is_none())
            .map(|flow| flow.name)
            .collect();
        let tokens = ["ServerSessionAuthenticationToken", "ClientAuthenticationToken"];
        assert_eq!(silent, ["Void", tokens[0], tokens[1]]);
    }

    /// And what has a key is no question.
    #[test]
    fn whatever_moves_money_has_a_key_and_is_sent_again_with_that_alone() {
        for flow in FLOWS {
            let has_key = flow.fields.contains(&"idempotency_key");
            let name = flow.name;
            assert!(!flow.moves_money || has_key, "{name}");
            assert!(!flow.moves_money || flow.repetition.needs_key(), "{name}");
            assert!(!has_key || !flow.repetition.is_free(), "{name}");
        }
    }

    #[test]
    fn what_may_hold_money_is_not_told_to_leave_it_where_it_is() {
        let still = FLOWS.iter().filter(|flow| flow.amount.is_some() && !flow.moves_money);
        let still: Vec<_> = still.map(|flow| flow.name).collect();
        assert_eq!(
            still,
            ["PSync", "RSync", "CreateOrder", "PreAuthenticate", "Authenticate", "PayoutGet"]
        );
    }

    /// A question tells of money that another flow moved; an order tells of what it does itself.
    #[test]
    fn what_moves_no_money_tells_of_none_that_was_moved_by_it() {
        let of_payments = FLOWS.iter().filter(|flow| flow.status == AttemptStatus::KIND);
        let mut still =
            of_payments.filter(|flow| !flow.moves_money && flow.name != "PSync").peekable();
        assert!(still.peek().is_some());
        for flow in still {
            for status in AttemptStatus::ALL.iter().filter(|status| {
                flow.statuses.is_some_and(|statuses| statuses.contain(status.name()))
            }) {
                let is_told_before = status.is_before_any_money() || status.took_nothing();
                let is_open = matches!(status, AttemptStatus::Pending | AttemptStatus::Unresolved);
                assert!(is_told_before || is_open, "{} tells {status}", flow.name);
            }
        }
    }
}
