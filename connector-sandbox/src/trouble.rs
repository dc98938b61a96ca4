//! Makes a fault out of a good reply.

use std::time::Duration;

use bytes::Bytes;
use hyper::StatusCode;

use crate::content::Content;
use crate::fault::Fault;
use crate::reply::Reply;
use crate::wire::Wire;

/// Blanks after the text of a huge body.
const HUGE: usize = 100_000_000;

/// How a reply leaves the server.
#[derive(Debug)]
pub(crate) enum Delivery {
    Reply(Reply),
    Late(Duration, Reply),
    /// The head is the reply's; the body is this.
    Odd(Reply, Content),
    Reset,
}

/// The exchange with a good answer, or with whatever goes wrong in it.
pub(crate) fn deliver(
    wire: &dyn Wire,
    fault: Option<Fault>,
    slow: Duration,
    answer: impl FnOnce() -> Reply,
) -> Delivery {
    let Some(fault) = fault else {
        return Delivery::Reply(answer());
    };
    let reply = match fault {
        Fault::Reset => return Delivery::Reset,
        Fault::ServerError => wire.server_error(),
        Fault::RateLimited => wire.rate_limited().with("retry-after", "2"),
        Fault::Maintenance => wire.maintenance(),
        Fault::Html => Reply::html(StatusCode::OK, "Welcome to the network"),
        Fault::HtmlError => Reply::html(StatusCode::BAD_GATEWAY, "502 Bad Gateway"),
        Fault::Empty => Reply::text(StatusCode::OK, "application/json", Bytes::new()),
        Fault::Null => Reply::text(StatusCode::OK, "application/json", "null"),
        Fault::Slow
        | Fault::Truncated
        | Fault::NotUtf8
        | Fault::UnheardOfStatus
        | Fault::WrongResource
        | Fault::Huge => answer(),
    };
    match fault {
        Fault::Slow => Delivery::Late(slow, reply),
        Fault::Truncated => {
            let content = Content::half(&reply.body);
            Delivery::Odd(reply, content)
        }
        Fault::Huge => {
            let content = Content::Padded { text: reply.body.clone(), blanks: HUGE };
            Delivery::Odd(reply, content)
        }
        Fault::NotUtf8 => Delivery::Reply(Reply { body: spoilt(&reply.body), ..reply }),
        _ => Delivery::Reply(reply),
    }
}

/// The same document with a byte inside its first string that no UTF-8 text has.
fn spoilt(body: &[u8]) -> Bytes {
    let mut bytes = Vec::with_capacity(body.len().saturating_add(1));
    let mut quotes = body.splitn(2, |byte| *byte == b'"');
    bytes.extend_from_slice(quotes.next().unwrap_or_default());
    bytes.extend_from_slice(b"\"\xFF");
    bytes.extend_from_slice(quotes.next().unwrap_or_default());
    bytes.into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_spoilt_document_differs_by_one_byte() {
        let spoilt = spoilt(br#"{"id":"x"}"#);
        assert_eq!(&spoilt[..], b"{\"\xFFid\":\"x\"}");
        assert!(std::str::from_utf8(&spoilt).is_err());
    }
}
