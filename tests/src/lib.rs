//! Tests that need several of the crates at once, and those of the derives at compile time.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "nothing but tests stands on this crate"
)]

pub mod asked;
pub mod captured;
pub mod delivery;
pub mod everyone;
pub mod fixture;
pub mod flow_answers;
pub mod fuzzed;
pub mod good_answer;
pub mod inputs;
pub mod merchant;
pub mod outside;
pub mod question;
pub mod roads;
pub mod seeds;

/// The number of an amount that is told.
#[must_use]
pub fn minor(told: Option<connector_core::Money>) -> Option<i64> {
    told.map(|money| money.minor_amount.get())
}
