//! What comes with an HTTP error.

use connector_core::prelude::*;
use http::StatusCode;

use super::Reason;

/// The body of an HTTP error.
#[derive(Deserialize)]
pub(super) struct CybersourceError {
    #[serde(flatten)]
    why: Reason,
    /// What the gateway before it says: of a signature that is not right, nothing else does.
    response: Option<GatewayError>,
}

#[derive(Deserialize)]
struct GatewayError {
    rmsg: Box<str>,
}

impl ErrorResponse for CybersourceError {
    fn class(&self, status: StatusCode) -> ErrorClass {
        match self.why.reason.as_deref() {
            Some("DUPLICATE_REQUEST") => ErrorClass::Duplicate,
            Some("INVALID_MERCHANT_CONFIGURATION" | "INVALID_OR_MISSING_CONFIG") => {
                ErrorClass::Configuration
            }
            Some("PROCESSOR_UNAVAILABLE") => ErrorClass::Transient,
            Some(_) if status == StatusCode::NOT_FOUND => ErrorClass::NotFound,
            _ => ErrorClass::of_status(status),
        }
    }

    fn into_error(self) -> ProcessorError {
        let gateway = |response: GatewayError| ProcessorError::new(None, Some(&response.rmsg));
        self.response.map_or_else(|| self.why.into(), gateway)
    }
}
