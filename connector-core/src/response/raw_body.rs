//! What came, as it came, beside what was read of it.

use std::fmt;
use std::ops::Deref;

use bytes::Bytes;

/// The body of an answer. `Debug` shows its length alone: some processors repeat in it what they were sent.
///
/// ```
/// use connector_core::RawBody;
/// let body = RawBody::from(bytes::Bytes::from_static(b"{\"card\": \"4242\"}"));
/// assert_eq!(&body[..8], b"{\"card\":");
/// assert_eq!(format!("{body:?}"), "16 bytes");
/// ```
#[derive(Clone, Default, PartialEq, Eq)]
pub struct RawBody(Option<Box<Bytes>>); // small, because an error stands in every answer's type

impl From<Bytes> for RawBody {
    fn from(body: Bytes) -> Self {
        Self(Some(Box::new(body)))
    }
}

impl Deref for RawBody {
    type Target = [u8];

    fn deref(&self) -> &[u8] {
        self.0.as_ref().map_or(&[], |body| body)
    }
}

impl fmt::Debug for RawBody {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} bytes", self.len())
    }
}
