//! Why a command printed no data.

use std::fmt::Display;

use crate::exit::Exit;

/// Why a command printed no data.
#[derive(Debug)]
pub(crate) struct Failure {
    pub(crate) exit: Exit,
    /// For people; it holds no secret.
    pub(crate) message: String,
}

impl Failure {
    /// The user can mend it.
    pub(crate) fn usage(message: impl Display) -> Self {
        Self { exit: Exit::Usage, message: message.to_string() }
    }

    /// Input, output or this program.
    pub(crate) fn internal(message: impl Display) -> Self {
        Self { exit: Exit::Failed, message: message.to_string() }
    }
}
