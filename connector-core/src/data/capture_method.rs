//! Who takes the money that an authorization holds, and when.

use serde::{Deserialize, Serialize};

/// Who takes the money that an authorization holds, and when.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CaptureMethod {
    /// The processor, at once.
    Automatic,
    /// The merchant, once.
    Manual,
    /// The merchant, in several parts.
    ManualMultiple,
    /// The processor, at a time that was agreed.
    Scheduled,
    /// The processor, at once, in a request of its own.
    SequentialAutomatic,
}
