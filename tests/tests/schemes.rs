//! How requests say who sends them: each scheme that credentials can declare, as it stands in the
//! request, and access tokens over a transport that counts.

#![allow(
    clippy::unwrap_used,
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "this is only compiled for tests"
)]

#[path = "schemes/declared.rs"]
mod declared;
#[path = "schemes/http_signature.rs"]
mod http_signature;
#[path = "schemes/rsa.rs"]
mod rsa;
#[path = "schemes/tokens.rs"]
mod tokens;

use connector_core::prelude::*;

#[derive(Deserialize)]
struct Problem {
    code: Box<str>,
}

impl ErrorResponse for Problem {
    fn class(&self, status: http::StatusCode) -> ErrorClass {
        ErrorClass::of_status(status)
    }

    fn into_error(self) -> ProcessorError {
        ProcessorError::new(Some(&self.code), None)
    }
}
