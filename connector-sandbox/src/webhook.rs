//! What processors send by themselves.

/// A webhook as its processor would send it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignedWebhook {
    /// The headers that prove who sent it.
    pub headers: Vec<(&'static str, String)>,
    /// The body, which has to arrive byte by byte.
    pub body: String,
}
