//! What is known after a flow: an enum that has to be matched.

use std::fmt;
use std::time::Duration;

use super::{Fault, NotFound, ProcessorError, RawBody};
use crate::data::ResponseData;
use crate::flow::Flow;
use crate::id::MerchantReference;
use crate::money::Money;
use crate::request::BuildError;
use crate::status::{Awaits, Status as _, StatusReport};

/// What is known after a flow.
///
/// "The query failed" and "the payment failed" are different variants, so that one is never taken
/// for the other:
///
/// ```
/// use std::time::Duration;
///
/// use connector_core::{AttemptStatus, Outcome, PSync};
///
/// fn act(outcome: Outcome<PSync>, since_the_order: Duration) -> &'static str {
///     match outcome {
///         Outcome::Status(payment) if payment.status.status == AttemptStatus::Charged => "ship",
///         Outcome::Status(_) => "follow the status",
///         Outcome::NoInformation(_) => "keep what you have, ask later",
///         Outcome::NotFound(not) if not.is_not_yet(since_the_order) => "not there yet, ask later",
///         Outcome::NotFound(_) => "not there: nothing came of the order",
///         Outcome::Declined(_) => "offer another way to pay",
///         Outcome::Mismatch(_) => "somebody must look",
///         Outcome::NotSent(_) => "mend it and send it again",
///         Outcome::SentUnknown(_) => "sync before sending it again",
///     }
/// }
/// ```
#[derive(Debug, Clone)]
#[must_use = "an outcome says whether anything is known, and has to be matched"]
pub enum Outcome<F: Flow> {
    /// The processor told a status.
    Status(F::Response),
    /// The processor told nothing about it, or could not be asked. Keep what you have.
    NoInformation(Fault),
    /// The processor knows nothing under this id. Shortly after the order of it this means "not yet", and it says how
    /// shortly. Of an order: it names something that the processor does not know, and was not carried out.
    NotFound(NotFound),
    /// The bank, the network or the processor's risk rules said no.
    Declined(ProcessorError),
    /// The processor answered about something else than what was asked: another id, another amount.
    /// Nothing of the answer may be applied; all of it is kept.
    Mismatch(Box<Mismatch<F>>),
    /// Nothing was sent. Mend what is wrong and send it again.
    NotSent(NotSent),
    /// The order was sent and its outcome is unknown. Sync before sending it again.
    SentUnknown(Fault),
}

/// An answer about something else than what was asked.
#[derive(Debug, Clone)]
pub struct Mismatch<F: Flow> {
    /// What differs.
    pub discrepancy: Discrepancy,
    /// The answer.
    pub response: F::Response,
    /// The same as it came.
    pub body: RawBody,
}

/// A field in which an answer contradicts what was asked.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("asked for the {field} `{asked}`, told about `{told}`")]
pub struct Discrepancy {
    /// The field, by its name in the response data.
    pub field: &'static str,
    /// What was asked.
    pub asked: String,
    /// What was told.
    pub told: String,
}

impl Discrepancy {
    /// Compares two values where both are there; `None` where nothing contradicts.
    #[must_use]
    pub fn between<T: PartialEq + fmt::Display>(
        field: &'static str,
        asked: Option<&T>,
        told: Option<&T>,
    ) -> Option<Self> {
        match (asked, told) {
            (Some(asked), Some(told)) if asked != told => {
                Some(Self { field, asked: asked.to_string(), told: told.to_string() })
            }
            _ => None,
        }
    }
}

impl Discrepancy {
    /// The same of an amount. Where only its currency is another one, that is what is told.
    pub(crate) fn of_money(
        field: &'static str,
        asked: Option<&Money>,
        told: Option<&Money>,
    ) -> Option<Self> {
        let same = asked.zip(told).filter(|(asked, told)| asked.minor_amount == told.minor_amount);
        let currencies = same.map(|(asked, told)| (asked.currency, told.currency));
        currencies
            .and_then(|(asked, told)| Self::between("currency", Some(&asked), Some(&told)))
            .or_else(|| Self::between(field, asked, told))
    }

