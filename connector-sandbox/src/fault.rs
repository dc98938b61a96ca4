//! The ways in which a reply can go wrong.

use std::fmt;

/// What happens in place of a good reply.
///
/// A fault that still speaks of the resource ([`Slow`](Self::Slow), [`Truncated`](Self::Truncated), …)
/// shows the status of the step before it, or of the next one if it comes first.
///
/// ```
/// use connector_sandbox::Fault;
///
/// assert_eq!(Fault::RateLimited.name(), "rate_limited");
/// assert_eq!(Fault::ALL.len(), 14);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fault {
    /// A good reply, but late: see [`Sandbox::set_slow_delay`](crate::Sandbox::set_slow_delay).
    Slow,
    /// The connection is reset (TCP RST) before a byte of the reply.
    Reset,
    /// HTTP 500.
    ServerError,
    /// HTTP 429 with `Retry-After: 2`.
    RateLimited,
    /// The whole length is declared, half of the body is sent, the connection is closed.
    Truncated,
    /// HTTP 200 with a web page, as a captive portal or a proxy would send.
    Html,
    /// HTTP 502 with a web page.
    HtmlError,
    /// HTTP 200 without a body.
    Empty,
    /// HTTP 200 with the JSON document `null`.
    Null,
    /// A good reply, but for bytes that are not UTF-8.
    NotUtf8,
    /// A good reply with a status that is in no description.
    UnheardOfStatus,
    /// A good reply about another payment.
    WrongResource,
    /// The processor's own way to say that it is busy.
    Maintenance,
    /// HTTP 200 with a body of 100 MB, streamed without a declared length.
    Huge,
}

impl Fault {
    /// Every fault.
    pub const ALL: &'static [Self] = &[
        Self::Slow,
        Self::Reset,
        Self::ServerError,
        Self::RateLimited,
        Self::Truncated,
        Self::Html,
        Self::HtmlError,
        Self::Empty,
        Self::Null,
        Self::NotUtf8,
        Self::UnheardOfStatus,
        Self::WrongResource,
        Self::Maintenance,
        Self::Huge,
    ];

    /// The name in a step's text form, where an exclamation mark precedes it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Slow => "slow",
            Self::Reset => "reset",
            Self::ServerError => "server_error",
            Self::RateLimited => "rate_limited",
            Self::Truncated => "truncated",
            Self::Html => "html",
            Self::HtmlError => "html_error",
            Self::Empty => "empty",
            Self::Null => "null",
            Self::NotUtf8 => "not_utf8",
            Self::UnheardOfStatus => "unheard_of_status",
            Self::WrongResource => "wrong_resource",
            Self::Maintenance => "maintenance",
            Self::Huge => "huge",
        }
    }

    /// What happens, in a few words, for a list of cases.
    #[must_use]
    pub const fn summary(self) -> &'static str {
        match self {
            Self::Slow => "a late reply",
            Self::Reset => "a reset connection",
            Self::ServerError => "HTTP 500",
            Self::RateLimited => "HTTP 429 with Retry-After",
            Self::Truncated => "a reply cut in half",
            Self::Html => "a web page with HTTP 200",
            Self::HtmlError => "a web page with HTTP 502",
            Self::Empty => "an empty body",
            Self::Null => "JSON null",
            Self::NotUtf8 => "a body that is not UTF-8",
            Self::UnheardOfStatus => "a status that nobody has documented",
            Self::WrongResource => "a reply about another payment",
            Self::Maintenance => "the processor says that it is busy",
            Self::Huge => "a body of 100 MB",
        }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}
