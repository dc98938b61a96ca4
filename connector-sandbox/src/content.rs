//! The body of a reply, as it goes over the socket.

use std::io;
use std::pin::Pin;
use std::task::{Context, Poll};

use bytes::{Buf, Bytes};
use hyper::body::{Body, Frame, SizeHint};

/// Filler is sent in pieces of this size, so that it is never whole in memory.
const PIECE: &[u8] = &[b' '; 64 * 1024];

/// The bytes of a reply, and how much of them is really sent.
#[derive(Debug)]
pub(crate) enum Content {
    /// As it should be.
    Whole(Bytes),
    /// The whole length is declared, this much is sent, and then the connection ends.
    Half { declared: u64, sent: Bytes, flushed: bool },
    /// The text and then this many blanks, without a declared length. Blanks are valid JSON, so only a
    /// limit saves a reader.
    Padded { text: Bytes, blanks: usize },
}

impl Content {
    pub(crate) fn half(whole: &Bytes) -> Self {
        let declared = u64::try_from(whole.len()).unwrap_or(u64::MAX);
        let sent = whole.slice(..whole.len() / 2);
        Self::Half { declared, sent, flushed: false }
    }
}

impl Body for Content {
    type Data = Bytes;
    type Error = io::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, io::Error>>> {
        Poll::Ready(match &mut *self {
            Self::Whole(bytes)
            | Self::Half { sent: bytes, .. }
            | Self::Padded { text: bytes, .. }
                if bytes.has_remaining() =>
            {
                Some(Ok(Frame::data(std::mem::take(bytes))))
            }
            Self::Whole(_) | Self::Padded { blanks: 0, .. } => None,
            Self::Half { flushed, .. } if !*flushed => {
                // An error discards what is still buffered. Pending once makes the server flush first.
                *flushed = true;
                context.waker().wake_by_ref();
                return Poll::Pending;
            }
            Self::Half { .. } => Some(Err(io::Error::other("the sandbox ends the reply here"))),
            Self::Padded { blanks, .. } => {
                let piece = PIECE.get(..*blanks).unwrap_or(PIECE);
                *blanks = blanks.saturating_sub(piece.len());
                Some(Ok(Frame::data(Bytes::from_static(piece))))
            }
        })
    }

    fn size_hint(&self) -> SizeHint {
        match self {
            Self::Whole(bytes) => {
                SizeHint::with_exact(u64::try_from(bytes.len()).unwrap_or(u64::MAX))
            }
            Self::Half { declared, .. } => SizeHint::with_exact(*declared),
            Self::Padded { .. } => SizeHint::default(),
        }
    }

    fn is_end_stream(&self) -> bool {
        matches!(self, Self::Whole(bytes) if bytes.is_empty())
    }
}
