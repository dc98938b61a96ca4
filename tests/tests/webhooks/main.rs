//! Webhooks of every connector that has some: what is believed, what is refused, and what it tells.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::expect_used,
    clippy::arithmetic_side_effects,
    reason = "this is only compiled for tests"
)]

mod any_bytes;
mod asked;
mod dispute_stages;
mod event_ids;
mod in_body;
mod kinds;
mod outcomes;
mod refusals;
mod vectors;
