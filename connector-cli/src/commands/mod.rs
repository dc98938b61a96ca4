//! One file for each command: what can be typed behind it, and what it does.

pub(crate) mod demo;
pub(crate) mod describe;
pub(crate) mod docs;
mod examples;
pub(crate) mod list;
pub(crate) mod new;
pub(crate) mod psync;
pub(crate) mod request;
pub(crate) mod response;
pub(crate) mod rsync;
pub(crate) mod sandbox;
pub(crate) mod sync;
pub(crate) mod webhook;
