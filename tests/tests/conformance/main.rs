//! What the connectors declare and send, held against what others say: the processors' own
//! descriptions, and the recordings of the nearest peer.
//!
//! Neither is part of the repository. Where they are not to be found, the tests say so and pass.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "this is only compiled for tests"
)]

mod added;
mod adyen;
mod authorizenet;
mod braintree;
mod checkout;
mod described;
mod description;
mod difference;
mod errors;
mod facts;
mod graphql;
mod long_requests;
mod meanings;
mod ordered;
mod peer_adyen;
mod peer_input;
mod peer_parts;
mod peer_requests;
mod peer_words;
mod read_words;
mod refused;
mod requests;
mod responses;
mod stripe;
mod words;
mod xml_schema;