    /// The same of what the merchant called it. White space around it says nothing: some processors cut it off.
    pub(crate) fn of_reference(
        asked: Option<&MerchantReference>,
        told: Option<&MerchantReference>,
    ) -> Option<Self> {
        let trimmed = |name: &MerchantReference| name.as_str().trim().to_owned();
        let (asked, told) = (asked.map(trimmed), told.map(trimmed));
        Self::between("connector_response_reference_id", asked.as_ref(), told.as_ref())
    }
}

/// Why nothing was sent.
#[derive(Debug, Clone, thiserror::Error)]
pub enum NotSent {
    /// The request could not be made of the data.
    #[error("{0}")]
    Build(std::sync::Arc<BuildError>),
    /// The access token could not be had that the request would have carried.
    #[error("there is no access token: {0}")]
    NoAccessToken(String),
    /// The transport does not send such a request: plain HTTP, a URL that it would have to rewrite.
    #[error("{0}")]
    Refused(String),
    /// The processor could not be reached: no address, no connection, no TLS.
    #[error("{0}")]
    Unreachable(String),
}

impl From<BuildError> for NotSent {
    fn from(error: BuildError) -> Self {
        Self::Build(error.into())
    }
}

impl<F: Flow> Outcome<F> {
    /// What an exchange means that told nothing about the payment: a question may simply be asked
    /// again; of an order nobody knows whether it was carried out, unless the processor turned it
    /// away at the door.
    pub fn of_fault(fault: Fault) -> Self {
        use super::FaultKind::{Configuration, RateLimited, Refused};
        let turned_away = matches!(fault.kind, RateLimited | Configuration | Refused);
        if !F::REPETITION.is_free() && !turned_away {
            Self::SentUnknown(fault)
        } else {
            Self::NoInformation(fault)
        }
    }

    /// The status, where one was told. A mismatch tells none.
    #[must_use]
    pub fn status(&self) -> Option<&StatusReport<<F::Response as ResponseData>::Status>> {
        match self {
            Self::Status(response) => Some(response.status()),
            _ => None,
        }
    }

    /// Whether the same question may be answered otherwise a little later: the status still moves,
    /// or the processor could not be asked. Never for an order: it could be carried out twice.
    #[must_use]
    pub fn is_worth_asking_again(&self) -> bool {
        use super::FaultKind::{RateLimited, Transport, Unavailable, Unreadable};
        let moves = |awaits| matches!(awaits, Awaits::Processor | Awaits::Customer);
        F::REPETITION.is_free()
            && match self {
                Self::Status(response) => moves(response.status().status.awaits()),
                Self::NoInformation(fault) | Self::SentUnknown(fault) => {
                    matches!(fault.kind, RateLimited | Transport | Unavailable | Unreadable)
                }
                Self::NotSent(reason) => matches!(reason, NotSent::Unreachable(_)),
                Self::NotFound(_) | Self::Declined(_) | Self::Mismatch(_) => false,
            }
    }

    /// How long the processor asks to wait before the next request.
    #[must_use]
    pub fn retry_after(&self) -> Option<Duration> {
        match self {
            Self::NoInformation(fault) | Self::SentUnknown(fault) => fault.retry_after,
            _ => None,
        }
    }

    /// Adds to what is no status what is known of the HTTP response that it came from, and of the processor.
    pub(crate) fn with_evidence(mut self, evidence: Fault, settles_within: Duration) -> Self {
        match &mut self {
            Self::NoInformation(fault) | Self::SentUnknown(fault) => {
                fault.http_status = fault.http_status.or(evidence.http_status);
                fault.retry_after = fault.retry_after.or(evidence.retry_after);
                if fault.body.is_empty() {
                    fault.body = evidence.body;
                }
            }
            Self::NotFound(not_found) => {
                not_found.settles_within = settles_within;
                not_found.error.body = evidence.body.into();
            }
            Self::Declined(error) => error.body = evidence.body.into(),
            Self::Mismatch(mismatch) => mismatch.body = evidence.body.into(),
            Self::Status(_) | Self::NotSent(_) => {}
        }
        self
    }
}
