//! The expansions among names of the author's that look like theirs. What is tested is that it
//! compiles; each module also sends a request, so that it is known to do something. The table of events is the same in most
//! (`events.rs`).

mod facade;
mod items;
mod lints;
mod macros;
mod modules;
mod no_prelude;
mod side_by_side;
mod types;
