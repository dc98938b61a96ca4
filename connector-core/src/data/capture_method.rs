//! Who takes the money that is held, and when.

use serde::{Deserialize, Serialize};

/// How a payment was ordered to be captured. A processor's word for "authorized" can mean that the
/// money is taken where this happens by itself, and that it is held where it does not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CaptureMethod {
    /// By the processor, together with the authorization.
    Automatic,
    /// By the merchant, once.
    Manual,
    /// By the merchant, in several parts.
    ManualMultiple,
    /// By the processor, at a time that the merchant has named.
    Scheduled,
    /// By the processor, with a request of its own after the authorization.
    SequentialAutomatic,
}

impl CaptureMethod {
    /// Whether the money is taken with the authorization, without anybody's order and without
    /// waiting.
    #[must_use]
    pub const fn is_automatic(self) -> bool {
        match self {
            Self::Automatic | Self::SequentialAutomatic => true,
            Self::Manual | Self::ManualMultiple | Self::Scheduled => false,
        }
    }
}
