//! `cargo bench -p connector-benches --bench compile_time`: what the derives cost the compiler.
//!
//! Three hundred request structs of three fields, one hundred responses and one hundred status enums,
//! in a generated crate: without any derive, with serde's derives alone, with ours, and with the same
//! flows written by hand. `cargo check` and `cargo build --release` of that crate alone; what it
//! depends on is built before. The variants take turns, and the smallest time of each counts, so that
//! the ratios hold on a busy machine. The times themselves mean nothing elsewhere.
//!
//! What serde derives is generic: in a crate that calls none of it, no machine code comes of it. Ours and
//! the hand-written flows read and write, and call it. So their `--release` is one of another, and
//! that of serde alone is shown for its derive and for nothing else.
//!
//! Then the connectors of this repository: all of them from clean, one alone, and all after a change in
//! one.

use connector_benches::compile_time;

fn main() -> std::io::Result<()> {
    compile_time::run()
}
