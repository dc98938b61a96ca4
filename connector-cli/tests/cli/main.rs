//! The binary from the outside: arguments, files and variables in; stdout, stderr and exit code out.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "this is only compiled for tests"
)]

mod bulk;
mod canary;
mod credentials;
mod data;
mod demo;
mod describe;
mod docs;
mod examples;
mod folder;
mod ids;
mod live;
mod names;
mod new;
mod pipes;
mod response;
mod run;
mod sandbox;
mod sync;
mod webhook;
