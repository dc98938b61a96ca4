//! What a processor must be able to do to live in the sandbox.

use hyper::StatusCode;
use serde_json::Value;

use crate::case::Kind;
use crate::incoming::Incoming;
use crate::reply::Reply;
use crate::resource::Seen;

/// One processor's wire. A new processor implements this in a file of its own.
pub(crate) trait Wire: Sync {
    /// What a client needs besides the base URL: a JSON object.
    fn credentials(&self) -> Value;

    /// An identifier in the processor's form. It is made from the name where the form permits, from
    /// the number otherwise; both are unique among the payments and among the refunds.
    fn id(&self, kind: Kind, name: &str, number: u64) -> String;

    /// Every status that the processor documents, in the text form of a step.
    fn statuses(&self, kind: Kind) -> &'static [&'static str];

    /// The status of a resource that went well, which is also that of one without a script.
    fn settled(&self, kind: Kind) -> &'static str;

    /// Ready-made scripts that move, in the text form of steps.
    fn journeys(&self, kind: Kind) -> &'static [&'static [&'static str]];

    /// Checks the credentials, then the form of the request.
    fn ask(&self, request: &Incoming) -> Result<Ask, Reply>;

    /// The resource that was asked for exists.
    fn answer(&self, request: &Incoming, ask: &Ask, seen: &Seen) -> Reply;

    /// The resource that was asked for does not exist.
    fn unknown(&self, request: &Incoming, ask: &Ask) -> Reply;

    /// The processor's way to say that it is busy.
    fn maintenance(&self) -> Reply {
        Reply::empty(StatusCode::SERVICE_UNAVAILABLE)
    }

    /// HTTP 500 as the processor words it.
    fn server_error(&self) -> Reply {
        Reply::empty(StatusCode::INTERNAL_SERVER_ERROR)
    }

    /// HTTP 429 as the processor words it; the header is added for all of them.
    fn rate_limited(&self) -> Reply {
        Reply::empty(StatusCode::TOO_MANY_REQUESTS)
    }
}

/// What a request asks about.
#[derive(Debug, Clone)]
pub(crate) enum Ask {
    Payment(String),
    Refund(String),
    /// The processor keeps payments and refunds under one kind of identifier.
    Either(String),
    /// A payment's refunds, together: reading them moves each of them on.
    RefundsOf(String),
}
