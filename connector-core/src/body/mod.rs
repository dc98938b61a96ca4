//! The bodies that processors read and write: JSON, forms, XML, SOAP, GraphQL, multipart, bytes.

mod encode;
mod form;
pub(crate) mod fragments;
mod multipart;
mod xml;

pub use encode::{BodyKind, EncodeError};
pub use multipart::{FilePart, PartValue};

pub use multipart::Multipart;

pub(crate) use encode::{encode, graphql};
