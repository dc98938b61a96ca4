//! `cargo bench -p connector-benches --bench compile_time`: what the derives cost the compiler; behind `--`
//! one of its parts, `check`, `instructions`, `release` or `connectors`.
//!
//! Three hundred request structs of three fields, one hundred responses and one hundred status enums,
//! in a generated crate: without any derive, with serde's derives alone, with ours, and with the same
//! flows written by hand. `cargo check` and `cargo build --release` of that crate alone; what it
//! depends on is built before. The time is that of the processors, not of a clock, the variants take turns,
//! and the smallest time of each counts, so that the ratios hold on a busy machine. The times themselves
//! mean nothing elsewhere. What repeats is the number of instructions that rustc takes for `cargo check`, which
//! valgrind counts, in some ten minutes.
//!
//! A response of ours derives serde's `Deserialize`, too: what our derives add is what ours takes over
//! "serde beneath ours", and it stands against what serde's derives add to the same structs.
//!
//! What serde derives is generic: in a crate that calls none of it, no machine code comes of it. Ours and
//! the hand-written flows read and write, and call it. So for `--release` serde's derives are called, too,
//! each once.
//!
//! Then the connectors of this repository: all of them from clean, one alone, and all after a change in
//! one.

use std::process::ExitCode;

use connector_benches::compile_time::{self, Part};

fn main() -> std::io::Result<ExitCode> {
    if let Some(rustc) = compile_time::in_the_place_of_rustc() {
        return Ok(rustc);
    }
    let named: Vec<Part> = std::env::args().skip(1).filter_map(|name| Part::named(&name)).collect();
    compile_time::run(if named.is_empty() { &Part::ALL } else { &named })?;
    Ok(ExitCode::SUCCESS)
}
