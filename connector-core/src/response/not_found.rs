//! That the processor knows nothing under an id, and for how long that means "not yet".

use std::fmt;
use std::time::Duration;

use super::ProcessorError;

/// The processor knows nothing under this id, or nothing yet: it lists what it has taken a little later. An order that
/// is answered so names something by it, the payment, the customer or a token, and was not carried out.
///
/// ```
/// use std::time::Duration;
///
/// use connector_core::{NotFound, ProcessorError};
///
/// let not_found = NotFound { settles_within: Duration::from_secs(60), ..ProcessorError::default().into() };
/// assert!(not_found.is_not_yet(Duration::from_secs(59)));
/// assert!(!not_found.is_not_yet(Duration::from_secs(60)));
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(clippy::exhaustive_structs, reason = "there is no more to it")]
pub struct NotFound {
    /// The processor's words for it.
    pub error: ProcessorError,
    /// How long after the order of what is not known this means "not yet": as the connector declares it
    /// (`settles_within`).
    pub settles_within: Duration,
}

impl NotFound {
    /// How long it means "not yet" where nobody knows better.
    pub const USUALLY: Duration = Duration::from_secs(10);

    /// Whether what was ordered so long ago may still be found: ask again, or send the order about it again. Afterwards
    /// it is not there.
    #[must_use]
    pub fn is_not_yet(&self, since_the_order: Duration) -> bool {
        since_the_order < self.settles_within
    }
}

impl From<ProcessorError> for NotFound {
    fn from(error: ProcessorError) -> Self {
        Self { error, settles_within: Self::USUALLY }
    }
}

impl fmt::Display for NotFound {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let seconds = self.settles_within.as_secs();
        write!(
            f,
            "nothing is known under this id, which means not yet up to {seconds} s after that was ordered"
        )
    }
}
