//! What can go wrong on the way, and what each case says about the request: one table.

use std::fmt;

/// Whether a request that failed can have reached the processor.
///
/// Exhaustive on purpose: there is no third answer, and a `match` must consider both.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Delivery {
    /// No byte of the request left this side. Repeating it cannot repeat its effect.
    NotSent,
    /// The request may have arrived and may have been carried out. Ask the processor for the state
    /// before repeating it, unless it is idempotent.
    Unknown,
}

/// The kind of a [`TransportError`](crate::TransportError).
///
/// The kind decides the [`Delivery`], so that no error can claim one and mean the other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum TransportErrorKind {
    /// The URL is `http://` and the host is not this machine. Not sent.
    PlainHttp,
    /// The URL cannot be called, or not exactly as it is written. Not sent.
    InvalidUrl,
    /// The host name has no address. Not sent.
    Dns,
    /// No connection to the host, or to the proxy in front of it. Not sent.
    Connect,
    /// The connection, with its TLS handshake, was not ready in time. Not sent.
    ConnectTimeout,
    /// The TLS handshake failed, most often on the certificate. Not sent.
    Tls,
    /// The exchange was not complete in time. Unknown.
    Timeout,
    /// The connection broke, or did not speak HTTP, before a response could be read. Unknown.
    NoResponse,
    /// The response broke off within its body. Unknown.
    BodyInterrupted,
    /// The response is larger than this side accepts. Unknown.
    ResponseTooLarge,
    /// Anything that none of the others describes. Unknown.
    Other,
}

struct Row {
    name: &'static str,
    delivery: Delivery,
    what: &'static str,
    advice: &'static str,
}

impl TransportErrorKind {
    /// What this kind says about the request.
    #[must_use]
    pub const fn delivery(self) -> Delivery {
        self.row().delivery
    }

    /// A stable name for metrics and for the `error.type` of traces, such as `connect_timeout`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        self.row().name
    }

    /// What the reader of the message should do.
    pub(crate) const fn advice(self) -> &'static str {
        self.row().advice
    }

    const fn row(self) -> Row {
        // What may have been carried out needs the same care, however the answer was lost.
        const ASK_FIRST: &str =
            "the request may have been carried out; ask for its state before sending it again";

        let (name, delivery, what, advice) = match self {
            Self::PlainHttp => (
                "plain_http",
                Delivery::NotSent,
                "plain http refused",
                "nothing was sent; use https, or allow plain http in the configuration",
            ),
            Self::InvalidUrl => (
                "invalid_url",
                Delivery::NotSent,
                "URL not usable",
                "nothing was sent; correct the base URL or the value that fills the path",
            ),
            Self::Dns => (
                "dns",
                Delivery::NotSent,
                "host name not resolved",
                "nothing was sent; check the host of the base URL and the name server",
            ),
            Self::Connect => (
                "connect",
                Delivery::NotSent,
                "no connection",
                "nothing was sent; check the host, the port, the proxy and the firewall",
            ),
            Self::ConnectTimeout => (
                "connect_timeout",
                Delivery::NotSent,
                "no connection in time",
                "nothing was sent; check the host, the port, the proxy and the firewall",
            ),
            Self::Tls => (
                "tls",
                Delivery::NotSent,
                "TLS handshake failed",
                "nothing was sent; check the host's certificate, this machine's clock and its \
                 CA certificates",
            ),
            Self::Timeout => {
                ("timeout", Delivery::Unknown, "no complete response in time", ASK_FIRST)
            }
            Self::NoResponse => {
                ("no_response", Delivery::Unknown, "connection lost before a response", ASK_FIRST)
            }
            Self::BodyInterrupted => {
                ("body_interrupted", Delivery::Unknown, "response broke off", ASK_FIRST)
            }
            Self::ResponseTooLarge => {
                ("response_too_large", Delivery::Unknown, "response too large", ASK_FIRST)
            }
            Self::Other => ("other", Delivery::Unknown, "transport failed", ASK_FIRST),
        };
        Row { name, delivery, what, advice }
    }
}

impl fmt::Display for TransportErrorKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.row().what)
    }
}
