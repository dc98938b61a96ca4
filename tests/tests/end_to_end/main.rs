//! From the data of a flow to its outcome, over real sockets, with the sandbox at the other end.
//!
//! What is tried comes from the sandbox's cases and the connectors' own descriptions, so that a new
//! processor or a new status is covered without a new test.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "this is only compiled for tests"
)]

mod amounts;
mod any_bytes;
mod authorizenet;
mod bad_answers;
mod bad_fields;
mod bad_ids;
mod captures;
mod coverage;
mod data_json;
mod decimals;
mod disputes;
mod error_classes;
mod every_flow;
mod expected;
mod faults;
mod faulty_orders;
mod found_again;
mod journeys;
mod kept;
mod limits;
mod lost_orders;
mod network_codes;
mod nothing_dropped;
mod orders;
mod partly_held;
mod payer_authentication;
mod raw_answers;
mod references;
mod refusals;
mod repeated;
mod response_json;
mod second_field;
mod secrets;
mod secrets_echoed;
mod sent_webhooks;
mod split;
mod spoilt;
mod statuses;
mod till;
mod webhooks;
