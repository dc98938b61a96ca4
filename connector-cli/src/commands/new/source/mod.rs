//! The text of the generated files, as it would be written by hand and formatted.

mod connector;
mod credentials;
mod imports;
mod manifest;
mod request;
mod response;
mod test;

pub(super) use connector::connector;
pub(super) use manifest::manifest;
pub(super) use test::test;

/// A line of Rust is at most so long.
const WIDTH: usize = 100;
