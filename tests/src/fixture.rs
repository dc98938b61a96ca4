//! What the fixtures of the derives share, so that each of them shows its own point and little else.
//! The connector itself is never here: a flow is implemented for the fixture's own one.

use connector_core::prelude::*;
use connector_core::{BuildError, Connection, CredentialFields, Integration, PaymentsSyncData};

/// A response that every payment flow of a fixture can have.
#[derive(Debug, Deserialize, FlowResponse)]
#[flow_response(PSync, no_id = "not the point here", no_amount = "nor is it")]
pub struct Payment {
    #[flow_response(status)]
    status: Wire<Word>,
}

/// A response that every refund flow of a fixture can have.
#[derive(Debug, Deserialize, FlowResponse)]
#[flow_response(RSync, no_id = "not the point here", no_amount = "nor is it")]
pub struct Refund {
    #[flow_response(status)]
    status: Wire<Word>,
}

/// What the processor of the fixtures says.
#[derive(Debug, Clone, Copy, PartialEq, WireStatus)]
#[wire_status(AttemptStatus, RefundStatus, rename_all = "snake_case")]
pub enum Word {
    /// Done.
    #[wire_status(AttemptStatus = Charged, RefundStatus = Success)]
    Paid,
    /// Refused.
    #[wire_status(Failure)]
    Refused,
}

/// The error of the processor of the fixtures.
#[derive(Debug, Deserialize)]
pub struct AcmeError {
    message: Box<str>,
}

impl ErrorResponse for AcmeError {
    fn class(&self, status: http::StatusCode) -> ErrorClass {
        ErrorClass::of_status(status)
    }

    fn into_error(self) -> ProcessorError {
        ProcessorError::new(None, Some(&self.message))
    }
}

/// What the connector sends when it is asked for this payment.
///
/// # Errors
/// Where the request cannot be built.
pub fn ask<C>(payment: &str) -> Result<http::Request<bytes::Bytes>, BuildError>
where
    C: Integration<PSync, Auth = BearerAuth>,
{
    ask_at::<C>("https://acme.test", payment)
}

/// The same, where the configuration names another base URL.
///
/// # Errors
/// Where the request cannot be built.
pub fn ask_at<C>(base_url: &str, payment: &str) -> Result<http::Request<bytes::Bytes>, BuildError>
where
    C: Integration<PSync, Auth = BearerAuth>,
{
    let credentials = format!(r#"{{"api_key": "key", "base_url": "{base_url}"}}"#);
    let credentials = CredentialFields::from_json(credentials.as_bytes()).expect("is JSON");
    let connection = Connection::<C>::new(credentials).expect("are credentials");
    let payment = PaymentId::new(payment).expect("is an id");
    connection.build_request(&RouterData::<PSync>::new(PaymentsSyncData::new(payment)))
}

/// Connectors of the fixture's own: a connector has each flow once, and a fixture shows several
/// mistakes.
#[macro_export]
macro_rules! connectors {
    ($($connector:ident),+) => {$(
        #[derive(Debug, Clone, Copy, ::connector_core::Connector)]
        #[connector(
            name = "acme",
            base_url = "https://acme.test",
            auth = ::connector_core::BearerAuth,
            error = $crate::fixture::AcmeError,
        )]
        struct $connector;
    )+};
}
