//! One read of a resource, as a script tells it.

use std::fmt;
use std::str::FromStr;

use crate::Fault;

/// What one read of a payment or a refund answers with.
///
/// The text form is a status as the processor spells it, or `!` and the name of a fault:
///
/// ```
/// use connector_sandbox::{Fault, Step};
///
/// assert_eq!("Card Verified".parse(), Ok(Step::Status("Card Verified".into())));
/// assert_eq!("!reset".parse(), Ok(Step::Fault(Fault::Reset)));
/// assert!("!explode".parse::<Step>().is_err());
/// ```
///
/// A status may carry a reason after a colon, where the processor has a place for it: a decline code, a
/// response code.
///
/// ```
/// use connector_sandbox::Step;
///
/// let step: Step = "requires_payment_method:insufficient_funds".parse()?;
/// assert_eq!(step.status(), Some("requires_payment_method"));
/// assert_eq!(step.reason(), Some("insufficient_funds"));
/// # Ok::<(), connector_sandbox::UnknownStep>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    /// A good reply with this status. Any text is taken, so that a test may invent one.
    Status(String),
    /// A reply that goes wrong.
    Fault(Fault),
}

impl Step {
    /// The status as the processor spells it, without the reason. `None` for a fault.
    #[must_use]
    pub fn status(&self) -> Option<&str> {
        self.parts().map(|(status, _)| status)
    }

    /// The reason for the status, if the step names one.
    #[must_use]
    pub fn reason(&self) -> Option<&str> {
        self.parts().and_then(|(_, reason)| reason)
    }

    fn parts(&self) -> Option<(&str, Option<&str>)> {
        match self {
            Self::Status(text) => Some(match text.split_once(':') {
                Some((status, reason)) => (status, Some(reason)),
                None => (text, None),
            }),
            Self::Fault(_) => None,
        }
    }
}

impl fmt::Display for Step {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Status(text) => f.write_str(text),
            Self::Fault(fault) => write!(f, "!{fault}"),
        }
    }
}

impl FromStr for Step {
    type Err = UnknownStep;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let Some(name) = text.strip_prefix('!') else {
            return match text {
                "" => Err(UnknownStep(text.to_owned())),
                status => Ok(Self::Status(status.to_owned())),
            };
        };
        Fault::ALL
            .iter()
            .find(|fault| fault.name() == name)
            .map(|fault| Self::Fault(*fault))
            .ok_or_else(|| UnknownStep(text.to_owned()))
    }
}

/// A text that is no step.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is no step: write a status as the processor spells it, or one of {faults}", faults = faults())]
pub struct UnknownStep(String);

fn faults() -> String {
    Fault::ALL.iter().map(|fault| format!("`!{fault}`")).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_fault_reads_what_it_writes() {
        for fault in Fault::ALL {
            let step = Step::Fault(*fault);
            assert_eq!(step.to_string().parse(), Ok(step));
        }
    }

    #[test]
    fn a_wrong_step_is_told_what_would_be_right() {
        let error = "!exploded".parse::<Step>().unwrap_err().to_string();
        assert!(error.contains("`!exploded`") && error.contains("`!not_utf8`"), "{error}");
        assert!("".parse::<Step>().is_err());
    }
}
