//! Orders over real sockets, on each processor's own wire.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "this is only compiled for tests"
)]

mod authorizenet;
mod checkout;
#[path = "../client/mod.rs"]
mod client;
mod control;
mod cybersource;
mod faults;
mod invariants;
mod merchant;
mod mollie;
mod paypal;
mod razorpay;
mod square;
mod stripe;
mod xendit;
