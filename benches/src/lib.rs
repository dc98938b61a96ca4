//! Measurements that repeat: instructions and allocations, never seconds.
//!
//! `cargo bench -p connector-benches --bench psync` prints, for each case, what ours and the hand-written code
//! cost. Instructions come from valgrind's callgrind: the benchmark runs itself under it twice, with
//! different numbers of rounds, and divides the difference. Where valgrind is missing, only the
//! allocations are printed, and it says so.

pub mod by_hand;
pub mod compile_time;
pub mod ours;

mod measure;

pub use measure::{Aim, Case, run};

/// A PaymentIntent as Stripe sends it, in kind and size; every value is invented.
pub const PAYMENT_INTENT: &str = include_str!("payment_intent.json");
