//! Attributes, read by a table of keys. The table is all that a derive says about its syntax: the
//! parser, the "expected one of" texts and the suggestions come from it.

mod options;
mod value;

pub(crate) use options::Options;
pub(crate) use value::{Key, Kind, Value};
