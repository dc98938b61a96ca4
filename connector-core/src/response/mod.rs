//! From an HTTP response to what is known, without having received anything.

mod body;
pub(crate) mod captures;
mod card_numbers;
pub(crate) mod declared;
mod encoded;
mod error;
pub(crate) mod error_parts;
mod fault;
pub(crate) mod id_field;
pub(crate) mod integrity;
mod json;
pub(crate) mod list;
mod mask;
pub(crate) mod needed;
mod not_found;
mod outcome;
pub(crate) mod own_currency;
mod raw_body;
mod read;
mod read_error;
pub(crate) mod shapes;
pub(crate) mod status_field;
pub(crate) mod status_order;
pub(crate) mod status_words;
pub(crate) mod unit;
mod xml;

pub use body::{Readable, ResponseBody};
pub use declared::StatusBy;
pub use error::{ErrorClass, ErrorResponse, ProcessorError};
pub use fault::{Fault, FaultKind};
pub use integrity::{Evidence, Integrity, IntegrityPart};
pub use mask::Mask;
pub use not_found::NotFound;
pub use outcome::{Discrepancy, Mismatch, NotSent, Outcome};
pub use raw_body::RawBody;
pub use read::{FlowResponse, MAX_BODY_BYTES};
pub use read_error::ReadError;

pub(crate) use read::Reading;
pub use read::decode_error;
pub use unit::Unit;
pub(crate) use xml::read as read_xml;
