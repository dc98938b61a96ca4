//! Faults of orders: before they are carried out, or after.

use crate::fault::Fault;

/// When an order goes wrong. To the one who ordered, both look the same; to the money they do not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum When {
    /// The order never arrives: nothing moves.
    Before,
    /// The order is carried out, and its answer is lost or spoilt.
    After,
}

/// How the next order to a processor goes wrong.
///
/// ```
/// use connector_sandbox::{Fault, OrderFault};
///
/// let lost = OrderFault::after(Fault::Reset);
/// let refused = OrderFault::before(Fault::RateLimited)?;
/// assert!(OrderFault::before(Fault::Truncated).is_err());
/// # assert_ne!(lost, refused);
/// # Ok::<(), connector_sandbox::WithoutAnswer>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OrderFault {
    fault: Fault,
    when: When,
}

/// A fault that spoils an answer, where there is to be none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` spoils an answer, and an order that never arrives has none: use it after the order")]
pub struct WithoutAnswer(Fault);

impl OrderFault {
    /// The order is carried out, and then this happens.
    #[must_use]
    pub const fn after(fault: Fault) -> Self {
        Self { fault, when: When::After }
    }

    /// This happens, and the order is not carried out.
    ///
    /// # Errors
    ///
    /// If the fault is one that spoils a good answer.
    pub const fn before(fault: Fault) -> Result<Self, WithoutAnswer> {
        match fault {
            Fault::Slow
            | Fault::Truncated
            | Fault::NotUtf8
            | Fault::UnheardOfStatus
            | Fault::WrongResource
            | Fault::Huge => Err(WithoutAnswer(fault)),
            _ => Ok(Self { fault, when: When::Before }),
        }
    }

    /// What happens.
    #[must_use]
    pub const fn fault(self) -> Fault {
        self.fault
    }

    /// Whether the money has moved by then.
    #[must_use]
    pub const fn when(self) -> When {
        self.when
    }
}
