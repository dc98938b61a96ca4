//! What a test asks for: a payment or a refund, and how it goes.

use crate::{Fault, Step};

/// A payment to be added, and the steps that it goes through.
///
/// Each read answers with the next step; the last one stays. Without a step, the payment is settled.
///
/// ```
/// use connector_sandbox::{Fault, Payment};
///
/// let payment = Payment::new(2_500, "EUR")
///     .status("Pending")
///     .fault(Fault::RateLimited)
///     .status("Captured");
/// assert_eq!(payment.steps.len(), 3);
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Payment {
    /// The amount in the currency's minor unit.
    pub amount_minor: i64,
    /// The ISO 4217 code, in upper case.
    pub currency: String,
    /// What the reads answer with, in order.
    pub steps: Vec<Step>,
}

impl Payment {
    /// A payment of this amount, in the currency's minor unit.
    #[must_use]
    pub fn new(amount_minor: i64, currency: &str) -> Self {
        Self { amount_minor, currency: currency.to_ascii_uppercase(), steps: Vec::new() }
    }

    /// The next read shows this status.
    #[must_use]
    pub fn status(self, status: &str) -> Self {
        self.step(Step::Status(status.to_owned()))
    }

    /// The next read goes wrong.
    #[must_use]
    pub fn fault(self, fault: Fault) -> Self {
        self.step(Step::Fault(fault))
    }

    /// The next read answers with this step.
    #[must_use]
    pub fn step(mut self, step: Step) -> Self {
        self.steps.push(step);
        self
    }
}

/// A refund to be added to a payment, and the steps that it goes through.
///
/// ```
/// use connector_sandbox::Refund;
///
/// let half = Refund::of(1_250).status("pending").status("succeeded");
/// let whole = Refund::full().status("failed:insufficient_funds");
/// assert_eq!((half.amount_minor, whole.amount_minor), (Some(1_250), None));
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refund {
    /// The amount in the minor unit of the payment's currency; `None` is all of the payment.
    pub amount_minor: Option<i64>,
    /// What the reads answer with, in order.
    pub steps: Vec<Step>,
}

impl Refund {
    /// A refund of the whole payment.
    #[must_use]
    pub const fn full() -> Self {
        Self { amount_minor: None, steps: Vec::new() }
    }

    /// A refund of this amount, in the minor unit of the payment's currency.
    #[must_use]
    pub const fn of(amount_minor: i64) -> Self {
        Self { amount_minor: Some(amount_minor), steps: Vec::new() }
    }

    /// The next read shows this status.
    #[must_use]
    pub fn status(self, status: &str) -> Self {
        self.step(Step::Status(status.to_owned()))
    }

    /// The next read goes wrong.
    #[must_use]
    pub fn fault(self, fault: Fault) -> Self {
        self.step(Step::Fault(fault))
    }

    /// The next read answers with this step.
    #[must_use]
    pub fn step(mut self, step: Step) -> Self {
        self.steps.push(step);
        self
    }
}
