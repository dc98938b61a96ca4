//! Why a command printed no data.

use std::fmt::Display;

use crate::exit::Exit;
use crate::input::Input;

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

    /// The user can mend it, in what was read from there.
    pub(crate) fn within(input: &Input, problem: impl Display) -> Self {
        Self::usage(format!("{input}: {problem}"))
    }

    /// Output, or this program.
    pub(crate) fn internal(message: impl Display) -> Self {
        Self { exit: Exit::Failed, message: message.to_string() }
    }
}
