//! The bodies that processors read and write: JSON, forms, XML, SOAP, GraphQL, multipart, bytes.

pub(crate) mod document;
mod encode;
mod form;
mod multipart;
mod xml;

pub use encode::{BodyKind, EncodeError};
pub use multipart::{FilePart, PartValue};

pub use multipart::Multipart;

pub(crate) use encode::{encode, graphql};
