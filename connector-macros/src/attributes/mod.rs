//! Attributes, read by a table of keys. The table is all that a derive says about its syntax: the
//! parser, the "expected one of" texts, the suggestions and what is required come from it.

mod key;
mod options;
mod syntax;
mod value;

pub(crate) use key::{Key, Kind};
pub(crate) use options::Options;
pub(crate) use syntax::Syntax;
pub(crate) use value::{Value, is_function};
