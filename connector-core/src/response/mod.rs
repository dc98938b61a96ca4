//! From an HTTP response to what is known, without having received anything.

pub(crate) mod declared;
mod error;
mod fault;
mod mask;
mod outcome;
mod read;
pub(crate) mod status_field;

pub use error::{ErrorClass, ErrorResponse, ProcessorError};
pub use fault::{Fault, FaultKind};
pub use mask::Mask;
pub use outcome::{Discrepancy, Mismatch, NotSent, Outcome};
pub use read::{FlowResponse, MAX_BODY_BYTES};

pub use read::decode_error;
pub(crate) use read::read;
